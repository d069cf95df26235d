"""Plain text: one file is one article."""

import hashlib
from collections.abc import Iterator
from typing import BinaryIO

from app.domain.article import canonical, fingerprint
from app.exchange.decoding import decode
from app.exchange.limits import ARTICLE_CHARACTERS
from app.exchange.loss import Loss
from app.exchange.malformed import Malformed
from app.exchange.particulars import particulars_of
from app.exchange.recognise import HEAD_BYTES, recognise
from app.exchange.record import ArticleRecord

_MOST_BYTES = 4 * ARTICLE_CHARACTERS
_TOO_LONG = f"it is longer than {ARTICLE_CHARACTERS:,} characters, the most for one article."


def read(
    stream: BinaryIO,
    *,
    name: str = "",
    loss: Loss | None = None,  # noqa: ARG001 - a text is kept whole, so nothing is ever counted
) -> Iterator[ArticleRecord]:
    """Yield the one article that `stream` holds; `name` gives the title where the text has none."""
    received = stream.read(_MOST_BYTES + 1)
    if kind := recognise(received[:HEAD_BYTES]):
        raise Malformed(f"it is {kind.name}.", advice=kind.advice)
    if len(received) > _MOST_BYTES:
        raise Malformed(_TOO_LONG)
    decoded = decode(received)
    stored = canonical(decoded.text)
    if len(stored.text) > ARTICLE_CHARACTERS:
        raise Malformed(_TOO_LONG)
    if not stored.text.strip():
        raise Malformed("it is empty.")
    told = particulars_of(stored.text, name=name)
    yield ArticleRecord(
        text=stored.text,
        title=told.title,
        source=told.source,
        url=told.url,
        published=told.published,
        sha256=fingerprint(stored.text),
        encoding=f"{decoded.encoding} (detected)" if decoded.guessed else decoded.encoding,
        received_sha256=hashlib.sha256(received).hexdigest(),
        changed=stored.changed,
    )
