"""Choosing sets that share nothing so that what they save is largest (weighted set packing).

Between two annotators this is an assignment. With more it is a linear programme, whose solution is
whole-numbered nearly always; small problems are solved together in one call, each a block of its
own, and those with fractions are solved again as integer programmes.

No call of a solver can be stopped, so each is kept small, by the prices that a linear programme
finds for things: a set that costs more by them than it saves has slack, and

* the linear programme of many sets is solved for those that seem worth it, and again with those
  that turned out to have negative slack, until there are none: the others could not improve it;
* a choice that saves all but g of what the linear programme does is the best of all once every set
  with slack up to g could be chosen: any other set makes a choice worse by its slack.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from app.agreement.columns import Floats
from app.alignment.stretches import Integers

Pause = Callable[[], object]
"""What is called between two pieces of work; where the person stopped it, it raises `Cancelled`."""

MOST_SETS = 10_000
"""So many go into one call of a solver, which then takes a quarter of a second or so."""

_FEW_SETS = 1_000
_FURTHER = 1_000
_MOST_BRANCHES = 100
_MOST_SECONDS = 5.0
"""Far more than the solver takes for what annotators do; a bound, in case it is led astray."""

_NOTHING = 1e-9
_ABOUT = 1e-5
"""More than all that the solver's tolerances may add up to."""


@dataclass(frozen=True, slots=True)
class Packing:
    """Sets to choose from: `members` are sets × places with a thing's number or −1, of `things`.

    `sizes` tells how many of the things belong to each place, in order.
    """

    members: Integers
    saving: Floats
    things: int
    sizes: tuple[int, ...]

    def some(self, which: Integers) -> "Packing":
        """Return it with some of its sets only."""
        return Packing(self.members[which], self.saving[which], self.things, self.sizes)

    def slack(self, prices: Floats) -> Floats:
        """Return by how much each set costs more than it saves, at a price for each thing."""
        with_nothing = np.append(prices, 0.0)
        cost = np.zeros(len(self.saving))
        for place in self.members.T:
            cost += with_nothing[place]
        return cost - self.saving


def best_savings(packings: Iterable[Packing | None], pause: Pause) -> Iterator[float | None]:
    """Yield the largest saving of each packing, in order and as soon as it is known.

    It is None where it was not found with as much work as may be put into it, and of None.
    """
    together: list[Packing] = []
    sets = 0
    for one in packings:
        if one is None or sets + len(one.saving) > MOST_SETS:
            yield from _savings(together, pause)
            together, sets = [], 0
        if one is None:
            yield None
        else:
            together.append(one)
            sets += len(one.saving)
    yield from _savings(together, pause)


def _savings(packings: Sequence[Packing], pause: Pause) -> Iterator[float | None]:
    """Yield the savings of as many packings as go into one call of a solver."""
    hard = [one for one in packings if len(one.sizes) > 2 and len(one.saving)]
    programmed = iter(_programmed(hard, pause) if hard else ())
    for one in packings:
        pause()
        if len(one.sizes) == 2:
            yield _assigned(one)
        else:
            yield next(programmed) if len(one.saving) else 0.0


def _assigned(packing: Packing) -> float:
    from scipy.optimize import linear_sum_assignment

    table = np.zeros(packing.sizes)
    first, second = packing.members.T
    table[first, second - packing.sizes[0]] = packing.saving
    rows, columns = linear_sum_assignment(table, maximize=True)
    return float(table[rows, columns].sum())


def _programmed(packings: Sequence[Packing], pause: Pause) -> list[float | None]:
    if len(packings) == 1 and len(packings[0].saving) > MOST_SETS:
        solved = [_from_few(packings[0], pause)]
    else:
        pause()
        solved = _shares(packings)
    result: list[float | None] = []
    for one, (share, prices) in zip(packings, solved, strict=True):
        if np.abs(share - np.rint(share)).max() < 1e-6:
            result.append(float(one.saving[np.rint(share) > 0].sum()))
        else:
            result.append(_whole_numbered(one, prices, pause))
    return result


def _shares(packings: Sequence[Packing]) -> list[tuple[Floats, Floats]]:
    """Return how much of each set the linear programme chooses, and the prices of the things."""
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
    prices = -solved.ineqlin.marginals
    return [
        (solved.x[sets[place] : sets[place + 1]], prices[things[place] : things[place + 1]])
        for place in range(len(packings))
    ]


def _from_few(packing: Packing, pause: Pause) -> tuple[Floats, Floats]:
    """Return what `_shares` does, for more sets than may go into one call."""
    each = packing.saving / np.count_nonzero(packing.members >= 0, axis=1)
    prices = np.zeros(packing.things + 1)
    for place in packing.members.T:
        np.maximum.at(prices, place, each)
    slack = packing.slack(prices[:-1])
    taken = np.zeros(len(slack), bool)
    further = np.argsort(slack, kind="stable")[:_FURTHER]
    while len(further):
        taken[further] = True
        chosen = np.flatnonzero(taken)
        pause()
        ((some, prices),) = _shares([packing.some(chosen)])
        slack = np.where(taken, 0.0, packing.slack(prices))
        further = np.argsort(slack, kind="stable")[:_FURTHER]
        further = further[slack[further] < -_NOTHING]
    share = np.zeros(len(slack))
    share[chosen] = some
    return share, prices


def _whole_numbered(packing: Packing, prices: Floats, pause: Pause) -> float | None:
    slack, most = packing.slack(prices), float(prices.sum())
    within = np.sort(slack)[:_FEW_SETS][-1]
    while True:
        among = np.flatnonzero(slack <= within)
        pause()
        saved = _best_choice(packing.some(among)) if len(among) <= MOST_SETS else None
        if saved is None:
            return None
        needed = most - saved + _ABOUT
        if len(among) == len(slack) or needed <= within:
            return saved
        within = needed


def _best_choice(packing: Packing) -> float | None:
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
        options={"mip_rel_gap": 0, "node_limit": _MOST_BRANCHES, "time_limit": _MOST_SECONDS},
    )
    if solved.status != 0:
        return None
    return float(packing.saving[np.rint(solved.x) > 0].sum())
