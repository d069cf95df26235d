"""Codings: what every annotator says of every unit of text, as kappa and alpha need it.

Units are characters or tokens. Characters are never looked at one by one: all that lie between two
neighbouring boundaries say the same, so such a stretch is one unit with its length as its weight.
Furniture holds no units. A unit may carry several labels; nobody is forced to one: a coding looks
at one label against everything else, at the set of labels, or at any label against none.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from app.agreement.columns import Columns, Floats
from app.agreement.study import Study
from app.alignment.stretches import Integers

MISSING = -1
TOO_MANY_LABELS = "there are more than 62 labels"
_BITS = 62


@dataclass(frozen=True, slots=True)
class Coding:
    """Values of units: `values` are annotators × units, `MISSING` where nobody could say.

    `weight` is how many characters or tokens a unit stands for, `home` the article it is in, of
    `articles`. `sets` tells for each value which labels it stands for, by their places.
    """

    values: Integers
    weight: Floats
    home: Integers
    articles: int
    sets: tuple[frozenset[int], ...]

    def of(self, annotators: list[int]) -> "Coding":
        """Return the coding by these annotators alone."""
        return Coding(self.values[annotators], self.weight, self.home, self.articles, self.sets)


@dataclass(frozen=True, slots=True)
class Cuts:
    """An axis cut at boundaries: where each stretch starts, how long it is, in which article."""

    bounds: Integers
    weight: Floats
    home: Integers


def binary(study: Study, label: int) -> Coding:
    """Return one label (1) against everything else (0), by characters."""
    columns = study.columns
    return columns.once(("binary", label), lambda: _binary(columns, label))


def anything(study: Study) -> Coding:
    """Return any label (1) against none (0), by characters."""
    columns = study.columns
    return columns.once("any", lambda: _binary(columns, None))


def label_sets(study: Study) -> Coding | None:
    """Return the set of labels on every character; None with more labels than can be looked at."""
    columns = study.columns
    if columns.labels > _BITS:
        return None
    return columns.once("label sets", lambda: _label_sets(columns))


def tokens(study: Study, label: int | None) -> Coding:
    """Return one label (or any, for None) against everything else, by tokens.

    A token is marked where at least one of its characters is. Articles without tokens have no
    units; tokens that lie wholly in furniture are none either.
    """
    columns = study.columns
    starts, ends, home = [], [], []
    for number, (article, base) in enumerate(
        zip(study.counting, columns.base.tolist(), strict=True)
    ):
        for token in article.tokens or ():
            starts.append(base + token.start)
            ends.append(base + token.end)
            home.append(number)
    start = columns.kept(np.array(starts, np.int64))
    end = columns.kept(np.array(ends, np.int64))
    there = start < end
    start, end, where = start[there], end[there], np.array(home, np.int64)[there]
    values = np.full((len(columns.said), len(start)), MISSING, np.int64)
    for who in range(len(columns.said)):
        own_starts, own_ends = pieces(columns, who, label)
        begun = np.searchsorted(np.sort(own_starts), end, side="left")
        ended = np.searchsorted(np.sort(own_ends), start, side="right")
        values[who] = np.where(columns.present[who][where], begun > ended, MISSING)
    return Coding(
        values, np.ones(len(start)), where, columns.articles, (frozenset(), frozenset({label or 0}))
    )


def token_sets(study: Study) -> Coding | None:
    """Return the set of labels on every token; None with more labels than can be looked at."""
    if study.columns.labels > _BITS:
        return None
    plain = tokens(study, None)
    codes = np.zeros(plain.values.shape, np.int64)
    for label in range(study.columns.labels):
        codes |= (tokens(study, label).values == 1).astype(np.int64) << label
    found, values = np.unique(np.append(codes.ravel(), 0), return_inverse=True)
    said = np.where(plain.values == MISSING, MISSING, values[:-1].reshape(codes.shape))
    return Coding(
        said, plain.weight, plain.home, plain.articles, _sets(found, study.columns.labels)
    )


def pieces(columns: Columns, who: int, label: int | None) -> tuple[Integers, Integers]:
    """Return the starts and ends of an annotator's pieces of one label (or any), less furniture."""
    said = columns.said[who]
    chosen = slice(None) if label is None else said.label[said.owner] == label
    start, end = columns.kept(said.start[chosen]), columns.kept(said.end[chosen])
    there = start < end
    return start[there], end[there]


def cut(columns: Columns, edges: list[Integers]) -> Cuts:
    """Cut the axis at the articles' ends and at these edges."""
    base = columns.kept(columns.base)
    end = columns.kept(columns.base + columns.characters)
    every = np.sort(np.concatenate([base, end, *edges]))
    bounds = every[np.diff(every, prepend=-1) > 0]
    home = np.searchsorted(base, bounds[:-1], side="right") - 1
    weight = np.diff(bounds).astype(np.float64)
    weight[bounds[:-1] >= end[home]] = 0  # the one position between two articles
    return Cuts(bounds, weight, home)


def covered(cuts: Cuts, start: Integers, end: Integers) -> npt.NDArray[np.bool_]:
    """Tell of each stretch whether it lies in one of these pieces."""
    size = len(cuts.bounds)
    opened = np.bincount(np.searchsorted(cuts.bounds, start), minlength=size)
    closed = np.bincount(np.searchsorted(cuts.bounds, end), minlength=size)
    inside: npt.NDArray[np.bool_] = np.cumsum(opened - closed)[:-1] > 0
    return inside


def _binary(columns: Columns, label: int | None) -> Coding:
    own = [pieces(columns, who, label) for who in range(len(columns.said))]
    cuts = cut(columns, [edge for both in own for edge in both])
    values = np.zeros((len(own), len(cuts.weight)), np.int64)
    for who, both in enumerate(own):
        values[who] = covered(cuts, *both)
    return _coding(columns, cuts, values, (frozenset(), frozenset({label or 0})))


def _label_sets(columns: Columns) -> Coding:
    everybody = range(len(columns.said))
    all_edges = [edge for who in everybody for edge in pieces(columns, who, None)]
    cuts = cut(columns, all_edges)
    codes = np.zeros((len(columns.said), len(cuts.weight)), np.int64)
    for who in everybody:
        for label in range(columns.labels):
            start, end = pieces(columns, who, label)
            if len(start):
                codes[who] |= covered(cuts, start, end).astype(np.int64) << label
    found, values = np.unique(np.append(codes.ravel(), 0), return_inverse=True)
    return _coding(columns, cuts, values[:-1].reshape(codes.shape), _sets(found, columns.labels))


def _sets(codes: Integers, labels: int) -> tuple[frozenset[int], ...]:
    """Return the labels that each code stands for, one bit for each label."""
    return tuple(
        frozenset(label for label in range(labels) if code >> label & 1) for code in codes.tolist()
    )


def _coding(
    columns: Columns, cuts: Cuts, values: Integers, sets: tuple[frozenset[int], ...]
) -> Coding:
    there = cuts.weight > 0
    home = cuts.home[there]
    said = np.where(columns.present[:, home], values[:, there], MISSING)
    return Coding(said, cuts.weight[there], home, columns.articles, sets)
