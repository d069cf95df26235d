"""A study as columns of numbers, so that measures go over a whole corpus at once.

Articles follow each other on one axis, one position apart so that none touches the next. Columns
are made once per study; what several measures need of them is kept.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, TypeVar, cast

import numpy as np
import numpy.typing as npt

from app.agreement.study import Study
from app.alignment.statement import Statement
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
        works = [article.works.get(who) for article in articles]
        own = [work.said if work else () for work in works]
        present.append(np.array([work is not None for work in works], bool))
        home.append(np.repeat(np.arange(len(articles)), np.array([*map(len, own)], np.int64)))
        said.append(_stretches([*chain.from_iterable(own)], home[-1], base, place))
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


def _stretches(
    said: list[Statement], home: Integers, base: Integers, place: dict[str, int]
) -> Stretches:
    """Return statements, each in the article that `home` names, by their places on the axis."""
    pieces = [one.pieces for one in said]
    flat = [*chain.from_iterable(pieces)]
    owner = np.repeat(np.arange(len(said)), np.array([*map(len, pieces)], np.int64))
    offset = base[home[owner]]
    start = np.array([piece.start for piece in flat], np.int64) + offset
    end = np.array([piece.end for piece in flat], np.int64) + offset
    order = np.argsort(start, kind="stable")
    label = np.array([place[one.label] for one in said], np.int64)
    return Stretches(label, start[order], end[order], owner[order])
