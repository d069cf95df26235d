"""Which of an annotator's annotations hold these words, the newest first?"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, or_, select

from app.domain.place import Place
from app.domain.span import Span
from app.store.tables.annotations import annotations
from app.store.tables.articles import articles

ROWS = 2_000
"""Annotations looked at in one go: so many take less than a frame."""


@dataclass(frozen=True, slots=True)
class FoundAnnotation:
    """An annotation, where it stands and in which article."""

    place: Place
    label: str
    quote: str
    title: str


@dataclass(frozen=True, slots=True)
class AnnotationPage:
    """What some of the annotations hold; `last` is where to go on, "" after all of them."""

    found: tuple[FoundAnnotation, ...]
    last: str


def annotations_holding(
    connection: Connection,
    *,
    words: Sequence[tuple[str, Collection[str]]],
    annotator: str,
    before: str = "",
) -> AnnotationPage:
    """Return those of the next `ROWS` annotations, anybody's, that are this annotator's and hold
    every word, which is casefolded, in their quotation or else have one of its labels (ids).

    The newest ones come first; `before` is the `last` of the page before.
    """
    newest = select(annotations).order_by(annotations.c.id.desc()).limit(ROWS)
    if before:
        newest = newest.where(annotations.c.id < before)
    some = newest.subquery()
    holds = [
        or_(func.instr(func.lower(some.c.quote), word) > 0, some.c.label.in_(sorted(labels)))
        for word, labels in words
        if word.isascii()  # SQLite knows no other capitals; what follows looks at all words
    ]
    query = (
        select(
            some.c.id,
            some.c.article,
            some.c.label,
            some.c.start,
            some.c.end,
            some.c.quote,
            articles.c.title,
        )
        .join(articles, articles.c.id == some.c.article)
        .where(some.c.annotator == annotator, *holds)
        .order_by(some.c.id.desc())
    )
    found = tuple(
        FoundAnnotation(Place(article, Span(start, end), name), label, quote, title)
        for name, article, label, start, end, quote, title in connection.execute(query)
        if all(word in quote.casefold() or label in labels for word, labels in words)
    )
    ends = select(func.count(), func.min(some.c.id))
    count, last = connection.execute(ends).one()
    return AnnotationPage(found, last if count == ROWS else "")
