"""Where a misplaced annotation's words stand in its article now, as far as that can be told."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, func, select

from app.domain.anchoring import anchored
from app.domain.span import Span
from app.store.tables.articles import articles
from app.store.tables.history import revisions
from app.store.tables.texts import texts


def spans_in_body(body: Mapping[str, Any]) -> tuple[Span, ...]:
    """Return the spans of an annotation as a revision's body tells them."""
    pieces = body.get("fragments") or ((body["start"], body["end"]),)
    return tuple(Span(start, end) for start, end in pieces)


def text_made_on(connection: Connection, body: Mapping[str, Any]) -> str | None:
    """Return the text of the article, as any of its revisions had it, in which the words fit."""
    named = select(func.json_extract(revisions.c.body, "$.sha256")).where(
        revisions.c.record == body["article"], revisions.c.kind == "article", ~revisions.c.deleted
    )
    for sha256 in sorted(set(connection.execute(named).scalars())):
        query = select(texts.c.text).filter_by(sha256=sha256)
        text: str | None = connection.execute(query).scalar()
        if text is not None and text[body["start"] : body["end"]] == body["quote"]:
            return text
    return None


def place_now(connection: Connection, body: Mapping[str, Any]) -> tuple[Span, ...] | None:
    """Return where a misplaced annotation's words stand in its article now; None where unsure."""
    was = text_made_on(connection, body)
    now = _text_now(connection, body["article"])
    return None if was is None or now is None else anchored(was, now, spans_in_body(body))


def _text_now(connection: Connection, article: str) -> str | None:
    query = select(texts.c.text).join(articles, articles.c.sha256 == texts.c.sha256)
    text: str | None = connection.execute(query.where(articles.c.id == article)).scalar()
    return text
