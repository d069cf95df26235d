"""Which articles are there, and how far is an annotator with each?"""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from app.domain.assignment import State, state_of
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
    """Return all articles, or `only` one, in the order in which they came; no texts are read."""
    query = select(
        articles.c.id,
        articles.c.title,
        articles.c.source,
        articles.c.published,
        articles.c.characters,
    ).order_by(articles.c.id)
    counts = (
        select(
            annotations.c.article,
            func.count().label("annotations"),
            fingerprint_sum().label("fingerprint"),
        )
        .where(annotations.c.annotator == annotator)
        .group_by(annotations.c.article)
    )
    settled = select(assignments).where(assignments.c.annotator == annotator)
    if only is not None:
        query = query.where(articles.c.id == only)
        counts = counts.where(annotations.c.article == only)
        settled = settled.where(assignments.c.article == only)
    counted = {row.article: row for row in connection.execute(counts)}
    assigned = {row.article: row for row in connection.execute(settled)}
    result = []
    for row in connection.execute(query):
        count, assignment = counted.get(row.id), assigned.get(row.id)
        number = count.annotations if count else 0
        state = state_of(
            done=bool(assignment and assignment.done),
            done_as=assignment.done_as if assignment else 0,
            annotations=number,
            fingerprint=count.fingerprint if count else 0,
        )
        result.append(ArticleRow(*row, number, state))
    return result
