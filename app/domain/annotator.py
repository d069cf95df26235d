"""The people who annotate."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from app.domain.characters import hidden_in
from app.errors import Refused

NAME_LIMIT = 100


class Role(StrEnum):
    """What a person does in a project."""

    ANNOTATOR = "annotator"
    LEAD = "lead"


@dataclass(frozen=True, slots=True)
class Annotator:
    """A person with a stable id; the name may change."""

    id: str
    name: str
    role: Role = Role.ANNOTATOR


def settled_name(name: str) -> str:
    """Return a person's name without outer space; refuse none, a long one, one that misleads."""
    wanted = unicodedata.normalize("NFC", name).strip()
    if not wanted:
        raise Refused("An annotator needs a name.")
    if len(wanted) > NAME_LIMIT:
        raise Refused(f"A name may have {NAME_LIMIT} characters; this one has {len(wanted)}.")
    if hidden := hidden_in(wanted):
        raise Refused(f"A name may not contain invisible characters (U+{ord(hidden):04X}).")
    return wanted
