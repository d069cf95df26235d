"""How far an annotator is with an article."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID, uuid5


class State(StrEnum):
    """How far one annotator is with one article; derived, never stored."""

    TO_DO = "to do"
    BEGUN = "begun"
    DONE = "done"
    DONE_EMPTY = "done, nothing to mark"
    CHANGED_SINCE = "changed since done"

    @property
    def is_done(self) -> bool:
        """Tell whether the annotator has said that the article is finished."""
        return self in (State.DONE, State.DONE_EMPTY, State.CHANGED_SINCE)


@dataclass(frozen=True, slots=True)
class Assignment:
    """This annotator, this article, this far.

    `done` says that the annotator finished; `done_as` is then the fingerprint of what stood there
    (see `state_of`), so that a later change shows by itself, whoever or whatever made it.
    """

    id: str
    article: str
    annotator: str
    done: bool = False
    done_as: int = 0


def state_of(*, done: bool, done_as: int, annotations: int, fingerprint: int) -> State:
    """Derive the state from the assignment and from the annotations that stand there now.

    `fingerprint` is the sum of the annotations' fingerprints; 0 where there are none.
    """
    if not done:
        return State.BEGUN if annotations else State.TO_DO
    if fingerprint != done_as:
        return State.CHANGED_SINCE
    return State.DONE if annotations else State.DONE_EMPTY


def assignment_id(article: str, annotator: str) -> str:
    """Return the id of the one assignment these two share, in every copy of the project."""
    return str(uuid5(UUID(article), annotator))
