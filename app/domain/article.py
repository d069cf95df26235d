"""Articles: news texts as received, known by the hash of their canonical text."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.storable import REPLACEMENT, replaced_unstorable

LONGEST: Mapping[str, int] = {
    "title": 500,
    "source": 500,
    "url": 2_000,
    "published": 500,
    "language": 100,
}
"""How many characters each of an article's particulars may have, wherever they come from."""


@dataclass(frozen=True, slots=True)
class Article:
    """One news text's particulars; the text itself is kept under `sha256` and is never changed.

    `sha256` is over the UTF-8 of the stored text, `received_sha256` over the bytes as they came
    (empty where there were none). `characters` counts code points. `published` is an ISO date or
    date and time, empty where unknown. `received_as` tells the file's name, its encoding and what
    was changed on receipt.
    """

    id: str
    title: str
    sha256: str
    characters: int
    source: str = ""
    url: str = ""
    published: str = ""
    language: str = ""
    received_as: str = ""
    received_sha256: str = ""


@dataclass(frozen=True, slots=True)
class CanonicalText:
    """A text as Galley stores it, and what was changed to get there, one phrase for each change."""

    text: str
    changed: tuple[str, ...]


def canonical(text: str) -> CanonicalText:
    """Return `text` as it is stored: the one form in which all offsets count.

    Leading byte order marks go; CRLF and CR become LF; lone surrogates, NUL and a leading U+FFFE
    become U+FFFD. Nothing else: no normalisation, no folding of spaces, no trimming.
    """
    changed = []
    if text.startswith("\ufeff"):
        text = text.lstrip("\ufeff")  # all of them, so that a stored text read again is the same
        changed.append("byte order mark removed")
    if "\r" in text:
        breaks = text.count("\r")
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        changed.append(f"{breaks} line {'end' if breaks == 1 else 'ends'} unified")
    text, unstorable = replaced_unstorable(text)
    if text.startswith("\ufffe"):
        text = REPLACEMENT + text[1:]
        unstorable += 1
    if unstorable:
        signs = "character" if unstorable == 1 else "characters"
        changed.append(f"{unstorable} unstorable {signs} replaced by U+FFFD")
    return CanonicalText(text, tuple(changed))


def fingerprint(text: str) -> str:
    """Return the SHA-256 of the text's UTF-8, in hexadecimal: the article's identity."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
