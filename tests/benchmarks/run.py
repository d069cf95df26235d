"""Run the benchmarks and print a table: `python -m tests.benchmarks.run [--pairs N] [WORD…]`.

Words choose the benchmarks whose description has one of them. A new subject is a module with a
function `benchmarks()`, entered in the roll below; what is costly to set up it sets up when the
first of its benchmarks runs.
"""

import argparse

from tests.benchmarks import (
    agreement,
    article_list,
    backing_up,
    desk,
    exporting,
    merging,
    receiving,
    searching,
    starting,
    text,
)
from tests.benchmarks.harness import heading, line, measured, verdict

ROLL = (
    *(text, desk, article_list, searching, receiving, merging),
    *(exporting, backing_up, agreement, starting),
)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure what is costly, each against a reference")
    parser.add_argument("words", nargs="*", help="run only those that speak of one of these")
    parser.add_argument("--pairs", type=int, default=15, help="measurements of each (2 or more)")
    chosen = parser.parse_args()
    results = []
    print(heading())
    for subject in ROLL:
        for benchmark in subject.benchmarks():
            if not chosen.words or any(word in benchmark.says for word in chosen.words):
                results.append(measured(benchmark, pairs=chosen.pairs))
                print(line(results[-1]), flush=True)
    print(verdict(results))


if __name__ == "__main__":
    main()
