"""Run the benchmarks and print a table: `python -m tests.benchmarks.run [--pairs N] [WORD…]`.

Words choose the benchmarks whose description has one of them. A new subject is a module with a
function `benchmarks()`, entered in the roll below.
"""

import argparse

from tests.benchmarks import text
from tests.benchmarks.harness import measured, table

ROLL = (text,)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure what is costly, each against a reference")
    parser.add_argument("words", nargs="*", help="run only those that speak of one of these")
    parser.add_argument("--pairs", type=int, default=25, help="measurements of each (2 or more)")
    chosen = parser.parse_args()
    benchmarks = [
        benchmark
        for subject in ROLL
        for benchmark in subject.benchmarks()
        if not chosen.words or any(word in benchmark.says for word in chosen.words)
    ]
    print(table(measured(benchmark, pairs=chosen.pairs) for benchmark in benchmarks))


if __name__ == "__main__":
    main()
