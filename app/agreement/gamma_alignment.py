"""The best alignment of all annotators' units of one article, exactly, as gamma asks for it.

Mathet, Widlöcher & Métivier 2015, section 4. A unitary alignment takes at most one unit of each
annotator. Its disorder is the mean over all C = m·(m − 1)/2 pairs of annotators, where a pair with
an empty side costs Δ∅. An alignment parts all units into unitary alignments; its disorder is the
sum of theirs over the mean number of units per annotator, and the best has the least.

With k units in a unitary alignment, leaving unit u out of it never costs more where Σ_v d(u, v) is
(C + k − 1)·Δ∅ or more. So unitary alignments are built annotator by annotator, and what reaches
this bound is dropped on the way. Those that are left and save something against units left alone
are chosen from so that no unit is in two and the saving is largest (see `packing.py`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from app.agreement.columns import Floats
from app.agreement.dissimilarity import Marks, Weights, dissimilarity
from app.agreement.packing import Packing, Pause, best_savings
from app.alignment.stretches import Integers

MOST_TUPLES = 100_000
"""Where more than these are left, an alignment of three or more annotators is not done exactly."""

LEAST_SAVING = 1e-12

NONE = -1

_MOST_CELLS = 4_000_000
"""What is looked at in one go, so that memory stays small."""


Problem = Sequence[Marks]
"""The units of one article, annotator by annotator."""


class TooMany(Exception):  # noqa: N818 - it names what happened, in the words of the house
    """An article has too many units in the same places for its best alignment to be found."""


@dataclass(frozen=True, slots=True)
class Tuples:
    """Unitary alignments: `members` are tuples × annotators, a unit's place or `NONE`.

    `saving` is how much less each costs than its units left alone.
    """

    members: Integers
    saving: Floats


def disorders(
    heaps: Sequence[Sequence[Problem]], weights: Weights, pause: Pause = lambda: None
) -> Iterator[float | None]:
    """Yield the disorder of the best alignment of each problem, heap after heap.

    None of them may be without any unit. A disorder is None where it would take too many tuples or
    too much work, and for whatever follows in the same heap where it would take too many tuples.
    """
    savings = best_savings(_packings(heaps, weights, pause), pause)
    for units, saving in zip(chain.from_iterable(heaps), savings, strict=True):
        total = sum(map(len, units))
        least = None if saving is None else weights.empty * total - saving
        yield None if least is None else least / (total / len(units))


def tuples_of(units: Problem, weights: Weights, pause: Pause = lambda: None) -> Tuples:
    """Return the unitary alignments of two units or more that may be part of a best alignment.

    Raises `TooMany`, as soon as so many are certain to be left.
    """
    raters = len(units)
    pairs = raters * (raters - 1) / 2
    limit = weights.empty
    members = np.full((1, 0), NONE)
    sums = np.zeros((1, 0))
    for position, own in enumerate(units):
        between = []
        for other in units[:position]:
            pause()
            between.append(dissimilarity(other, own, weights))
        bound = (pairs - 1 + raters - position - 1) * limit
        at_once = max(_MOST_CELLS // (max(len(own), 1) * (position + 1)), 1)
        grown, many, left = [], 0, 0
        for first in range(0, len(members), at_once):
            pause()
            some = slice(first, first + at_once)
            grown.append(
                _with_next(members[some], sums[some], between, len(own), most=bound, step=limit)
            )
            many += len(grown[-1][0])
            left += int(np.count_nonzero(_saving(*grown[-1], pairs, limit) > LEAST_SAVING))
            if raters > 2 and (many > 4 * MOST_TUPLES or left > MOST_TUPLES):
                raise TooMany
        members = np.concatenate([one for one, _ in grown])
        sums = np.concatenate([one for _, one in grown])
    saving = _saving(members, sums, pairs, limit)
    saves = saving > LEAST_SAVING
    return Tuples(members[saves], saving[saves])


def _saving(members: Integers, sums: Floats, pairs: float, limit: float) -> Floats:
    """Return what each tuple saves once nobody joins it; nothing where a unit is better left out.

    Such a tuple is left at the end, however many annotators are still to come.
    """
    size = np.count_nonzero(members != NONE, axis=1)
    saving = (size - 1 + size * (size - 1) / (2 * pairs)) * limit - sums.sum(axis=1) / (2 * pairs)
    fits = (size > 1) & (sums < ((pairs - 1) * limit + size * limit)[:, None]).all(axis=1)
    return np.where(fits, saving, 0.0)


def _with_next(
    members: Integers,
    sums: Floats,
    between: Sequence[Floats],
    units: int,
    *,
    most: float,
    step: float,
) -> tuple[Integers, Floats]:
    """Return all tuples with a further annotator's unit or none, less those that reach the bound.

    `sums` are each member's dissimilarities to the others; a tuple of k may have `most` + k·`step`.
    """
    real = members != NONE
    size = real.sum(axis=1)
    added = np.zeros((members.shape[1], len(members), units))
    for place, table in enumerate(between):
        if len(table):
            nearest = table[np.maximum(members[:, place], 0)]
            added[place] = np.where(real[:, place, None], nearest, 0.0)
    bound = (most + (size + 1) * step)[:, None]
    fits = added.sum(axis=0) < bound
    for place in range(len(between)):
        fits &= ~real[:, place, None] | (sums[:, place, None] + added[place] < bound)
    whom, unit = np.nonzero(fits)
    longer = np.column_stack([members[whom], unit])
    news = added[:, whom, unit].T.reshape(len(whom), members.shape[1])
    longer_sums = np.column_stack([sums[whom] + news, news.sum(axis=1)])
    stays = (sums < (most + size * step)[:, None]).all(axis=1) | (size < 2)
    same = np.column_stack([members[stays], np.full(np.count_nonzero(stays), NONE)])
    same_sums = np.column_stack([sums[stays], np.zeros(len(same))])
    return np.concatenate([same, longer]), np.concatenate([same_sums, longer_sums])


def _packings(
    heaps: Sequence[Sequence[Problem]], weights: Weights, pause: Pause
) -> Iterator[Packing | None]:
    """Yield each problem as a packing; None from the one on that takes too many tuples."""
    for problems in heaps:
        can = True
        for units in problems:
            found = _packing_of(units, weights, pause) if can else None
            can = found is not None
            yield found


def _packing_of(units: Problem, weights: Weights, pause: Pause) -> Packing | None:
    try:
        tuples = tuples_of(units, weights, pause)
    except TooMany:
        return None
    offset = np.concatenate([[0], np.cumsum([len(one) for one in units])])
    chosen = tuples.members != NONE
    number = np.where(chosen, tuples.members + offset[:-1], NONE)
    return Packing(number, tuples.saving, int(offset[-1]), tuple(len(one) for one in units))
