"""The words that a search found in the article, and how they are drawn under its text.

Rounded boxes with a thin line around them, which no label has, tell what was found from what was
marked; the one that the search stands at has a ground of its own and a heavier line.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen

from app.domain.span import Span
from ui.reading.inks import Inks
from ui.reading.line_geometry import Line
from ui.reading.pane_metrics import PaneMetrics


@dataclass(slots=True)
class FoundWords:
    """Where the words stand, in order and disjoint, and at which of them the search is."""

    spans: list[Span] = field(default_factory=list)
    current: int | None = None

    @property
    def at(self) -> Span | None:
        """The one that the search stands at."""
        return None if self.current is None else self.spans[self.current]

    def between(self, start: int, end: int) -> Sequence[Span]:
        """Return those that share a code point with this stretch."""
        first = bisect_right(self.spans, start, key=_end_of)
        return self.spans[first : bisect_left(self.spans, end, key=_start_of)]

    def nearest_after(self, position: int) -> int:
        """Return which of them is the first that begins at `position` or later, or else the first.

        There has to be one.
        """
        return bisect_left(self.spans, position, key=_start_of) % len(self.spans)


def paint_found(
    painter: QPainter, lines: Iterable[Line], found: FoundWords, inks: Inks, metrics: PaneMetrics
) -> None:
    """Draw what was found on these lines, in document coordinates, to be written over."""
    radius, air = metrics.at(5), metrics.at(2)
    painter.save()
    for line in lines:
        for span in found.between(line.start, line.end):
            is_current = span == found.at
            width = metrics.at(2.2 if is_current else 1.2)
            painter.setPen(QPen(inks.found_edge if not is_current else inks.accent, width))
            painter.setBrush(inks.selection if is_current else inks.found)
            top, bottom = metrics.band_top, metrics.band_bottom
            for left, right in line.pieces(span.start, span.end):
                box = QRectF(
                    left - air, line.baseline + top, right - left + 2 * air, bottom - top
                ).adjusted(width / 2, width / 2, -width / 2, -width / 2)
                painter.drawRoundedRect(box, radius, radius)
    painter.restore()


def _start_of(span: Span) -> int:
    return span.start


def _end_of(span: Span) -> int:
    return span.end
