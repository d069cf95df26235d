"""The verbs of articles: correct what is known about one."""

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.article import Article
from app.domain.storable import storable
from app.errors import Refused

if TYPE_CHECKING:
    from app.store.transaction import Transaction

TITLE_LIMIT = 500
URL_LIMIT = 2_000
LANGUAGE_LIMIT = 100


def describe(
    tx: "Transaction",
    *,
    article: str,
    title: str,
    source: str,
    url: str,
    published: str,
    language: str,
) -> Article:
    """Correct an article's particulars; its text never changes."""
    tx.name_step("edit the article's details")
    if not title.strip():
        raise Refused("An article needs a title.")
    for name, value, limit in (
        ("title", title, TITLE_LIMIT),
        ("outlet", source, TITLE_LIMIT),
        ("date", published, TITLE_LIMIT),
        ("address", url, URL_LIMIT),
        ("language", language, LANGUAGE_LIMIT),
    ):
        if len(value) > limit:
            raise Refused(f"The {name} may have {limit:,} characters; it has {len(value):,}.")
    return tx.change(
        replace(
            tx.require(Article, article),
            title=storable(title).strip(),
            source=storable(source).strip(),
            url=storable(url).strip(),
            published=storable(published).strip(),
            language=storable(language).strip(),
        )
    )
