"""The label set: what an annotation can say about its words, and how each label is drawn."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.characters import hidden_in, is_hidden
from app.domain.same_name import folded_name
from app.errors import Refused

NAME_LIMIT = 200
GUIDELINE_LIMIT = 50_000

OFFERED_KEYS = "1234567890"
"""The keys that new labels are given, in this order; any other that is free may be chosen."""

DESK_KEYS = frozenset("DEGHJLMNOPRSTUW?/+-=,.;:[]<>")
"""The keys that mean something at the desk itself, or may come to; no label can have them."""


class Look(StrEnum):
    """The shape a label is drawn in, so that colour is never the only sign."""

    BAND = "band"
    DASHED_BAND = "dashed band"
    UNDERLINE = "underline"
    DOTTED_UNDERLINE = "dotted underline"

    @property
    def is_band(self) -> bool:
        """Bands are for statements (claim, denial); underlines for names (actor, location)."""
        return self in (Look.BAND, Look.DASHED_BAND)


class Hue(StrEnum):
    """A colour of the theme; each has tuned shades for light and dark."""

    BLUE = "blue"
    GREEN = "green"
    AMBER = "amber"
    VIOLET = "violet"
    RED = "red"
    PINK = "pink"
    LIME = "lime"
    CYAN = "cyan"


@dataclass(frozen=True, slots=True)
class Label:
    """One member of a project's label set.

    `key` marks with it, "" where it has none; `position` is its place. A `retired` label stays
    where it was given and is no longer offered. `guideline` says in Markdown when to give it.
    """

    id: str
    name: str
    key: str
    look: Look
    hue: Hue
    position: int
    retired: bool = False
    guideline: str = ""


@dataclass(frozen=True, slots=True)
class LabelPlan:
    """A label before a project has given it an id."""

    name: str
    key: str
    look: Look
    hue: Hue


DEFAULT_LABELS = (
    LabelPlan("actor", "1", Look.UNDERLINE, Hue.BLUE),
    LabelPlan("location", "2", Look.DOTTED_UNDERLINE, Hue.GREEN),
    LabelPlan("claim", "3", Look.BAND, Hue.AMBER),
    LabelPlan("denial", "4", Look.DASHED_BAND, Hue.VIOLET),
)


def settled_name(name: str, taken: Sequence[str]) -> str:
    """Return a label's name without outer space; refuse one that misleads or is among `taken`."""
    wanted = unicodedata.normalize("NFC", name).strip()
    if not wanted:
        raise Refused("A label needs a name.")
    if len(wanted) > NAME_LIMIT:
        raise Refused(f"A label's name may have {NAME_LIMIT} characters; it has {len(wanted)}.")
    if hidden := hidden_in(wanted):
        raise Refused(f"A label's name may not contain invisible characters (U+{ord(hidden):04X}).")
    folded = folded_name(wanted)
    for other in taken:
        if folded_name(other) == folded:
            raise Refused(f"There is a label “{other}” already; choose another name.")
    return wanted


def settled_key(key: str, taken: Sequence[Label]) -> str:
    """Return a label's key as it is shown, "" for none; refuse one that something else has."""
    wanted = unicodedata.normalize("NFC", key.strip()).upper()
    if not wanted:
        return ""
    if len(wanted) != 1 or is_hidden(wanted) or unicodedata.combining(wanted):
        raise Refused("A label's key is one character, as 5 or A.")
    if wanted in DESK_KEYS:
        raise Refused(f"The key {wanted} is one of the desk's own; choose another.")
    for label in taken:
        if label.key == wanted:
            raise Refused(f"The key {wanted} marks as {label.name} already; choose another.")
    return wanted


def clash(own: Label, others: Iterable[Label]) -> str:
    """Return in a sentence which of `others` has this label's name or key; "" where none has."""
    for other in others:
        if folded_name(other.name) == folded_name(own.name):
            return f"there is another label “{other.name}” by now."
        if own.key and own.key == other.key and not (own.retired or other.retired):
            return f"the key {own.key} marks as {other.name} by now."
    return ""


def offered(labels: Iterable[Label]) -> list[Label]:
    """Return the labels to mark with; of two with the same key, as undo may leave, one has it."""
    result: list[Label] = []
    for label in labels:
        if not label.retired:
            is_taken = any(label.key == other.key for other in result)
            result.append(replace(label, key="") if is_taken else label)
    return result


def free_key(taken: Sequence[Label]) -> str:
    """Return the first key to offer that no label has, "" where all are given."""
    given = {label.key for label in taken}
    return next((key for key in OFFERED_KEYS if key not in given), "")


def free_style(taken: Sequence[Label]) -> tuple[Look, Hue]:
    """Return a look and a hue that no label has together if any are left, the rarest first."""
    together = {(label.look, label.hue) for label in taken}
    looks = [label.look for label in taken]
    hues = [label.hue for label in taken]
    return min(
        ((look, hue) for hue in Hue for look in Look),
        key=lambda style: (
            style in together,
            hues.count(style[1]),
            looks.count(style[0]),
        ),
    )
