"""Many statements as columns of numbers, and which of two such heaps share characters.

All positions lie on one axis, on which articles follow each other without touching, so that whole
corpora are compared at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from app.alignment.statement import Statement

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Stretches:
    """Statements by number: the label of each, and the pieces of all of them.

    `start`, `end` and `owner` have one entry for each piece, sorted by start; `owner` is the number
    of the statement that the piece belongs to.
    """

    label: Integers
    start: Integers
    end: Integers
    owner: Integers

    def __len__(self) -> int:
        return len(self.label)

    @cached_property
    def length(self) -> Integers:
        """How many characters each statement has, all its pieces together."""
        return _sums(self.owner, self.end - self.start, len(self))

    @cached_property
    def first(self) -> Integers:
        """Where each statement starts."""
        result = np.full(len(self), np.iinfo(np.int64).max)
        np.minimum.at(result, self.owner, self.start)
        return result

    @cached_property
    def last(self) -> Integers:
        """Where each statement ends."""
        result = np.zeros(len(self), np.int64)
        np.maximum.at(result, self.owner, self.end)
        return result

    @property
    def is_interrupted(self) -> bool:
        """Tell whether some statement has several pieces."""
        return len(self.start) > len(self.label)

    def only(self, which: npt.NDArray[np.bool_]) -> "Stretches":
        """Return the statements that `which` (one truth value for each) chooses, renumbered."""
        number = np.cumsum(which) - 1
        kept = which[self.owner]
        return Stretches(
            self.label[which], self.start[kept], self.end[kept], number[self.owner[kept]]
        )


@dataclass(frozen=True, slots=True)
class Shared:
    """Pairs of statements, one from each of two heaps, that share characters: how many."""

    left: Integers
    right: Integers
    characters: Integers

    def only(self, which: npt.NDArray[np.bool_]) -> "Shared":
        """Return the pairs that `which` (one truth value for each) chooses."""
        return Shared(self.left[which], self.right[which], self.characters[which])

    def at(self, places: Integers) -> "Shared":
        """Return the pairs at these places."""
        return Shared(self.left[places], self.right[places], self.characters[places])


def stretches(said: Sequence[Statement], labels: Sequence[str]) -> Stretches:
    """Return the statements of one article as columns; a label is its place among `labels`."""
    place = {label: number for number, label in enumerate(labels)}
    pieces = sorted(
        (piece.start, piece.end, number) for number, one in enumerate(said) for piece in one.pieces
    )
    start, end, owner = np.array(pieces, np.int64).reshape(-1, 3).T
    return Stretches(np.array([place[one.label] for one in said], np.int64), start, end, owner)


def shared(left: Stretches, right: Stretches) -> Shared:
    """Return which statements share at least one character, by `left`, then by `right`.

    A right piece that meets a left one starts in it, or else the left one starts in the right one:
    both are runs of sorted starts, so no pair is looked at in vain.
    """
    from_left, to_right = _runs(right.start, left.start, left.end, side="left")
    from_right, to_left = _runs(left.start, right.start, right.end, side="right")
    one = np.concatenate([from_left, to_left])
    other = np.concatenate([to_right, from_right])
    common = np.minimum(left.end[one], right.end[other]) - np.maximum(
        left.start[one], right.start[other]
    )
    key = left.owner[one] * max(len(right), 1) + right.owner[other]
    if left.is_interrupted or right.is_interrupted:
        key, where = np.unique(key, return_inverse=True)
        common = _sums(where, common, len(key))
    else:
        order = np.argsort(key, kind="stable")
        key, common = key[order], common[order]
    return Shared(key // max(len(right), 1), key % max(len(right), 1), common)


def _runs(
    starts: Integers, low: Integers, high: Integers, *, side: str
) -> tuple[Integers, Integers]:
    """Return all pairs (piece, start) whose start lies in the piece; at `low` itself for "left"."""
    after = np.searchsorted(starts, low, side="left" if side == "left" else "right")
    until = np.searchsorted(starts, high, side="left")
    many = np.maximum(until - after, 0)
    piece = np.repeat(np.arange(len(low)), many)
    within = np.arange(len(piece)) - np.repeat(np.cumsum(many) - many, many)
    return piece, np.repeat(after, many) + within


def _sums(group: Integers, amount: Integers, groups: int) -> Integers:
    return np.rint(np.bincount(group, amount, minlength=groups)).astype(np.int64)
