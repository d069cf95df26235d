"""What is known about one article, and what does one annotator say about it?"""

from collections.abc import Collection
from functools import partial

from sqlalchemy import Connection, Integer, Text, select, type_coerce

from app.domain.annotation import Annotation, reading_order
from app.domain.annotation_rows import AnnotationRows, Row
from app.domain.article import Article
from app.store.batches import batches
from app.store.bulk import fetch_rows
from app.store.tables.annotations import ANNOTATION, annotations, spans_of
from app.store.tables.articles import ARTICLE, articles


def article(connection: Connection, *, article: str) -> Article | None:
    """Return an article's particulars, or None where it is not in the project."""
    row = connection.execute(select(articles).filter_by(id=article)).mappings().one_or_none()
    return None if row is None else ARTICLE.from_row(row)


def annotations_of(
    connection: Connection, *, article: str, annotator: str | None
) -> list[Annotation]:
    """Return what an annotator says about an article, in reading order."""
    return list(annotation_rows(connection, article=article, annotator=annotator))


def annotation_rows(
    connection: Connection, *, article: str, annotator: str | None
) -> AnnotationRows:
    """Return the same as rows, for those who look at a few of many."""
    make = partial(_made, article, annotator or "")
    if annotator is None:
        return AnnotationRows((), make)
    table = annotations.c
    query = (
        select(
            table.start,
            -table.end,
            table.id,
            table.label,
            type_coerce(table.fragments, Text),
            table.quote,
            type_coerce(table.unsure, Integer),
            table.note,
        )
        .where(table.article == article, table.annotator == annotator)
        .order_by(table.start)
    )
    # by start they lie in the file already; what is left to sort takes SQLite longer
    return AnnotationRows(sorted(fetch_rows(connection, query)), make)


def annotations_named(connection: Connection, *, ids: Collection[str]) -> list[Annotation]:
    """Return those of these annotations that are in the project, in reading order."""
    found = [
        ANNOTATION.from_row(row)
        for batch in batches(sorted(ids))
        for row in connection.execute(
            select(annotations).where(annotations.c.id.in_(batch))
        ).mappings()
    ]
    return sorted(found, key=reading_order)


def _made(article: str, annotator: str, row: Row) -> Annotation:
    start, end, name, label, fragments, quote, unsure, note = row
    return Annotation(
        id=name,
        article=article,
        annotator=annotator,
        label=label,
        spans=spans_of(start, -end, fragments),
        quote=quote,
        unsure=bool(unsure),
        note=note,
    )
