"""Which statements of two annotators stand in one place together, all places of a corpus at once.

Partners of the pairing do, and so do pieces: where one says in several statements what the other
says in one, the pairing takes one of them as the partner, and the others, of the same label and in
the same words, stand with the two. Whatever is left stands alone. So every statement of either side
stands in exactly one place, and what a list shows adds up to what a table counts.
"""

from collections.abc import Iterator

import numpy as np

from app.alignment.matching import equal, same_label
from app.alignment.pairing import Pairing
from app.alignment.stretches import Integers, Shared, Stretches

Together = tuple[list[int], list[int]]
"""Numbers of statements of the left and the right side; partners are the first of each."""

_NOBODY = -1


def together(left: Stretches, right: Stretches, pairing: Pairing) -> Iterator[Together]:
    """Yield what stands together: first what has partners, then what stands alone."""
    to_left, to_right = _pieces_of(left, right, pairing)
    pairs = list(zip(pairing.left.tolist(), pairing.right.tolist(), strict=True))
    for one, other in pairs:
        yield [one, *to_left.get(one, ())], [other, *to_right.get(other, ())]
    taken_left = {one for one, _ in pairs}.union(*to_left.values())
    taken_right = {other for _, other in pairs}.union(*to_right.values())
    for one in range(len(left)):
        if one not in taken_left:
            yield [one], []
    for other in range(len(right)):
        if other not in taken_right:
            yield [], [other]


def _pieces_of(
    left: Stretches, right: Stretches, pairing: Pairing
) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """Return for statements that have a partner the further pieces beside them, on either side."""
    near = pairing.touching
    near = near.only(same_label(left, right, near))
    right_of = _partners(pairing.left, pairing.right, len(left))
    left_of = _partners(pairing.right, pairing.left, len(right))
    differ = near.only((right_of[near.left] == near.right) & ~equal(left, right, near))
    split_left, split_right = np.zeros(len(left), bool), np.zeros(len(right), bool)
    split_left[differ.left] = split_right[differ.right] = True
    lone_left = near.only((right_of[near.left] == _NOBODY) & split_right[near.right])
    lone_right = near.only((left_of[near.right] == _NOBODY) & split_left[near.left])
    return (
        _beside(lone_left, lone_left.left, left_of[lone_left.right]),
        _beside(lone_right, lone_right.right, right_of[lone_right.left]),
    )


def _beside(near: Shared, pieces: Integers, partners: Integers) -> dict[int, list[int]]:
    """Return which pieces belong beside which statement: where they share the most with."""
    most_first = np.argsort(-near.characters, kind="stable")
    _, first = np.unique(pieces[most_first], return_index=True)
    found: dict[int, list[int]] = {}
    for place in most_first[first].tolist():
        found.setdefault(int(partners[place]), []).append(int(pieces[place]))
    return found


def _partners(sides: Integers, others: Integers, size: int) -> Integers:
    result = np.full(size, _NOBODY)
    result[sides] = others
    return result
