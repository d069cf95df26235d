"""Sums: what a measure needs to know of each article, so that articles can be drawn again.

Every measure here is a function of sums over articles. One row of `rows` is one article; adding up
rows and asking `value` gives the measure, and a matrix product adds up the rows of all resamples.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from app.agreement.bootstrap import interval, weights
from app.agreement.score import Score, undefined
from app.agreement.study import Study

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sums:
    """A measure's sufficient statistics: `rows` are articles × amounts.

    `value` takes sums (… × amounts) to values (…), NaN where undefined; `why` then says why. `n`
    is the number of things behind it.
    """

    rows: Floats
    value: Callable[[Floats], Floats]
    n: int
    why: str

    def total(self) -> float | None:
        """Return the value over all articles, None where it is undefined."""
        with np.errstate(divide="ignore", invalid="ignore"):
            found = float(self.value(self.rows.sum(axis=0)))
        return None if np.isnan(found) else found

    def by_article(self) -> Floats:
        """Return the value of each article by itself, NaN where undefined."""
        with np.errstate(divide="ignore", invalid="ignore"):
            return self.value(self.rows)


def scored(sums: Sums, study: Study) -> Score:
    """Return the score of these sums, with the interval that the study asks for."""
    return all_scored([sums], study)[0]


def all_scored(many: Sequence[Sums], study: Study) -> list[Score]:
    """Return the scores of many sums; those over as many articles share one matrix product."""
    totals = [one.total() for one in many]
    scores = [
        Score(total, one.n) if total is not None else undefined(one.why, one.n)
        for one, total in zip(many, totals, strict=True)
    ]
    together: dict[int, list[int]] = {}
    for place, (one, total) in enumerate(zip(many, totals, strict=True)):
        if total is not None and len(one.rows) > 1 and study.resamples:
            together.setdefault(len(one.rows), []).append(place)
    for articles, places in together.items():
        drawn = weights(articles, seed=study.seed, resamples=study.resamples)
        added = drawn @ np.concatenate([many[place].rows for place in places], axis=1)
        first = 0
        for place in places:
            width = many[place].rows.shape[1]
            with np.errstate(divide="ignore", invalid="ignore"):
                values = many[place].value(added[:, first : first + width])
            low, high, dropped = interval(values)
            scores[place] = replace(scores[place], low=low, high=high, dropped=dropped)
            first += width
    return scores


def ratio(sums: Floats) -> Floats:
    """Return the first amount over the second."""
    result: Floats = sums[..., 0] / np.where(sums[..., 1] == 0, np.nan, sums[..., 1])
    return result


def nothing(why: str) -> Sums:
    """Return the sums of a measure that cannot be taken, with the reason."""
    return Sums(np.zeros((1, 2)), ratio, 0, why)
