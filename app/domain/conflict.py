"""Conflicts: what merging left for somebody to decide, and the states that stand in each."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.domain.excerpt import Excerpt
from app.domain.label import Label
from app.domain.place import Place
from app.domain.span import Span


class Why(StrEnum):
    """Why something waits for a decision, or is only listed."""

    CHANGED_TWICE = "changed twice"
    CHANGED_AND_DELETED = "changed and deleted"
    USED_THOUGH_DELETED = "used though deleted"
    MISPLACED = "misplaced"
    HOMELESS = "homeless"
    SAME_LABEL = "labels of one name"
    SAME_PERSON = "people of one name"
    SAME_TEXT = "articles of one text"
    TWINS = "said twice"

    @property
    def is_open(self) -> bool:
        """Tell whether somebody is asked to decide; the others are listed to be known."""
        return self not in (Why.SAME_TEXT, Why.TWINS)


@dataclass(frozen=True, slots=True)
class Origin:
    """How a state came into this file: its maker's name, the day, and the bundle that brought it.

    `at` is a UTC time in ISO form: of the act where it was done here, else of the receiving.
    `bundle` is the digest of the file that it came with, None where it was done in this file.
    """

    person: str
    at: str
    bundle: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """An annotation's words in their sentence, its label, and what its maker said besides.

    `label` is None where it is not in the project, `title` that of the article, "" likewise.
    """

    excerpt: Excerpt
    label: Label | None
    title: str
    unsure: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the states in a conflict.

    `name` is the id of the revision, or of the record where two records are in question; `body` is
    what the state says, None where it deletes; `uses` counts the annotations that go with it.
    """

    name: str
    origin: Origin
    body: Mapping[str, Any] | None
    words: Words | None = None
    label: Label | None = None
    is_shown: bool = False
    uses: int = 0


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing to decide: of which kind the record is, its states, the shown one first.

    `place` is where it is, if it is in an article; `moved` where a misplaced annotation's words
    stand now, None where that is unsure.
    """

    why: Why
    kind: str
    record: str
    sides: tuple[Side, ...]
    place: Place | None = None
    moved: tuple[Span, ...] | None = None
