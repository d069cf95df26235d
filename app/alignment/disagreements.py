"""How two annotators differ, place by place: the same pairing that the measures count.

Every statement of either side stands in exactly one agreement or disagreement, so that what a list
shows adds up to what a table counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from app.alignment.pairing import paired
from app.alignment.statement import Statement
from app.alignment.stretches import Shared, stretches


class Kind(StrEnum):
    """How a disagreement differs."""

    LABEL = "same place, other label"
    BOUNDARY = "same label, other boundary"
    BOTH = "other label and other boundary"
    SPLIT = "split or merged"
    MISSING = "only one marked"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Statements of two annotators (`left` and `right`) that are not the same.

    One on each side for a label, a boundary or both; several on one side where one says in pieces
    what the other says in one; none on one side where it is missing. `size` counts the characters
    that one side's statements cover and the other's do not; for another label in the same place,
    those in question.
    """

    kind: Kind
    left: tuple[Statement, ...]
    right: tuple[Statement, ...]
    size: int

    @property
    def start(self) -> int:
        """Where the words in question start."""
        return min(one.pieces[0].start for one in (*self.left, *self.right))


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two annotators say of one article: what they agree on, and where they differ."""

    agreed: tuple[Statement, ...]
    differing: tuple[Disagreement, ...]


def compared(left: Sequence[Statement], right: Sequence[Statement]) -> Comparison:
    """Compare two annotators' statements on one article, each said once; sorted by place."""
    labels = sorted({one.label for one in (*left, *right)})
    ours, theirs = stretches(left, labels), stretches(right, labels)
    pairing = paired(ours, theirs)
    partner = dict(zip(pairing.left.tolist(), pairing.right.tolist(), strict=True))
    agreed = [left[i] for i, j in partner.items() if left[i].says_the_same(right[j])]
    apart = {i: j for i, j in partner.items() if not left[i].says_the_same(right[j])}
    alone_left = set(range(len(left))) - partner.keys()
    alone_right = set(range(len(right))) - set(partner.values())
    extra_left: dict[int, list[int]] = {}
    extra_right: dict[int, list[int]] = {}
    theirs_of = {j: i for i, j in apart.items()}
    for i, j in _most_first(pairing.touching):
        if left[i].label != right[j].label:
            continue
        if i in alone_left and j in theirs_of and left[theirs_of[j]].label == right[j].label:
            extra_left.setdefault(theirs_of[j], []).append(i)
            alone_left.discard(i)
        elif j in alone_right and i in apart and left[i].label == right[apart[i]].label:
            extra_right.setdefault(i, []).append(j)
            alone_right.discard(j)
    found = [
        _differing(
            [left[n] for n in sorted([i, *extra_left.get(i, [])])],
            [right[n] for n in sorted([j, *extra_right.get(i, [])])],
        )
        for i, j in apart.items()
    ]
    found += [Disagreement(Kind.MISSING, (left[i],), (), left[i].characters) for i in alone_left]
    found += [Disagreement(Kind.MISSING, (), (right[j],), right[j].characters) for j in alone_right]
    return Comparison(tuple(agreed), tuple(sorted(found, key=_by_place)))


def _most_first(touching: Shared) -> list[tuple[int, int]]:
    """Return the pairs that share characters, those that share the most first."""
    order = np.argsort(-touching.characters, kind="stable")
    return list(zip(touching.left[order].tolist(), touching.right[order].tolist(), strict=True))


def _differing(left: Sequence[Statement], right: Sequence[Statement]) -> Disagreement:
    size = len(_positions(left) ^ _positions(right))
    if len(left) + len(right) > 2:
        kind = Kind.SPLIT
    elif left[0].label == right[0].label:
        kind = Kind.BOUNDARY
    elif left[0].pieces == right[0].pieces:
        kind, size = Kind.LABEL, left[0].characters
    else:
        kind = Kind.BOTH
    return Disagreement(kind, tuple(left), tuple(right), size)


def _positions(said: Sequence[Statement]) -> set[int]:
    return {
        place for one in said for piece in one.pieces for place in range(piece.start, piece.end)
    }


def _by_place(one: Disagreement) -> tuple[int, int, str, str]:
    said = one.left + one.right
    return (one.start, -max(each.pieces[-1].end for each in said), one.kind.value, said[0].label)
