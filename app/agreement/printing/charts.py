"""Values with their intervals, drawn: a dot and a line for each, in black and grey alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor
from xml.etree.ElementTree import Element

from app.agreement.printing.nodes import node
from app.agreement.score import Score
from app.agreement.writing import figure

_WIDTH, _NAMES, _EDGE = 680, 180, 16
"""The drawing's width, and what names and the right edge take of it, in pixels."""

_ROW, _HEAD, _FOOT = 30, 22, 24
_LONGEST_NAME = 26
_STEP = 0.2
"""From one tick of the axis to the next."""

_ON_A_PAGE = 24
"""So many rows have room on a page, below whatever else is there."""

_BETWEEN = 10
"""From one series to the next within a row, in pixels."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a chart: its name, and a score for each series."""

    name: str
    scores: tuple[Score, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened between the rows before and after it."""

    words: str


def charts(rows: Sequence[Row | Mark], *, series: Sequence[str], says: str) -> list[Element]:
    """Return drawings that each fit on a page; all have the same axis.

    `says` tells in words what is drawn, for those who do not see it.
    """
    low = _lowest(rows)
    parts = [rows[first : first + _ON_A_PAGE] for first in range(0, len(rows), _ON_A_PAGE)]
    return [_chart(part, low, series, says) for part in parts]


def _chart(rows: Sequence[Row | Mark], low: float, series: Sequence[str], says: str) -> Element:
    bottom = _HEAD + _ROW * len(rows)
    made = node(
        "svg",
        *_axis(low, bottom),
        class_="chart",
        viewBox=f"0 0 {_WIDTH} {bottom + _FOOT}",
        role="img",
        aria_label=says,
    )
    made.extend(_legend(series))
    for number, row in enumerate(rows):
        middle = _HEAD + _ROW * number + _ROW / 2
        if isinstance(row, Mark):
            made.append(_line(0, middle, _WIDTH - _EDGE, middle, "mark"))
            made.append(_words(_WIDTH - _EDGE, middle - 4, row.words, "mark end"))
        else:
            made.append(_words(0, middle + 4, _short(row.name), "name"))
            first = middle - _BETWEEN * (len(row.scores) - 1) / 2
            for which, score in enumerate(row.scores):
                made.extend(_dot(score, first + _BETWEEN * which, which, low))
    return made


def _lowest(rows: Sequence[Row | Mark]) -> float:
    """Return where the axis begins: at 0, or at the tick below the lowest end, but not below −1."""
    ends = [
        end
        for row in rows
        if isinstance(row, Row)
        for score in row.scores
        for end in (score.value, score.low)
        if end is not None
    ]
    return min(0.0, max(-1.0, floor(min(ends, default=0) / _STEP) * _STEP))


def _across(value: float, low: float) -> float:
    """Return where a value lies on the axis, in pixels; what is below its beginning, at it."""
    room = _WIDTH - _NAMES - _EDGE
    return round(_NAMES + room * (max(value, low) - low) / (1 - low), 1)


def _axis(low: float, bottom: float) -> list[Element]:
    found = []
    for step in range(round((1 - low) / _STEP) + 1):
        value = low + step * _STEP
        place = _across(value, low)
        found.append(_line(place, _HEAD, place, bottom, "grid"))
        found.append(_words(place, bottom + 16, figure(value)[:-1], "tick"))
    if low < 0:
        found.append(_line(_across(0, low), _HEAD, _across(0, low), bottom, "zero"))
    return found


def _legend(series: Sequence[str]) -> list[Element]:
    found = []
    place = float(_NAMES)
    for which, name in enumerate(series):
        found.append(_point(place + 4, 8, which))
        found.append(_words(place + 13, 12, name, "legend"))
        place += 36 + 6.5 * len(name)
    return found


def _dot(score: Score, middle: float, which: int, low: float) -> list[Element]:
    if score.value is None:
        return [_words(_across(low, low) + 4, middle + 4, "–", "name")]
    found = []
    if score.low is not None and score.high is not None:
        ends = (_across(score.low, low), _across(score.high, low))
        found.append(_line(ends[0], middle, ends[1], middle, f"range series-{which}"))
    found.append(_point(_across(score.value, low), middle, which))
    return found


def _point(x: float, y: float, which: int) -> Element:
    if which:
        return node("rect", x=f"{x - 3.5:.1f}", y=f"{y - 3.5:.1f}", width="7", height="7",
                    class_=f"dot series-{which}")  # fmt: skip
    return node("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r="4", class_="dot series-0")


def _line(x1: float, y1: float, x2: float, y2: float, class_: str) -> Element:
    return node("line", x1=f"{x1:.1f}", y1=f"{y1:.1f}", x2=f"{x2:.1f}", y2=f"{y2:.1f}",
                class_=class_)  # fmt: skip


def _words(x: float, y: float, words: str, class_: str) -> Element:
    return node("text", words, x=f"{x:.1f}", y=f"{y:.1f}", class_=class_)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
