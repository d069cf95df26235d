"""The label set: what an annotation can say about its words, and how each label is drawn."""

from dataclasses import dataclass
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class Label:
    """One member of a project's label set; `key` marks with it, `position` is its place."""

    id: str
    name: str
    key: str
    look: Look
    hue: Hue
    position: int


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
