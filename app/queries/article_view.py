"""What is known about one article, and what does one annotator say about it?"""

from collections.abc import Collection

from sqlalchemy import Connection, Integer, Text, select, type_coerce

from app.domain.annotation import Annotation, reading_order
from app.domain.article import Article
from app.store.batches import batches
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
    if annotator is None:
        return []
    table = annotations.c
    query = (
        select(
            table.id,
            table.label,
            table.start,
            table.end,
            type_coerce(table.fragments, Text),
            table.quote,
            type_coerce(table.unsure, Integer),
            table.note,
        )
        .where(table.article == article, table.annotator == annotator)
        .order_by(table.start, table.end.desc(), table.id)
    )
    rows = connection.execute(query).all()
    return [
        Annotation(
            id=name,
            article=article,
            annotator=annotator,
            label=label,
            spans=spans_of(start, end, fragments),
            quote=quote,
            unsure=bool(unsure),
            note=note,
        )
        for name, label, start, end, fragments, quote, unsure, note in rows
    ]


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
