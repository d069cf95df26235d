"""A study: annotators × articles × labels that a measure is asked about.

Only finished work counts. An annotator whose work on an article is there and holds nothing has
looked and marked nothing: that is data. One whose work is not there has not finished: that is
missing, and never taken for nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain, combinations, count, islice, product
from string import ascii_uppercase
from typing import TYPE_CHECKING

from app.alignment.statement import Statement, once_each, trimmed
from app.domain.span import Span, united
from app.errors import Refused

if TYPE_CHECKING:
    from app.agreement.columns import Columns

GOLD = "gold"
"""The reserved annotator that holds what was settled: the reference, and no one's own work."""

SEED = 20260301
RESAMPLES = 2000


@dataclass(frozen=True, slots=True)
class Link:
    """A relation: the statement of id `source` stands in the relation `kind` to `target`.

    `article` is the target's article where that is another one than the source's.
    """

    kind: str
    source: str
    target: str
    article: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """What one annotator says of one article that they finished; perhaps nothing.

    `day` is the ISO date on which they finished it, "" where that is unknown; `round` the round of
    work in which it was allotted to them, 0 where it was not. `changed` says that they changed it
    since they finished it; it counts as it stands.
    """

    said: tuple[Statement, ...] = ()
    links: tuple[Link, ...] = ()
    day: str = ""
    round: int = 0
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Studied:
    """One article of a study: its length in code points, and the finished work by annotator.

    `furniture` is outside the study. `tokens` are the units of what counts tokens, where given.
    """

    id: str
    characters: int
    works: Mapping[str, Work]
    furniture: tuple[Span, ...] = ()
    tokens: tuple[Span, ...] | None = None


@dataclass(frozen=True)
class Study:
    """What is asked about; made by `study_of`, which brings both sides of everything into order.

    For measures with two sides the first annotator is the reference. `left_out` tells how many
    articles do not count, by reason. Intervals come from so many `resamples` of articles, drawn
    with `seed`, 0 for none. `repeats` counts statements that an annotator made twice, word for
    word, and that count once.
    """

    annotators: tuple[str, ...]
    labels: tuple[str, ...]
    articles: tuple[Studied, ...]
    left_out: Mapping[str, int] = field(default_factory=dict)
    seed: int = SEED
    resamples: int = RESAMPLES
    repeats: int = 0

    @property
    def pairs(self) -> list[tuple[int, int]]:
        """All pairs of annotators, by their places."""
        return list(combinations(range(len(self.annotators)), 2))

    @property
    def changed(self) -> int:
        """How many pieces of work count that were changed after they were said to be done."""
        return sum(
            who in article.works and article.works[who].changed
            for article in self.counting
            for who in self.annotators
        )

    @cached_property
    def counting(self) -> tuple[Studied, ...]:
        """The articles that at least two of the annotators finished."""
        return tuple(one for one in self.articles if self._finished(one) > 1)

    def _finished(self, article: Studied) -> int:
        return sum(who in article.works for who in self.annotators)

    @cached_property
    def columns(self) -> "Columns":
        """What counts, as columns of numbers; made when a measure first asks."""
        from app.agreement.columns import columns_of

        return columns_of(self)

    def of_annotators(self, names: Sequence[str]) -> "Study":
        """Return the study of these annotators alone, in this order."""
        return replace(self, annotators=tuple(names))

    def under_names(self, names: Mapping[str, str]) -> "Study":
        """Return the same study with annotators called otherwise; no others' work is in it."""
        articles = [
            replace(one, works={names[who]: own for who, own in one.works.items() if who in names})
            for one in self.articles
        ]
        called = tuple(names[who] for who in self.annotators)
        return replace(self, annotators=called, articles=tuple(articles))

    def without_names(self) -> "Study":
        """Return the same study with annotators called A, B, C …, all but gold, in their order."""
        return self.under_names(self.letters())

    def letters(self) -> dict[str, str]:
        """Return what annotators are called there, by their names."""
        letter = letters_from(0)
        return {who: GOLD if who == GOLD else next(letter) for who in self.annotators}

    def of_labels(self, labels: Iterable[str]) -> "Study":
        """Return the study of these labels alone; all other statements are out of it."""
        wanted = tuple(labels)
        return replace(
            self,
            labels=wanted,
            articles=tuple(_only(article, frozenset(wanted)) for article in self.articles),
        )

    def of_articles(self, ids: Iterable[str]) -> "Study":
        """Return the study of these articles alone."""
        wanted = frozenset(ids)
        return replace(self, articles=tuple(one for one in self.articles if one.id in wanted))


