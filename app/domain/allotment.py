"""Who shall read what: the lead's wish, apart from how far the annotator says to be."""

from dataclasses import dataclass
from uuid import UUID, uuid5


@dataclass(frozen=True, slots=True)
class Allotment:
    """The lead wants this annotator to mark this article; `round` counts the rounds of work from 1.

    It is a record of its own beside the annotator's `Assignment`, because each of the two is
    written by one person only: so neither contradicts the other when copies come together.
    """

    id: str
    article: str
    annotator: str
    round: int = 1


def allotment_id(article: str, annotator: str) -> str:
    """Return the id of the one allotment of these two, in every copy of the project."""
    return str(uuid5(UUID(article), f"allotment {annotator}"))
