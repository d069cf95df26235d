"""Formats that articles and annotations travel in, one per file; here is their roll-call."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import BinaryIO, Protocol, cast

from app.exchange.loss import Loss
from app.exchange.record import ArticleRecord


class Reader(Protocol):
    """Yields what a stream holds; `Malformed` where it breaks the format."""

    def __call__(
        self, stream: BinaryIO, *, name: str = "", loss: Loss | None = None
    ) -> Iterator[ArticleRecord]:
        """Read from `stream`; `name` is the file's, `loss` counts what cannot be kept."""


class Writer(Protocol):
    """Writes records to a stream and tells what the format could not carry."""

    def __call__(self, records: Iterable[ArticleRecord], stream: BinaryIO) -> Loss:
        """Write `records` to `stream`."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format's name in words, its usual suffixes and its module, imported when first used.

    `writes` and `holds_one` say whether it can be written and whether a file is one article.
    """

    title: str
    suffixes: tuple[str, ...]
    module: str
    writes: bool = True
    holds_one: bool = False

    @property
    def read(self) -> Reader:
        """The module's reader."""
        return cast("Reader", import_module(self.module).read)

    @property
    def write(self) -> Writer:
        """The module's writer, where it `writes`."""
        return cast("Writer", import_module(self.module).write)


FORMATS: dict[str, Format] = {
    "jsonl": Format("Galley JSONL", (".jsonl", ".ndjson", ".json"), "app.exchange.jsonl"),
    "text": Format(
        "plain text",
        (".txt", ".text", ".md"),
        "app.exchange.plain_text",
        writes=False,
        holds_one=True,
    ),
}

_BEGINS_AS_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"")


def format_of(name: str, head: bytes) -> str:
    """Return the key in `FORMATS` of a file by its first bytes and, where they are mute, its name.

    A text is whatever is nothing else; its reader says what it cannot read.
    """
    if _BEGINS_AS_JSON.match(head) or name.lower().endswith(FORMATS["jsonl"].suffixes):
        return "jsonl"
    return "text"
