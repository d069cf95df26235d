"""What is said to a terminal, where text from outside must not act as commands."""

import io
import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

_TURNS_TEXT = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_ACTS = frozenset({"Cc", "Cs", "Zl", "Zp"})


def one_line(text: str) -> str:
    """Return `text` with control characters, line ends and turns of direction spelled out."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_spelled(letter) for letter in text)


def say(*parts: str) -> None:
    """Print one line to standard output, its parts kept apart by tabs."""
    print(*map(one_line, parts), sep="\t")


def complain(sentence: str) -> None:
    """Print one line to standard error."""
    print(one_line(sentence), file=sys.stderr)


def say_json(value: object) -> None:
    """Print `value` as JSON; all but ASCII is escaped, so that any terminal and script reads it."""
    import json

    print(json.dumps(value, indent=2))


def say_table(rows: Iterable[tuple[str, ...]]) -> None:
    """Print rows in columns as wide as their widest cell; the last column runs free."""
    cells = [tuple(one_line(cell) for cell in row) for row in rows]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        padded = [
            cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)
        ]
        print("  ".join(padded).rstrip())


@contextmanager
def bytes_out() -> Iterator[BinaryIO]:
    """Give standard output for bytes, so that all of them are written."""
    stream = sys.stdout.buffer
    if isinstance(stream, io.RawIOBase):  # as under `python -u`: it may write a part and be content
        with os.fdopen(os.dup(stream.fileno()), "wb") as whole:
            yield whole
    else:
        yield stream


def speak_any_text() -> None:
    """Let standard output and error spell out what their encoding lacks, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _spelled(letter: str) -> str:
    acts = letter in _TURNS_TEXT or unicodedata.category(letter) in _ACTS
    return letter.encode("unicode_escape").decode("ascii") if acts else letter


def _width(text: str) -> int:
    """Return how many columns of a terminal `text` takes."""
    return sum(map(_columns, text))


def _columns(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
