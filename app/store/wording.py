"""Do the words that annotations were made on stand where they say, in their articles?"""

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

from sqlalchemy import Connection, select

from app.store.batches import among, bound
from app.store.bulk import fetch_rows
from app.store.tables.articles import articles
from app.store.texts import TextShelf

_HASHES = select(articles.c.id, articles.c.sha256).where(among(articles.c.id))

Made = tuple[str, int, int, str, str]
"""The article in which an annotation was made, its start and end, its quote, and its own id."""


def misplaced(connection: Connection, shelf: TextShelf, made: Iterable[Made]) -> set[str]:
    """Return the ids of those whose words are not what stands in the article, which has a row."""
    by_article = sorted(made)  # so that each text is fetched once
    names = {article for article, *_ in by_article}
    hashes: dict[str, str] = dict(fetch_rows(connection, _HASHES, bound(names)))
    wrong: set[str] = set()
    for article, there in groupby(by_article, key=itemgetter(0)):
        text = shelf.text(connection, hashes[article])
        wrong.update(record for _, start, end, quote, record in there if text[start:end] != quote)
    return wrong
