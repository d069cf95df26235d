"""The pairing of two annotators' statements, on which confusion, offsets and lists are built.

First whatever is identical is paired. Among the rest, of all one-to-one pairings of statements that
share characters, the one with the largest sum of weights is taken; a pair weighs its IoU, and half
a point more where the labels are the same. So a partner with the same label is preferred to one in
the same place from an IoU of 0.5 on. Ties go to the smaller distance of boundaries, then to reading
order, so that a list is the same every time.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from app.alignment.matching import closeness, equal, same_label
from app.alignment.stretches import Floats, Integers, Shared, Stretches, shared

SAME_LABEL = 0.5
_PER_CHARACTER = 1e-9
_PER_PLACE = 1e-13
"""What breaks ties is far below the smallest difference between two sums of weights."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """Who is paired with whom: places in `left` and `right`, sorted by `left`.

    `touching` are all pairs that share characters, paired or not.
    """

    left: Integers
    right: Integers
    touching: Shared


def paired(left: Stretches, right: Stretches, touching: Shared | None = None) -> Pairing:
    """Return the pairing of two annotators' statements; `touching` where it is known already."""
    touching = shared(left, right) if touching is None else touching
    labels = same_label(left, right, touching)
    same = equal(left, right, touching) & labels
    taken_left = np.zeros(len(left), bool)
    taken_right = np.zeros(len(right), bool)
    taken_left[touching.left[same]] = True
    taken_right[touching.right[same]] = True
    free = ~(taken_left[touching.left] | taken_right[touching.right])
    rest = touching.only(free)
    weight = closeness(left, right, rest) + SAME_LABEL * labels[free]
    distance = np.abs(left.first[rest.left] - right.first[rest.right]) + np.abs(
        left.last[rest.left] - right.last[rest.right]
    )
    chosen = _heaviest(rest, weight - _PER_CHARACTER * distance, len(left), len(right))
    ones = np.concatenate([touching.left[same], rest.left[chosen]])
    others = np.concatenate([touching.right[same], rest.right[chosen]])
    order = np.argsort(ones, kind="stable")
    return Pairing(ones[order], others[order], touching)


def _heaviest(pairs: Shared, weight: Floats, lefts: int, rights: int) -> Integers:
    """Return which pairs are chosen, by their places in `pairs`.

    Pairs that hang together are an island; most islands are so small that plain lists are faster.
    """
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    if not len(pairs.left):
        return np.zeros(0, np.int64)
    ones = np.ones(len(pairs.left), np.int8)
    edges = coo_array((ones, (pairs.left, lefts + pairs.right)), shape=(lefts + rights,) * 2)
    _, home = connected_components(edges, directed=False)
    home = home[pairs.left]
    order = np.argsort(home, kind="stable")
    members, bounds = order.tolist(), np.flatnonzero(np.diff(home[order], prepend=-1, append=-1))
    left, right, heavy = pairs.left.tolist(), pairs.right.tolist(), weight.tolist()
    chosen: list[int] = []
    for first, last in pairwise(bounds.tolist()):
        if last - first == 1:
            chosen.append(members[first])
        else:
            chosen += _of_island(members[first:last], left, right, heavy)
    return np.array(sorted(chosen), np.int64)


def _of_island(
    members: list[int], left: list[int], right: list[int], weight: list[float]
) -> list[int]:
    """Return the heaviest choice among pairs that hang together."""
    from scipy.optimize import linear_sum_assignment

    row: dict[int, int] = {}
    column: dict[int, int] = {}
    for one in members:
        row.setdefault(left[one], len(row))
        column.setdefault(right[one], len(column))
    if len(row) == 1 or len(column) == 1:
        return [max(members, key=weight.__getitem__)]
    gain = [[0.0] * len(column) for _ in row]
    place = {}
    for one in members:
        i, j = row[left[one]], column[right[one]]
        gain[i][j] = weight[one] - _PER_PLACE * abs(i - j)
        place[i, j] = one
    rows, columns = linear_sum_assignment(np.array(gain), maximize=True)
    found = zip(rows.tolist(), columns.tolist(), strict=True)
    return [place[both] for both in found if both in place]
