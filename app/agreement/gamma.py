"""Gamma: how much better annotators align than works put together at random.

Mathet, Widlöcher & Métivier 2015, Computational Linguistics 41(3):437. With δ_o the disorder of the
best alignment (`gamma_alignment.py`) and δ_e its mean over random articles (`gamma_chance.py`),

    gamma = 1 − δ_o / δ_e

for one article, which is the published quantity; it is unstable below about five units. Over
several articles, with x̄ the mean number of units per annotator (ours; the paper has one article):

    gamma = 1 − Σ x̄·δ_o / Σ x̄·δ_e

Units overlap and nest as they like; labels and boundaries are judged together. Where too many units
lie in the same places, the mean over pairs of annotators takes the place of the exact alignment of
all, in the article and in what is drawn at random for it, and the score says so. `n` counts
articles.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, count, islice
from math import ceil

import numpy as np

from app.agreement.dissimilarity import AS_PUBLISHED, Marks, Weights, marks
from app.agreement.gamma_alignment import Problem, disorders
from app.agreement.gamma_chance import SAMPLERS
from app.agreement.packing import Pause
from app.agreement.score import Score, undefined
from app.agreement.study import Studied, Study
from app.agreement.sums import Sums, ratio, scored
from app.agreement.view import ALL
from app.errors import Cancelled

SAMPLES_EACH = 4
"""For a corpus, in which the errors of single articles even out."""

SAMPLES_AT_FIRST = 30
PRECISION = 0.05
_AT_ONCE = 32

Progress = Callable[[int, int], object]
Stopped = Callable[[], bool]


def _nothing(*_: object) -> None:
    """Do nothing; nobody asked to be told."""


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Settings:
    """How gamma is computed; it belongs to every figure that is told."""

    weights: Weights = AS_PUBLISHED
    sampler: str = "shuffle"
    samples: int = SAMPLES_EACH

    def __str__(self) -> str:
        return f"{self.weights}; {self.samples} samples per article, sampler {self.sampler}"


@dataclass(frozen=True, slots=True)
class Disorder:
    """One article: observed and expected disorder, and the mean number of units per annotator.

    `in_pairs` says that annotators were aligned two by two, also in what was drawn at random,
    because there were too many units.
    """

    article: str
    observed: float
    expected: float
    units: float
    in_pairs: bool = False

    @property
    def gamma(self) -> float | None:
        """The article's own gamma."""
        if self.observed == 0:
            return 1.0
        return 1 - self.observed / self.expected if self.expected else None


def score(
    study: Study,
    settings: Settings = Settings(),
    *,
    progress: Progress | None = None,
    stopped: Stopped = _never,
) -> Score:
    """Return gamma over all articles that two annotators finished and somebody marked.

    `progress` learns how many alignments of how many are done. Raises `Cancelled` once `stopped`.
    """
    if why := ALL.why_nothing(study):
        return undefined(why)
    return of_articles(
        study, list(article_disorders(study, settings, progress=progress, stopped=stopped))
    )


def of_articles(study: Study, found: Sequence[Disorder]) -> Score:
    """Return the score of articles whose disorders are known, with its interval."""
    if not found:
        return undefined("nobody marked anything")
    rows = np.array([(one.units * one.observed, one.units * one.expected) for one in found])
    pooled = scored(
        Sums(rows, lambda sums: 1 - ratio(sums), len(found), "there is no disorder by chance"),
        study,
    )
    if not rows[:, 0].any():
        end = 1.0 if study.resamples and len(found) > 1 else None
        pooled = Score(1.0, len(found), end, end)
    in_pairs = sum(one.in_pairs for one in found)
    if not in_pairs:
        return pooled
    note = f"in {in_pairs} of {len(found)} articles annotators were aligned two by two"
    return replace(pooled, note=note)


