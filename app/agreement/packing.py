"""Choosing sets that share nothing so that what they save is largest (weighted set packing).

Between two annotators this is an assignment. With more it is a linear programme, whose solution is
whole-numbered nearly always; many problems are solved in one call, each a block of its own, and
those with fractions are solved again as integer programmes.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from app.agreement.columns import Floats
from app.alignment.stretches import Integers


@dataclass(frozen=True, slots=True)
class Packing:
    """Sets to choose from: `members` are sets × places with a thing's number or −1, of `things`.

    `sizes` tells how many of the things belong to each place, in order.
    """

    members: Integers
    saving: Floats
    things: int
    sizes: tuple[int, ...]


def best_savings(packings: Sequence[Packing]) -> list[float]:
    """Return the largest saving of each packing."""
    result = [0.0] * len(packings)
    hard = []
    for place, one in enumerate(packings):
        if len(one.sizes) == 2:
            result[place] = _assigned(one)
        elif len(one.saving):
            hard.append(place)
    if hard:
        found = _programmed([packings[place] for place in hard])
        for place, value in zip(hard, found, strict=True):
            result[place] = value
    return result


def _assigned(packing: Packing) -> float:
    from scipy.optimize import linear_sum_assignment

    table = np.zeros(packing.sizes)
    first, second = packing.members.T
    table[first, second - packing.sizes[0]] = packing.saving
    rows, columns = linear_sum_assignment(table, maximize=True)
    return float(table[rows, columns].sum())


def _programmed(packings: Sequence[Packing]) -> list[float]:
    from scipy.optimize import linprog
    from scipy.sparse import csr_array

    sets = np.concatenate([[0], np.cumsum([len(one.saving) for one in packings])])
    things = np.concatenate([[0], np.cumsum([one.things for one in packings])])
    rows, columns = [], []
    for place, one in enumerate(packings):
        which, where = np.nonzero(one.members >= 0)
        rows.append(one.members[which, where] + things[place])
        columns.append(which + sets[place])
    row, column = np.concatenate(rows), np.concatenate(columns)
    table = csr_array((np.ones(len(row)), (row, column)), shape=(things[-1], sets[-1]))
    saving = np.concatenate([one.saving for one in packings])
    solved = linprog(
        -saving, A_ub=table, b_ub=np.ones(things[-1]), bounds=(0, None), method="highs"
    )
    result = []
    for place, one in enumerate(packings):
        share = solved.x[sets[place] : sets[place + 1]]
        if np.abs(share - np.rint(share)).max() < 1e-6:
            result.append(float(one.saving[np.rint(share) > 0].sum()))
        else:
            result.append(_whole_numbered(one))
    return result


def _whole_numbered(packing: Packing) -> float:
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csr_array

    which, where = np.nonzero(packing.members >= 0)
    thing = packing.members[which, where]
    table = csr_array(
        (np.ones(len(thing)), (thing, which)), shape=(packing.things, len(packing.saving))
    )
    solved = milp(
        -packing.saving,
        constraints=LinearConstraint(table, ub=np.ones(packing.things)),
        bounds=Bounds(0, 1),
        integrality=np.ones(len(packing.saving)),
        options={"mip_rel_gap": 0},
    )
    return float(packing.saving[np.rint(solved.x) > 0].sum())
