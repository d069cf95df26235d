"""What annotators would have done by chance, as gamma expects it: articles put together at random.

`shuffled` is the way of the paper (Mathet, Widlöcher & Métivier 2015, section 5.2): for each
annotator's place one annotator's work is drawn and turned round by a random shift; no two shifts
are closer than the mean length of a unit. A unit that is turned past the end keeps its length.

`drawn_alike` is the default of the program pygamma-agreement (Titeux & Riad 2021, JOSS 6(62):2989),
for comparison with its figures: units with normally distributed number, length and gap.
"""

from collections.abc import Sequence

import numpy as np

from app.agreement.columns import Floats
from app.agreement.dissimilarity import Marks

_TRIES = 50


def shuffled(works: Sequence[Marks], characters: int, chance: np.random.Generator) -> list[Marks]:
    """Return as many annotators' works as there are, each one of `works` turned round."""
    lengths = np.concatenate([work.end - work.start for work in works])
    while True:
        shifts = _shifts(len(works), characters, float(lengths.mean()), chance)
        drawn = chance.integers(0, len(works), len(works))
        found = []
        for who, shift in zip(drawn.tolist(), shifts.tolist(), strict=True):
            work = works[who]
            start = (work.start + shift) % characters
            found.append(Marks(start, start + work.end - work.start, work.label))
        if any(map(len, found)):
            return found


def _shifts(many: int, characters: int, apart: float, chance: np.random.Generator) -> Floats:
    """Return shifts in whole characters, at least so far apart on the circle where they can be."""
    for _ in range(_TRIES):
        shifts = np.sort(chance.integers(0, characters, many))
        gaps = np.diff(np.append(shifts, shifts[0] + characters))
        if gaps.min() >= apart:
            break
    return chance.permutation(shifts).astype(np.float64)


def drawn_alike(
    works: Sequence[Marks], _characters: int, chance: np.random.Generator
) -> list[Marks]:
    """Return as many annotators' works as there are, with units like theirs on the average."""
    everything = [np.concatenate(part) for part in zip(*map(_parts, works), strict=True)]
    start, end, label = everything
    gaps = [np.zeros(1)]
    for work in works:
        order = np.lexsort((work.end, work.start))
        gaps.append(work.start[order][1:] - work.end[order][:-1])
        gaps.append(work.start[order][:1])
    gap, size = np.concatenate(gaps), [len(work) for work in works]
    found: list[Marks] = []
    for _ in works:
        many = abs(int(chance.normal(np.mean(size), np.std(size))))
        if not any(map(len, found)):
            many = max(many, 1)
        length = np.maximum(
            np.abs(chance.normal((end - start).mean(), (end - start).std(), many)), 1e-9
        )
        begin = np.cumsum(chance.normal(gap.mean(), gap.std(), many) + length) - length
        found.append(Marks(begin, begin + length, chance.choice(label, many)))
    return found


def _parts(work: Marks) -> tuple[Floats, Floats, Floats]:
    return work.start, work.end, work.label


SAMPLERS = {"shuffle": shuffled, "statistical": drawn_alike}
