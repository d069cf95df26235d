"""What agreement costs: 1,000 articles, three annotators, 40 annotations each."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from random import Random

import krippendorff
import numpy as np

from app.agreement import alpha, gamma
from app.agreement.aligned import aligned
from app.agreement.cases import cases
from app.agreement.report import report
from app.agreement.study import Studied, Study, Work, study_of
from app.agreement.timeline import By, timeline
from app.agreement.view import View
from app.alignment.statement import statement
from app.domain.span import Span
from tests.benchmarks.harness import Benchmark
from tests.benchmarks.material import LABELS, LENGTHS
from tests.benchmarks.memory import peak

ARTICLES, CHARACTERS, ANNOTATIONS = 1_000, 4_500, 40
PEOPLE = ("Anna", "Ben", "Carla")
REPORT = 3.0
"""The seconds of CPU within which all figures are there, with 2,000 resamples."""

CASES = 2.0
"""The seconds of CPU within which all places are found that the figures are made of."""

PYGAMMA = 1.8
"""The seconds that pygamma-agreement 0.5.9 took for one such article and 30 samples, on two cores
and after the 38 seconds that importing it takes. It is not installed for this: it brings 390 MB."""

MEMORY = 500e6
"""The bytes that the report may hold at its worst moment."""


def articles() -> Iterator[Studied]:
    """Yield articles in which annotators mostly mean the same, and often not quite."""
    chance = Random(1)
    for number in range(ARTICLES):
        meant = []
        for _ in range(ANNOTATIONS):
            start = chance.randrange(CHARACTERS - 2 * LENGTHS[-1])
            meant.append((start, start + chance.choice(LENGTHS), chance.choice(LABELS)))
        works = {}
        for who in PEOPLE:
            said = []
            for start, end, label in meant:
                if chance.random() < 0.2:
                    start = chance.randrange(CHARACTERS - 2 * LENGTHS[-1])
                    end = start + chance.choice(LENGTHS)
                elif chance.random() < 0.4:
                    end += chance.randrange(1, 12)
                own = label if chance.random() < 0.9 else chance.choice(LABELS)
                said.append(statement([Span(start, end)], own))
            works[who] = Work(tuple(said))
        yield Studied(str(number), CHARACTERS, works)


@cache
def corpus() -> tuple[Studied, ...]:
    return tuple(articles())


def study() -> Study:
    """Return a study for which nothing has been computed yet."""
    return study_of(corpus(), annotators=PEOPLE, labels=LABELS)


def whole_report() -> None:
    if report(study()).all["f1"].low is None:
        raise ValueError("no interval")


@cache
def settled() -> Study:
    return study()


def all_cases() -> None:
    if not cases(aligned_study()).all:
        raise ValueError("no cases")


@cache
def aligned_study() -> Study:
    """Return a study of which the report has made the pairings already."""
    found = study()
    for pair in found.pairs:
        aligned(found, pair)
    return found


@cache
def characters() -> np.ndarray:
    """Return what the package is given: annotators × characters, 1 where marked."""
    table = np.zeros((len(PEOPLE), ARTICLES * CHARACTERS))
    for number, article in enumerate(corpus()):
        base = number * CHARACTERS
        for row, who in zip(table, PEOPLE, strict=True):
            for one in article.works[who].said:
                if one.label == LABELS[0]:
                    row[base + one.span.start : base + one.span.end] = 1
    return table


@cache
def expected() -> float:
    return their_alpha()


def their_alpha() -> float:
    value: float = krippendorff.alpha(characters(), level_of_measurement="nominal")
    return value


def our_alpha() -> None:
    """Compute it from columns of starts and ends, as theirs is from a table of characters.

    Neither counts how the annotations become what it reads, which takes longer for theirs.
    """
    settled().columns._made.clear()
    value = alpha.sums(settled(), View(label=0)).total()
    if value is None or abs(value - expected()) > 1e-9:
        raise ValueError(value)


@cache
def one_article() -> Study:
    return study().of_articles(["0"])


def one_gamma() -> None:
    found = one_article()
    if gamma.article_gamma(found, found.articles[0]).n < gamma.SAMPLES_AT_FIRST:
        raise ValueError("too few samples")


@cache
def weeks() -> Study:
    """Return a study of a year's work, in every week of which some articles were finished."""
    first = date(2026, 1, 5)
    found = []
    for number, article in enumerate(study().articles):
        day = (first + timedelta(days=number * 364 // ARTICLES)).isoformat()
        works = {who: replace(work, day=day) for who, work in article.works.items()}
        found.append(replace(article, works=works))
    return replace(study(), articles=tuple(found))


def by_week() -> None:
    """Follow agreement by week where the report was made before, as whoever asks has seen it."""
    periods = timeline(weeks(), By.WEEK, labels=True).periods
    if len(periods) != 52 or any(one.all["f1"].low is None for one in periods):
        raise ValueError(len(periods))


def benchmarks() -> Iterator[Benchmark]:
    yield Benchmark(
        "agreement, the whole report of 1,000 articles × 3 × 40 with 2,000 resamples",
        "3 s of CPU",
        whole_report,
        REPORT,
        at_most=1.0,
        pairs=5,
    )
    yield Benchmark(
        "agreement, the same articles by week, all labels, 2,000 resamples of each of 52 weeks",
        "3 s of CPU",
        by_week,
        REPORT,
        at_most=1 / 3,
        pairs=3,
    )
    yield Benchmark(
        "agreement, the cases behind that report",
        "2 s of CPU",
        all_cases,
        CASES,
        at_most=1.0,
        pairs=3,
    )
    yield Benchmark(
        "agreement, the memory that report takes",
        "500 MB",
        whole_report,
        MEMORY,
        at_most=1.0,
        pairs=2,
        measure=peak,
        unit="MB",
        scale=1e-6,
    )
    yield Benchmark(
        "agreement, Krippendorff's alpha of one label",
        "the package krippendorff on characters",
        our_alpha,
        their_alpha,
        at_most=1 / 20,
        pairs=3,
    )
    yield Benchmark(
        "agreement, gamma of one article of 3 × 40 with 30 samples",
        "the 1.8 s of pygamma-agreement",
        one_gamma,
        PYGAMMA,
        at_most=1 / 5,
        pairs=5,
    )
