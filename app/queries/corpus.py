"""Which articles are searched, under which hash does their text lie, and what is marked there?"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Text,
    and_,
    exists,
    func,
    not_,
    or_,
    select,
    type_coerce,
)

from app.domain.assignment import State
from app.domain.span import Span
from app.store.batches import batches
from app.store.tables.annotations import annotations, spans_of
from app.store.tables.articles import articles
from app.store.tables.assignments import assignments
from app.store.tables.texts import texts


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which articles are searched, as one annotator sees them, and where in them.

    Empty `states` are all of them; of the others each stands for all that begin with it: DONE for
    what is done with or without marks, or changed since. With `labels` or `unsure` only what lies
    within such annotations counts, or, with `whole_articles`, all of an article that has one.
    """

    states: frozenset[State] = frozenset()
    outlet: str | None = None
    labels: frozenset[str] = frozenset()
    unsure: bool = False
    whole_articles: bool = False

    @property
    def asks_for_annotations(self) -> bool:
        """Whether only articles with certain annotations are searched."""
        return bool(self.labels) or self.unsure

    @property
    def is_within_annotations(self) -> bool:
        """Whether only the words of those annotations are searched."""
        return self.asks_for_annotations and not self.whole_articles

    def __bool__(self) -> bool:
        return bool(self.states) or self.outlet is not None or self.asks_for_annotations


@dataclass(frozen=True, slots=True)
class Searched:
    """An article that is searched, and the hash of its text."""

    id: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Marked:
    """What an annotation says about an article: where, with which label, and how sure."""

    label: str
    spans: tuple[Span, ...]
    unsure: bool


def hashes(connection: Connection) -> dict[str, int]:
    """Return the hash of every article's text and its length in code points, by article id."""
    query = select(articles.c.sha256, articles.c.characters).order_by(articles.c.id)
    return dict(map(tuple, connection.execute(query)))


def texts_under(connection: Connection, *, hashes: Collection[str]) -> list[tuple[str, str]]:
    """Return these hashes with their texts, in order; all of them at once in memory."""
    query = select(texts.c.sha256, texts.c.text)
    found = {
        sha256: text
        for batch in batches(hashes)
        for sha256, text in connection.execute(query.where(texts.c.sha256.in_(batch)))
    }
    return [(sha256, found[sha256]) for sha256 in hashes if sha256 in found]


def articles_with(connection: Connection, *, hashes: Iterable[str]) -> list[Searched]:
    """Return the articles whose texts these are, in the order of the hashes."""
    names: dict[str, list[str]] = defaultdict(list)
    query = select(articles.c.id, articles.c.sha256).order_by(articles.c.id)
    hashes = list(hashes)
    for batch in batches(hashes):
        for name, sha256 in connection.execute(query.where(articles.c.sha256.in_(batch))):
            names[sha256].append(name)
    return [Searched(name, sha256) for sha256 in hashes for name in names[sha256]]


def searched(
    connection: Connection, *, narrowing: Narrowing, annotator: str | None
) -> list[Searched]:
    """Return the articles that are searched, by id."""
    query = select(articles.c.id, articles.c.sha256).order_by(articles.c.id)
    if narrowing.outlet is not None:
        query = query.where(articles.c.source == narrowing.outlet)
    if narrowing.states:
        query = query.where(or_(*(_is(state, annotator) for state in narrowing.states)))
    if narrowing.asks_for_annotations:
        query = query.where(_is_marked(annotator, *_conditions(narrowing)))
    return [Searched(*row) for row in connection.execute(query)]


def marked_in(
    connection: Connection, *, articles: Collection[str], annotator: str | None
) -> dict[str, list[Marked]]:
    """Return what the annotator marked in each of these articles, in reading order."""
    found: dict[str, list[Marked]] = defaultdict(list)
    table = annotations.c
    query = select(
        table.article,
        table.label,
        table.start,
        table.end,
        type_coerce(table.fragments, Text),
        type_coerce(table.unsure, Integer),
    ).order_by(table.start, table.end.desc(), table.id)
    for batch in batches(articles):
        mine = query.where(table.article.in_(batch), table.annotator == annotator)
        for article, label, start, end, fragments, unsure in connection.execute(mine):
            spans = spans_of(start, end, fragments)
            found[article].append(Marked(label, spans, bool(unsure)))
    return found


def outlets(connection: Connection) -> dict[str, int]:
    """Return how many articles each outlet has, by name; articles without one are left out."""
    source = articles.c.source
    query = select(source, func.count()).where(source != "").group_by(source).order_by(source)
    return dict(map(tuple, connection.execute(query)))


def _conditions(narrowing: Narrowing) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if narrowing.labels:
        conditions.append(annotations.c.label.in_(sorted(narrowing.labels)))
    if narrowing.unsure:
        conditions.append(type_coerce(annotations.c.unsure, Integer) == 1)
    return conditions


def _is(state: State, annotator: str | None) -> ColumnElement[bool]:
    finished = exists().where(
        assignments.c.article == articles.c.id,
        assignments.c.annotator == annotator,
        type_coerce(assignments.c.done, Integer) == 1,
    )
    if state.is_done:
        return finished
    begun = _is_marked(annotator)
    return and_(not_(finished), begun if state is State.BEGUN else not_(begun))


def _is_marked(annotator: str | None, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(
        annotations.c.article == articles.c.id, annotations.c.annotator == annotator, *conditions
    )
