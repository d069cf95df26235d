"""Agreement in the course of the work: the same figures for each week, or each round, by itself.

Every article that counts is in exactly one period:

* its week (ISO 8601, from Monday) is the one in which the last of the annotators finished it, for
  only then was there something to compare;
* its round is the latest in which it was allotted to one of those who finished it.

What was settled (gold) is nobody's own work and dates no article. `mixed` counts the articles of a
period that somebody else finished in another, which is an earlier or an unknown one: where a
guideline changed between the two, they stand between the old and the new.

A period's figures are those of a study of its articles alone, drawn again among themselves. Periods
with as many articles are drawn alike, so that each interval is right by itself; a difference of
two periods needs more than a look at whether their intervals overlap.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

import numpy as np

from app.agreement import MEASURES
from app.agreement.report import SUMS, Scores
from app.agreement.score import Score
from app.agreement.study import GOLD, Studied, Study
from app.agreement.sums import Sums, all_scored
from app.agreement.units import kept_lengths
from app.agreement.view import ALL, View
from app.alignment.stretches import Integers
from app.domain.days import monday_of, week_of
from app.domain.label_change import LabelChange

TOLD = ("f1", "f1_overlap", "u_alpha")
"""The measures that a history shows."""

ONE_ARTICLE = "one article has no interval: there is nothing to draw again"
UNDATED = "unknown"
NOT_ALLOTTED = "not allotted"


class By(StrEnum):
    """What the work is divided by."""

    WEEK = "week"
    ROUND = "round"


@dataclass(frozen=True, slots=True)
class Period:
    """A week or a round of work, and how far annotators agree in its articles (ids).

    `name` is as in "2026-W31" or "2", or says that it is not known; `begins` is a week's Monday as
    an ISO date, "" for rounds. `annotations` counts those of its articles, `mixed` its articles
    that somebody finished in another. `labels` are there where they were asked for.
    """

    name: str
    begins: str
    articles: tuple[str, ...]
    annotations: int
    mixed: int
    all: Scores
    labels: dict[str, Scores] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The periods in order, and what was changed meanwhile about what labels mean."""

    by: By
    periods: tuple[Period, ...]
    changes: tuple[LabelChange, ...] = ()


def timeline(
    study: Study, by: By, *, labels: bool = False, changes: Iterable[LabelChange] = ()
) -> Timeline:
    """Return the periods in which there is something to compare, the earliest first.

    What belongs to none comes last, under a name that says so. With `labels`, each label has its
    scores too. All resamples of periods with as many articles are one matrix product.
    """
    places = _places(study, by)
    views = [ALL, *(View(label=one) for one in range(len(study.labels)) if labels)]
    asked = [(view, name) for view in views for name in TOLD]
    whole = [SUMS[name](study, view) for view, name in asked]
    behind = [_behind(study, view, name) for view, name in asked]
    parts = [
        replace(sums, rows=sums.rows[own], n=int(number[own].sum()))
        for own in places.values()
        for sums, number in zip(whole, behind, strict=True)
    ]
    scores = _scored(parts, study)
    size = len(asked)
    periods = tuple(
        _period(study, by, moment, own, scores[number * size : (number + 1) * size])
        for number, (moment, own) in enumerate(places.items())
    )
    return Timeline(by, periods, tuple(changes))


def _places(study: Study, by: By) -> dict[str | int, list[int]]:
    """Return the places of the counting articles in each period, by its Monday or number."""
    found: dict[str | int, list[int]] = {}
    for place, article in enumerate(study.counting):
        found.setdefault(max(_moments(study, article, by)), []).append(place)
    return dict(sorted(found.items(), key=lambda item: (not item[0], item[0])))


def _moments(study: Study, article: Studied, by: By) -> list[str] | list[int]:
    """Return the Monday, or the round, of everybody's work on an article; nothing where unknown."""
    works = [article.works[who] for who in study.annotators if who in article.works and who != GOLD]
    if by is By.WEEK:
        return [monday_of(work.day) for work in works]
    return [work.round for work in works]


def _behind(study: Study, view: View, measure: str) -> Integers:
    """Return by article how much of what a measure counts there is in a view."""
    if MEASURES[measure].counts == "characters":
        return kept_lengths(study.columns).astype(np.int64)
    return _statements(study, view)


def _statements(study: Study, view: View) -> Integers:
    columns = study.columns
    total = np.zeros(columns.articles, np.int64)
    for said, home in zip(columns.said, columns.home, strict=True):
        own = home[np.isin(said.label, view.labels(study))]
        total += np.bincount(own, minlength=columns.articles)
    return total


def _scored(parts: Sequence[Sums], study: Study) -> list[Score]:
    return [
        replace(score, note=ONE_ARTICLE)
        if score.value is not None and len(sums.rows) == 1 and study.resamples
        else score
        for sums, score in zip(parts, all_scored(parts, study), strict=True)
    ]


def _period(
    study: Study, by: By, moment: str | int, places: Sequence[int], scores: Sequence[Score]
) -> Period:
    lines = [
        dict(zip(TOLD, scores[first : first + len(TOLD)], strict=True))
        for first in range(0, len(scores), len(TOLD))
    ]
    articles = [study.counting[place] for place in places]
    is_week = by is By.WEEK
    return Period(
        name=(week_of(str(moment)) or UNDATED) if is_week else str(moment or NOT_ALLOTTED),
        begins=str(moment) if is_week else "",
        articles=tuple(one.id for one in articles),
        annotations=lines[0]["f1"].n,
        mixed=sum(len(set(_moments(study, one, by))) > 1 for one in articles),
        all=lines[0],
        labels=dict(zip(study.labels, lines[1:], strict=True)) if lines[1:] else {},
    )
