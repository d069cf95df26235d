"""Units and gaps, as the unitizing alphas cut an article: stretches that an annotator marked.

An annotator's overlapping stretches of one label are one unit; those that only touch stay two.
Positions are without furniture.
"""

from dataclasses import dataclass

import numpy as np

from app.agreement.coding import pieces
from app.agreement.columns import Columns, Floats, Truths
from app.alignment.stretches import Integers


@dataclass(frozen=True, slots=True)
class Units:
    """One annotator's units, in order and never overlapping: start, end, the article's number."""

    start: Integers
    end: Integers
    home: Integers

    @property
    def length(self) -> Integers:
        """How many characters each unit has."""
        return self.end - self.start


def units(columns: Columns, who: int, label: int | None) -> Units:
    """Return an annotator's units of one label, or of any."""
    start, end = pieces(columns, who, label)
    if not len(start):
        return Units(start, end, start)
    reach = np.maximum.accumulate(end)
    begins = np.concatenate([[True], start[1:] >= reach[:-1]])
    first = np.flatnonzero(begins)
    last = np.append(first[1:], len(start)) - 1
    home = np.searchsorted(columns.kept(columns.base), start[first], side="right") - 1
    return Units(start[first], reach[last], home)


def squares(columns: Columns, label: int | None) -> tuple[Floats, Floats]:
    """Return for annotators × articles: Σ length² of the units, and the length of the gaps."""

    def make() -> tuple[Floats, Floats]:
        length = kept_lengths(columns)
        squared = np.zeros(columns.present.shape)
        gaps = np.zeros(columns.present.shape)
        for who, there in enumerate(columns.present):
            own = units(columns, who, label)
            size = own.length.astype(np.float64)
            squared[who] = np.bincount(own.home, size**2, minlength=columns.articles)
            marked = np.bincount(own.home, size, minlength=columns.articles)
            gaps[who] = np.where(there, length - marked, 0)
        return squared, gaps

    return columns.once(("squares", label), make)


def kept_lengths(columns: Columns) -> Floats:
    """Return how many characters each article has without furniture."""
    end = columns.kept(columns.base + columns.characters)
    return (end - columns.kept(columns.base)).astype(np.float64)


def chosen(who: list[int], table: Floats, articles: Truths) -> Floats:
    """Return the sum of annotators × articles over these annotators, 0 for other articles."""
    result: Floats = np.where(articles, table[who].sum(axis=0), 0)
    return result
