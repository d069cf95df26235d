"""Seals: what a bundle says of itself, so that both sides can tell that it is the same."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

_CODE = 8


class Way(StrEnum):
    """Which way a bundle goes: out to an annotator, or in to the lead."""

    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Seal:
    """Whose work a file held when it was sealed, the hash of all it said, which way it went.

    `at` is a UTC time in ISO form by the clock of the machine; it is shown, and decides nothing.
    """

    digest: str
    annotator: str
    way: Way
    at: str


class Digest:
    """What stands for a set of revisions: the SHA-256 over their ids, in order, as a JSON array.

    The ids are given one by one, so that those of a large file need not be held at once.
    """

    def __init__(self) -> None:
        self._hash = hashlib.sha256(b"[")
        self._comma = ""

    def add(self, name: str) -> None:
        """Take in the next id; they come in order."""
        self._hash.update(f'{self._comma}"{name}"'.encode("utf-8", "replace"))
        self._comma = ","

    def hexdigest(self) -> str:
        """Return the digest of all that were given."""
        whole = self._hash.copy()
        whole.update(b"]")
        return whole.hexdigest()


def code_of(digest: str) -> str:
    """Return what two people read to each other to see that they have the same: `3F7A-9C21`."""
    first = digest[:_CODE].upper()
    return f"{first[:4]}-{first[4:]}"
