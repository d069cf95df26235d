"""Figures of a drill: how often something was tried, and how often what must never happen did."""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

SHOWN = 3
"""How many examples of what went wrong are printed below a figure."""


@dataclass(slots=True)
class Figure:
    """One promise, tried many times; `not_run` says why it could not be tried here."""

    says: str
    tried: int = 0
    broken: list[str] = field(default_factory=list)
    not_run: str = ""

    def judge(self, problem: object, where: object = "") -> None:
        """Count one more try, and what went wrong in it, unless that is empty."""
        self.tried += 1
        if problem:
            self.broken.append(f"{where}: {problem}" if where != "" else str(problem))

    @property
    def is_kept(self) -> bool:
        """Whether the promise was tried and held every time."""
        return not self.broken and self.tried > 0


def portion(whole: int, share: float) -> int:
    """Return how many of `whole` rounds a drill of this share makes; at least one."""
    return max(1, round(whole * share))


@contextmanager
def folder() -> Iterator[Path]:
    """Give a fresh folder that goes away afterwards."""
    with tempfile.TemporaryDirectory(prefix="galley-drill-", ignore_cleanup_errors=True) as made:
        yield Path(made).resolve()


def heading() -> str:
    """Return what stands above the lines of the table."""
    return f"{'tried':>7}  {'broken':>6}  what must never happen"


def line(figure: Figure) -> str:
    """Return one figure as a line of the table, with examples where it is not zero."""
    if figure.not_run:
        return f"{'–':>7}  {'–':>6}  {figure.says} (not run: {figure.not_run})"
    words = f"{figure.tried:>7,}  {len(figure.broken):>6,}  {figure.says}"
    return "\n".join([words, *(f"{'':17}e.g. {one}" for one in figure.broken[:SHOWN])])


def verdict(figures: Iterable[Figure]) -> str:
    """Return in a sentence how many figures are zero."""
    there = list(figures)
    run = [figure for figure in there if not figure.not_run]
    zero = sum(figure.is_kept for figure in run)
    left = f" {len(there) - len(run)} could not be run here." if len(run) < len(there) else ""
    return f"{zero} of {len(run)} figures are zero.{left}"


def is_passed(figures: Iterable[Figure]) -> bool:
    """Tell whether every figure that could be run is zero."""
    return all(figure.is_kept for figure in figures if not figure.not_run)
