"""Run the drills and print a table: `python -m tests.drill.run [--seed N] [--share X] [SUBJECT…]`.

Each subject is a module with a function `figures(seed=…, share=…)`, entered in the roll below;
`share` makes a drill shorter or longer. Exits with 1 if any figure is not zero.
"""

import argparse
import importlib
import secrets
import sys
from time import monotonic

from tests.drill.harness import Figure, heading, is_passed, line, verdict

ROLL = (
    *("kills", "cuts", "full", "damaged", "unicode", "busy", "network"),
    *("merging", "bundles", "faults"),
)


def main() -> int:
    parser = argparse.ArgumentParser(description="Try to lose a project, in every way there is")
    parser.add_argument("subjects", nargs="*", metavar="SUBJECT", help=f"of {', '.join(ROLL)}")
    parser.add_argument("--seed", type=int, default=None, help="repeat the drill with this seed")
    parser.add_argument("--share", type=float, default=1.0, help="how much of it; 1 is all")
    chosen = parser.parse_args()
    unknown = set(chosen.subjects) - set(ROLL)
    if unknown:
        parser.error(f"there is no {', '.join(sorted(unknown))}; there are {', '.join(ROLL)}")
    seed = secrets.randbelow(10**6) if chosen.seed is None else chosen.seed
    print(f"seed {seed}")
    print(heading())
    told: list[Figure] = []
    for subject in ROLL:
        if not chosen.subjects or subject in chosen.subjects:
            start = monotonic()
            for figure in importlib.import_module(f"tests.drill.{subject}").figures(
                seed=seed, share=chosen.share
            ):
                told.append(figure)
                print(line(figure), flush=True)
            print(f"{'':17}({subject}: {monotonic() - start:.0f} s)", flush=True)
    print(verdict(told))
    return 0 if is_passed(told) else 1


if __name__ == "__main__":
    sys.exit(main())