def article_gamma(study: Study, article: Studied, settings: Settings = Settings()) -> Score:
    """Return one article's gamma; as many samples as its precision needs, at least 30.

    Enough are 1.96·(coefficient of variation)/√n ≤ 0.05. `n` counts the samples.
    """
    works = _works(study, article)
    if len(works) < 2:
        return undefined("it was not finished by two of the annotators")
    if not any(map(len, works)):
        return undefined("nobody marked anything")
    chance = np.random.default_rng([study.seed, 0])
    sampler = SAMPLERS[settings.sampler]
    problems = [
        works,
        *(sampler(works, article.characters, chance) for _ in range(SAMPLES_AT_FIRST)),
    ]
    (found,) = _found([problems], settings.weights)
    observed, *expected = found.values
    in_pairs = found.in_pairs
    variation = np.std(expected) / np.mean(expected)
    wanted = ceil((1.96 * variation / PRECISION) ** 2)
    if wanted > len(expected):
        more = [sampler(works, article.characters, chance) for _ in range(wanted - len(expected))]
        (further,) = _found([more], settings.weights)
        expected += further.values
        if further.in_pairs != in_pairs:
            in_pairs = True
            observed, *expected = (
                _in_pairs(one, settings.weights, _nothing) for one in (*problems, *more)
            )
    value = 1.0 if observed == 0 else 1 - observed / float(np.mean(expected))
    return Score(value, len(expected), note="aligned two by two" if in_pairs else "")


def article_disorders(
    study: Study,
    settings: Settings = Settings(),
    *,
    progress: Progress | None = None,
    stopped: Stopped = _never,
) -> Iterator[Disorder]:
    """Yield the disorders of each article that somebody marked, several at a time, in order.

    `progress` and `stopped` are as for `score`.
    """

    def pause() -> None:
        if stopped():
            raise Cancelled

    articles = marked_articles(study)
    steps = (settings.samples + 1) * len(articles)
    tell, done = progress or _nothing, count(1)
    tell(0, steps)
    sampler = SAMPLERS[settings.sampler]
    for first in range(0, len(articles), _AT_ONCE // settings.samples or 1):
        batch = articles[first : first + (_AT_ONCE // settings.samples or 1)]
        heaps = []
        for number, article in enumerate(batch, first):
            chance = np.random.default_rng([study.seed, number])
            heap = [_works(study, article)]
            for _ in range(settings.samples):
                pause()
                heap.append(sampler(heap[0], article.characters, chance))
            heaps.append(heap)
        found = _found(heaps, settings.weights, pause, lambda: tell(next(done), steps))
        for article, (own, *_), one in zip(batch, heaps, found, strict=True):
            observed, *sampled = one.values
            units = sum(map(len, own)) / len(own)
            yield Disorder(article.id, observed, float(np.mean(sampled)), units, one.in_pairs)


def marked_articles(study: Study) -> list[Studied]:
    """Return the articles that count and in which somebody marked something."""
    return [
        article
        for article in study.counting
        if any(article.works[who].said for who in study.annotators if who in article.works)
    ]


def _works(study: Study, article: Studied) -> list[Marks]:
    place = {label: number for number, label in enumerate(study.labels)}
    return [
        marks(article.works[who].said, place) for who in study.annotators if who in article.works
    ]


@dataclass(frozen=True, slots=True)
class _Found:
    """The least disorders of a heap of problems, all in the same way."""

    values: list[float]
    in_pairs: bool


def _found(
    heaps: Sequence[Sequence[Problem]],
    weights: Weights,
    pause: Pause = _nothing,
    tell: Callable[[], object] = _nothing,
) -> Iterator[_Found]:
    """Yield what each heap comes to; if one of it is too much, all of it is aligned two by two.

    `tell` is called for each problem.
    """
    exactly = disorders(heaps, weights, pause)
    for heap in heaps:
        values = []
        for value in islice(exactly, len(heap)):
            if value is not None:
                values.append(value)
                tell()
        many = len(values)
        if many == len(heap):
            yield _Found(values, in_pairs=False)
            continue
        values = []
        for number, works in enumerate(heap):
            values.append(_in_pairs(works, weights, pause))
            if number >= many:
                tell()
        yield _Found(values, in_pairs=True)


def _in_pairs(works: Problem, weights: Weights, pause: Pause) -> float:
    pairs = [pair for pair in combinations(works, 2) if any(map(len, pair))]
    found = disorders([pairs], weights, pause)
    return float(np.mean([value for value in found if value is not None]))
