"""Which articles are there, and how far is an annotator with each?"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, Text, bindparam, func, select

from app.domain.assignment import State, state_of
from app.store.batches import batches
from app.store.tables.annotations import annotations, fingerprint_sum
from app.store.tables.articles import articles
from app.store.tables.assignments import assignments


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One line of the article list, as one annotator sees it."""

    id: str
    title: str
    source: str
    published: str
    characters: int
    annotations: int
    state: State


def article_list(
    connection: Connection, *, annotator: str | None, only: str | None = None
) -> list[ArticleRow]:
    """Return all articles, or `only` one, by id; no texts are read.

    Ids that Galley gives grow with time, so these articles stand in the order in which they came;
    one that brought its own id stands where that puts it, the same in every project.
    """
    facts = {"annotator": annotator} | ({} if only is None else {"only": only})
    listed, counts, settled = _questions(of_one=only is not None)
    counted: dict[str, int] = dict(map(tuple, connection.execute(counts, facts)))
    done_as: dict[str, int] = dict(map(tuple, connection.execute(settled, facts)))
    standing = _fingerprints(connection, annotator, done_as) if done_as else {}
    result = []
    for name, title, source, published, characters in connection.execute(listed, facts):
        number, is_done = counted.get(name, 0), name in done_as
        state = state_of(
            done=is_done,
            done_as=done_as[name] if is_done else 0,
            annotations=number,
            fingerprint=standing.get(name, 0),
        )
        result.append(ArticleRow(name, title, source, published, characters, number, state))
    return result


@cache
def _questions(*, of_one: bool) -> tuple[Select[Any], ...]:
    """Return what asks for articles, for counts of annotations and for what is done.

    Every act asks again about one article, and to put these together takes longer than to answer.
    """
    annotator, only = (bindparam(name, type_=Text) for name in ("annotator", "only"))
    listed = select(
        articles.c.id,
        articles.c.title,
        articles.c.source,
        articles.c.published,
        articles.c.characters,
    ).order_by(articles.c.id)
    counts = (
        select(annotations.c.article, func.count())
        .where(annotations.c.annotator == annotator)
        .group_by(annotations.c.article)
    )
    settled = select(assignments.c.article, assignments.c.done_as).where(
        assignments.c.annotator == annotator, assignments.c.done
    )
    if of_one:
        listed = listed.where(articles.c.id == only)
        counts = counts.where(annotations.c.article == only)
        settled = settled.where(assignments.c.article == only)
    return listed, counts, settled


def _fingerprints(
    connection: Connection, annotator: str | None, done: Iterable[str]
) -> dict[str, int]:
    """Return what stands in the articles that are done: only there it tells of a change."""
    sums = (
        select(annotations.c.article, fingerprint_sum())
        .where(annotations.c.annotator == annotator)
        .group_by(annotations.c.article)
    )
    return {
        article: total
        for batch in batches(done)
        for article, total in connection.execute(sums.where(annotations.c.article.in_(batch)))
    }