def letters_from(first: int) -> Iterator[str]:
    """Yield A, B … Z, AA, AB … from the one of a number on, counted from 0."""
    every = chain.from_iterable(product(ascii_uppercase, repeat=size) for size in count(1))
    return map("".join, islice(every, first, None))


def study_of(
    articles: Iterable[Studied],
    *,
    annotators: Sequence[str],
    labels: Sequence[str] | None = None,
    seed: int = SEED,
    resamples: int = RESAMPLES,
) -> Study:
    """Return the study of these annotators and labels; None for all labels there are.

    Furniture is taken away, and the same statement counts once. Refused are statements that leave
    their article and annotators who are named twice.
    """
    if len(set(annotators)) < len(annotators):
        raise Refused("An annotator can be in a study only once.")
    settled, repeats = [], 0
    for article in articles:
        region = _within(article.furniture, article.characters)
        works = {}
        for who, work in article.works.items():
            if who in annotators:
                works[who], again = _settled(article, work, region)
                repeats += again
        settled.append(replace(article, works=works, furniture=region))
    if labels is None:
        labels = sorted({s.label for a in settled for work in a.works.values() for s in work.said})
    done = [len(article.works) for article in settled]
    left_out = {
        "finished by none of them": done.count(0),
        "finished by one of them only": done.count(1),
    }
    whole = Study(tuple(annotators), (), tuple(settled), left_out, seed, resamples, repeats)
    return whole.of_labels(labels)


def _within(furniture: Iterable[Span], characters: int) -> tuple[Span, ...]:
    """Return furniture in order, none touching the next, as far as the article goes."""
    return united(
        Span(one.start, min(one.end, characters)) for one in furniture if one.start < characters
    )


def _settled(article: Studied, work: Work, furniture: tuple[Span, ...]) -> tuple[Work, int]:
    """Return the work as it counts, and how many statements were made twice."""
    kept = []
    for one in work.said:
        if one.pieces[-1].end > article.characters:
            raise Refused(
                f"Article {article.id}: the span {one.span.start}–{one.span.end} ends after the "
                f"article, which has {article.characters} characters."
            )
        inside = trimmed(one, furniture) if furniture else one
        if inside is not None:
            kept.append(inside)
    said = once_each(kept)
    if len(said) == len(work.said) or not work.links:
        return replace(work, said=said), len(kept) - len(said)
    stands_for = {(one.pieces, one.label): one.id for one in said}
    name = {one.id: stands_for[one.pieces, one.label] for one in kept}
    links = tuple(
        replace(
            link,
            source=name[link.source],
            target=link.target if link.article else name[link.target],
        )
        for link in work.links
        if link.source in name and (link.article or link.target in name)
    )
    return replace(work, said=said, links=links), len(kept) - len(said)


def _only(article: Studied, labels: frozenset[str]) -> Studied:
    if all(one.label in labels for work in article.works.values() for one in work.said):
        return article
    works = {}
    for who, work in article.works.items():
        said = tuple(one for one in work.said if one.label in labels)
        here = {one.id for one in said}
        links = tuple(
            link
            for link in work.links
            if link.source in here and (link.article or link.target in here)
        )
        works[who] = replace(work, said=said, links=links)
    return replace(article, works=works)
