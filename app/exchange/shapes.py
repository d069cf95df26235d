"""The shapes of a JSONL line, and what is said of a line that has another shape."""

import re
from typing import Any

import msgspec

from app.exchange.malformed import Malformed


class SpanIn(msgspec.Struct):
    """A span as it may come: only `start`, `end` and `label` are needed."""

    start: int
    end: int
    label: str
    id: str | int | None = None
    text: str | None = None
    fragments: list[tuple[int, int]] | None = None
    unsure: bool | None = None
    note: str | None = None


class MetaIn(msgspec.Struct):
    """Particulars as they may come; all of them may be missing."""

    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: str | None = None
    story: str | None = None
    language: str | None = None
    sha256: str | None = None


class LineIn(msgspec.Struct):
    """A line as it may come: only `text` is needed; null means the same as missing."""

    text: str
    id: str | int | None = None
    annotator: str | None = None
    done: bool | None = None
    spans: list[SpanIn] | None = None
    relations: list[dict[str, Any]] | None = None
    regions: list[dict[str, Any]] | None = None
    meta: MetaIn | None = None


class SpanOut(msgspec.Struct, omit_defaults=True, gc=False):
    """A span as it is written, its keys in order."""

    id: str
    start: int
    end: int
    label: str
    text: str
    fragments: list[tuple[int, int]] | None = None
    unsure: bool = False
    note: str = ""


class MetaOut(msgspec.Struct):
    """Particulars as they are written, its keys in order."""

    title: str
    source: str
    url: str
    published: str
    story: str
    language: str
    sha256: str


class LineOut(msgspec.Struct):
    """A line as it is written, its keys in order."""

    id: str
    text: str
    annotator: str
    done: bool
    spans: list[SpanOut]
    relations: list[dict[str, str]]
    regions: list[dict[str, str]]
    meta: MetaOut


_AT = re.compile(r"^(.*?)(?: - at `\$\.?(.*)`)?$", re.DOTALL)
_MISSING = re.compile(r"missing required field `(.*)`")
_EXPECTED = re.compile(r"Expected `(.*?)`(?: of length (\d+))?, got (?:`(.*?)`|(\d+))")
_KINDS = {
    "int": "a whole number",
    "float": "a number with a fraction",
    "str": "text in quotes",
    "bool": "true or false",
    "array": "a list",
    "object": "an object in braces",
    "null": "null",
}


def shaped(value: dict[str, Any]) -> LineIn:
    """Return `value` as a line; its field and what is wrong there are named if it is none."""
    try:
        return msgspec.convert(value, LineIn, strict=True)
    except msgspec.ValidationError as trouble:
        raise _in_words(str(trouble)) from None


def _in_words(message: str) -> Malformed:
    """Turn the validator's message into a sentence and the field it is about."""
    match = _AT.match(message)
    problem, field = (match.group(1), match.group(2) or "") if match else (message, "")
    if missing := _MISSING.search(problem):
        return Malformed("it is missing.", field=".".join(filter(None, (field, missing.group(1)))))
    if expected := _EXPECTED.search(problem):
        wanted, length, got, count = expected.groups()
        if length is not None:
            return Malformed(f"{length} numbers are expected, not {count}.", field=field)
        kinds = " or ".join(
            _KINDS.get(kind, kind) for kind in wanted.split(" | ") if kind != "null"
        )
        return Malformed(f"{kinds} is expected, not {_KINDS.get(got, got)}.", field=field)
    return Malformed(f"{problem}.", field=field)
