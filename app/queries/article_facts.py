"""What is known of some articles, and what do they say?"""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from app.domain.article import Article
from app.store.batches import among, bound
from app.store.bulk import fetch_rows
from app.store.tables.articles import ARTICLE, articles
from app.store.tables.texts import texts


def articles_of(connection: Connection, *, only: Iterable[str]) -> dict[str, Article]:
    """Return the particulars of these articles, by id."""
    query = select(articles).where(among(articles.c.id))
    found = connection.execute(query, bound(only)).mappings()
    return {row["id"]: ARTICLE.from_row(row) for row in found}


def texts_of(connection: Connection, *, only: Iterable[str]) -> dict[str, str]:
    """Return the texts of these articles, by id."""
    query = select(articles.c.id, texts.c.text).join(texts, texts.c.sha256 == articles.c.sha256)
    return dict(fetch_rows(connection, query.where(among(articles.c.id)), bound(only)))
