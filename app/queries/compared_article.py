"""What is needed of an article to show everybody's versions of it side by side?"""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from app.domain.label import Label
from app.queries.label_set import label_set
from app.store.tables.articles import articles
from app.store.tables.texts import texts


@dataclass(frozen=True, slots=True)
class ComparedArticle:
    """An article's text and particulars, and the whole label set, retired labels included.

    What annotators say of it is not here: that is the study's to tell.
    """

    id: str
    title: str
    source: str
    published: str
    characters: int
    text: str
    labels: tuple[Label, ...]


def compared_article(connection: Connection, *, article: str) -> ComparedArticle | None:
    """Return an article as it is compared, or None where it is not in the project."""
    table = articles.c
    query = (
        select(table.id, table.title, table.source, table.published, table.characters, texts.c.text)
        .join(texts, texts.c.sha256 == table.sha256)
        .where(table.id == article)
    )
    row = connection.execute(query).one_or_none()
    return None if row is None else ComparedArticle(*row, tuple(label_set(connection)))
