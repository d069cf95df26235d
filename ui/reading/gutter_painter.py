"""Bars in the gutter: one beside every band, so that statements are seen while skimming."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.reading.inks import Inks
from ui.reading.pane_metrics import PaneMetrics
from ui.reading.pane_state import PaneState
from ui.reading.strips import Strip

_SPLIT = 2
_MOST_PLACES = 5


class GutterPainter:
    """Draws the bars of bands; an inner band's bar stands further out."""

    def __init__(self, inks: Inks, metrics: PaneMetrics) -> None:
        self._inks = inks
        self._metrics = metrics

    def bars(self, strips: Iterable[Strip]) -> list[tuple[Strip, QRectF]]:
        """Return each band's piece of a bar on each of its lines, in document coordinates.

        Bands that share a line and a place share the height there, in reading order.
        """
        slots: dict[tuple[float, int], dict[str, list[Strip]]] = defaultdict(dict)
        for strip in strips:
            if strip.label.look.is_band:
                slot = slots[strip.line.baseline, self._place(strip)]
                slot.setdefault(strip.annotation.id, []).append(strip)
        return [
            (together[0], self._rect(together, place, number, len(slot)))
            for (_, place), slot in slots.items()
            for number, together in enumerate(slot.values())
        ]

    def paint(self, painter: QPainter, strips: Iterable[Strip], state: PaneState) -> None:
        """Draw the bars; the chosen one's is broader."""
        for strip, rect in self.bars(strips):
            if strip.annotation.id == state.chosen:
                rect = rect.adjusted(-1, 0, 1, 0)
            painter.fillRect(rect, self._inks.of(strip.label.hue).edge)

    @property
    def _step(self) -> float:
        return self._metrics.at(6.5)

    def _place(self, strip: Strip) -> int:
        most = int((strip.line.left - self._metrics.at(16)) / self._step) - 1
        return min(strip.seat, max(most, 0), _MOST_PLACES)

    def _rect(self, strips: Sequence[Strip], place: int, number: int, count: int) -> QRectF:
        """Return the bar of the one annotation that all these strips on one line are of."""
        line, metrics = strips[0].line, self._metrics
        begins = any(strip.begins and strip.is_first for strip in strips)
        ends = any(strip.ends and strip.is_last for strip in strips)
        top, bottom = line.baseline + metrics.band_top, line.baseline + metrics.band_bottom
        share = (bottom - top) / count
        upper = top + share * number + (_SPLIT if number else 0)
        lower = top + share * (number + 1)
        if not begins and number == 0:
            upper = line.top
        if not ends and number == count - 1:
            lower = max(line.bottom, bottom)
        left = line.left - metrics.at(14) - place * self._step
        return QRectF(left, round(upper), metrics.bar, round(lower) - round(upper))
