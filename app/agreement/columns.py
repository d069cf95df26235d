"""A study as columns of numbers, so that measures go over a whole corpus at once.

Articles follow each other on one axis, one position apart so that none touches the next. Columns
are made once per study; what several measures need of them is kept.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

import numpy as np
import numpy.typing as npt

from app.agreement.study import Study
from app.alignment.stretches import Integers, Stretches

Floats = npt.NDArray[np.float64]
Truths = npt.NDArray[np.bool_]
Kept = TypeVar("Kept")


@dataclass(frozen=True)
class Columns:
    """The articles that count, by number, and what each annotator says in all of them.

    `base` is where each article starts on the axis, `characters` how long it is there. `present` is
    annotators × articles: whose work is there. `said` has each annotator's statements; `home` the
    article of each. `gone` are the stretches of furniture, as starts and ends on the axis.
    """

    base: Integers
    characters: Integers
    present: Truths
    said: tuple[Stretches, ...]
    home: tuple[Integers, ...]
    gone: tuple[Integers, Integers]
    labels: int
    _made: dict[object, Any] = field(default_factory=dict)

    @property
    def articles(self) -> int:
        """How many articles count."""
        return len(self.base)

    def once(self, key: object, make: Callable[[], Kept]) -> Kept:
        """Return what `make` makes, made once under this key."""
        if key not in self._made:
            self._made[key] = make()
        return cast("Kept", self._made[key])

    def kept(self, positions: Integers) -> Integers:
        """Return positions on the axis as they are without furniture."""
        starts, ends = self.gone
        if not len(starts):
            return positions
        before = np.concatenate([[0], np.cumsum(ends - starts)])
        place = np.searchsorted(starts, positions, side="right")
        inside = np.maximum(place - 1, 0)
        over = np.where(place > 0, np.maximum(ends[inside] - positions, 0), 0)
        result: Integers = positions - (before[place] - over)
        return result


def columns_of(study: Study) -> Columns:
    """Return the columns of the articles that count in a study."""
    articles = study.counting
    characters = np.array([one.characters for one in articles], np.int64)
    base = np.concatenate([[0], np.cumsum(characters + 1)[:-1]]).astype(np.int64)[: len(articles)]
    place = {label: number for number, label in enumerate(study.labels)}
    said, home, present = [], [], []
    for who in study.annotators:
        label: list[int] = []
        where: list[int] = []
        start: list[int] = []
        end: list[int] = []
        owner: list[int] = []
        here = np.zeros(len(articles), bool)
        for number, (article, offset) in enumerate(zip(articles, base.tolist(), strict=True)):
            work = article.works.get(who)
            here[number] = work is not None
            for one in work.said if work else ():
                for piece in one.pieces:
                    start.append(offset + piece.start)
                    end.append(offset + piece.end)
                    owner.append(len(label))
                label.append(place[one.label])
                where.append(number)
        order = np.argsort(np.array(start, np.int64), kind="stable")
        said.append(
            Stretches(
                np.array(label, np.int64),
                np.array(start, np.int64)[order],
                np.array(end, np.int64)[order],
                np.array(owner, np.int64)[order],
            )
        )
        home.append(np.array(where, np.int64))
        present.append(here)
    gone = [
        (offset + region.start, offset + region.end)
        for article, offset in zip(articles, base.tolist(), strict=True)
        for region in article.furniture
    ]
    starts, ends = np.array(gone, np.int64).reshape(-1, 2).T
    return Columns(
        base,
        characters,
        np.array(present, bool).reshape(len(study.annotators), len(articles)),
        tuple(said),
        tuple(home),
        (starts, ends),
        len(study.labels),
    )
