"""Seals: what a bundle says of itself, so that both sides can tell that it is the same."""

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


def code_of(digest: str) -> str:
    """Return what two people read to each other to see that they have the same: `3F7A-9C21`."""
    first = digest[:_CODE].upper()
    return f"{first[:4]}-{first[4:]}"
