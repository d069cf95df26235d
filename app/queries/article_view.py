"""What is known about one article, and what does one annotator say about it?"""

from collections.abc import Collection

from sqlalchemy import Connection, select

from app.domain.annotation import Annotation, reading_order
from app.domain.article import Article
from app.store.batches import batches
from app.store.tables.annotations import ANNOTATION, annotations
from app.store.tables.articles import ARTICLE, articles


def article(connection: Connection, *, article: str) -> Article | None:
    """Return an article's particulars, or None where it is not in the project."""
    row = connection.execute(select(articles).filter_by(id=article)).mappings().one_or_none()
    return None if row is None else ARTICLE.from_row(row)


def annotations_of(
    connection: Connection, *, article: str, annotator: str | None
) -> list[Annotation]:
    """Return what an annotator says about an article, in reading order."""
    query = select(annotations).filter_by(article=article, annotator=annotator)
    rows = connection.execute(query).mappings()
    return sorted((ANNOTATION.from_row(row) for row in rows), key=reading_order)


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
