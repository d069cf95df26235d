"""Figures as they are shown: a value, its interval, why there is none, and what it opens."""

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from app.agreement.writing import NONE
from app.agreement.writing import figure as written
from app.domain.label import Label

if TYPE_CHECKING:
    from app.agreement.score import Score


class Tone(Enum):
    """How loud a figure is."""

    USUAL = auto()
    QUIET = auto()
    STRONG = auto()


@dataclass(frozen=True, slots=True)
class Figure:
    """One cell: a figure, what stands small beneath it, and all of it in `words`.

    `opens` is what pressing it shows, None where there is nothing behind it. `share`, 0 to 1, tints
    its ground, for tables that are read as a picture.
    """

    text: str = ""
    under: str = ""
    words: str = ""
    opens: object = None
    tone: Tone = Tone.USUAL
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Head:
    """What a row or a column is about: words, or a label's tag, and what stands small beneath."""

    text: str
    words: str = ""
    label: Label | None = None
    under: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """A table of figures: `cells` has a row for each of `rows`."""

    columns: tuple[Head, ...] = ()
    rows: tuple[Head, ...] = ()
    cells: tuple[tuple[Figure, ...], ...] = field(default=())
    corner: str = ""


def interval(score: "Score") -> str:
    """Return the ends of a score's interval, or nothing where it has none."""
    if score.low is None or score.high is None:
        return ""
    return f"{written(score.low)} {NONE} {written(score.high)}"
