"""What must be known of a project to tell it from another state of itself, which lies elsewhere.

What the many annotations say is first asked by article and annotator, as sums of fingerprints; only
where those differ is anybody asked about single ones. No texts are read. Only columns that every
schema has are asked for, so that backups of older projects can be told of too.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Table, func, select

from app.domain.difference import Cell, How, Line, Marks, Standing
from app.store.batches import batches
from app.store.tables.annotations import annotations, fingerprint_sum
from app.store.tables.annotators import annotators
from app.store.tables.articles import articles
from app.store.tables.assignments import assignments
from app.store.tables.labels import labels

_LONGEST_QUOTE = 300
"""Code points; a line shows no more of a claim that fills a page."""


def standing(connection: Connection) -> Standing:
    """Return what the project holds."""
    sums = select(
        annotations.c.article, annotations.c.annotator, func.count(), fingerprint_sum()
    ).group_by(annotations.c.article, annotations.c.annotator)
    names = select(annotators.c.id, annotators.c.name)
    return Standing(
        articles=_marks(connection, articles),
        labels=_marks(connection, labels),
        done=_marks(connection, assignments),
        people=dict(map(tuple, connection.execute(names))),
        cells={
            (article, person): (number, total)
            for article, person, number, total in connection.execute(sums)
        },
    )


def annotation_marks(connection: Connection, *, cells: Iterable[Cell]) -> dict[Cell, Marks]:
    """Return the annotations of these articles and annotators, those without any left out."""
    wanted = set(cells)
    here = annotations.c
    found: dict[Cell, dict[str, int]] = {}
    for batch in batches(sorted({article for article, _ in wanted})):
        rows = connection.execute(
            select(here.article, here.annotator, here.id, here.fingerprint).where(
                here.article.in_(batch)
            )
        )
        for article, person, name, mark in rows:
            if (article, person) in wanted:
                found.setdefault((article, person), {})[name] = mark
    return dict(found)


def article_lines(connection: Connection, *, how: How, ids: Sequence[str]) -> list[Line]:
    """Return a line for each of these articles."""
    titles: dict[str, str] = {}
    for batch in batches(ids):
        query = select(articles.c.id, articles.c.title).where(articles.c.id.in_(batch))
        titles |= dict(map(tuple, connection.execute(query)))
    return [Line(how, titles[name]) for name in ids if name in titles]


def annotation_lines(connection: Connection, *, how: How, ids: Sequence[str]) -> list[Line]:
    """Return a line for each of these annotations, article by article and in reading order."""
    here = annotations.c
    found: list[tuple[Any, ...]] = []
    for batch in batches(ids):
        query = (
            select(
                here.article,
                here.start,
                here.id,
                articles.c.title,
                labels.c.name,
                func.substr(here.quote, 1, _LONGEST_QUOTE),
                annotators.c.name,
            )
            .join(articles, articles.c.id == here.article)
            .join(labels, labels.c.id == here.label)
            .join(annotators, annotators.c.id == here.annotator)
            .where(here.id.in_(batch))
        )
        found += map(tuple, connection.execute(query))
    return [Line(how, *facts) for _, _, _, *facts in sorted(found)]


def _marks(connection: Connection, table: Table) -> Marks:
    rows = connection.execute(select(table.c.id, table.c.fingerprint))
    return dict(map(tuple, rows))
