"""The verbs of articles: correct what is known about one."""

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.article import LONGEST, Article
from app.domain.storable import storable
from app.errors import Refused

if TYPE_CHECKING:
    from app.store.transaction import Transaction


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
    for name, value, field in (
        ("title", title, "title"),
        ("outlet", source, "source"),
        ("date", published, "published"),
        ("address", url, "url"),
        ("language", language, "language"),
    ):
        if len(value) > (limit := LONGEST[field]):
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
