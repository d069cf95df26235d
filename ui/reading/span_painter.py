"""Bands under statements and underlines under names, drawn from strips in the one right order.

All fills come first, the outer before the inner, then outlines, then all bars, or the second of two
overlapping bands would hide where the first one ends; underlines come last. A label's look decides
the shape and its hue the colour, never its name.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.domain.label import Look
from ui.reading.dots import draw_dots
from ui.reading.inks import Inks, LabelInk
from ui.reading.pane_metrics import PaneMetrics
from ui.reading.pane_state import PaneState
from ui.reading.strips import Gap, Strip

_MOST_LEVELS = 4
_MOST_LANES = 3
_DASHES = [3.2, 2.2]
_FINE_DOTS = [0.05, 2.6]


class SpanPainter:
    """Draws strips in document coordinates, below the words."""

    def __init__(self, inks: Inks, metrics: PaneMetrics) -> None:
        self._inks = inks
        self._metrics = metrics

    def fill(self, painter: QPainter, strips: Sequence[Strip], state: PaneState) -> None:
        """Draw what lies lowest: the bands' grounds, outer ones first, then chosen names'."""
        bands = sorted((each for each in strips if each.label.look.is_band), key=_by_seat)
        on_line: dict[float, list[Strip]] = defaultdict(list)
        for strip in bands:
            ink = self._inks.of(strip.label.hue)
            is_chosen = strip.annotation.id == state.chosen
            self._fill(painter, strip, strip.start, strip.end, _ground(ink, is_chosen=is_chosen))
            if not is_chosen:
                self._deepen(painter, strip, on_line[strip.line.baseline])
            on_line[strip.line.baseline].append(strip)
        for strip in strips:
            if not strip.label.look.is_band:
                self._fill_name(painter, strip, state)

    def stroke(
        self,
        painter: QPainter,
        strips: Sequence[Strip],
        gaps: Sequence[Gap],
        state: PaneState,
    ) -> None:
        """Draw the outlines, then the bars, then the underlines and what bridges interruptions."""
        bands = sorted((each for each in strips if each.label.look.is_band), key=_by_seat)
        for strip in bands:
            self._outline(painter, strip, state)
        starts = Counter(strip.start for strip in bands if strip.begins)
        ends = Counter(strip.end for strip in bands if strip.ends)
        for strip in bands:
            self._bars(painter, strip, starts[strip.start] - 1, ends[strip.end] - 1)
            starts[strip.start] -= strip.begins
            ends[strip.end] -= strip.ends
        for strip in strips:
            if not strip.label.look.is_band:
                self._underline(painter, strip, is_chosen=strip.annotation.id == state.chosen)
        for gap in gaps:
            self._bridge(painter, gap)

    def band_rects(self, strip: Strip, start: int, end: int) -> list[QRectF]:
        """Return the ground of the strip's code points `start` to `end`, inset by its level."""
        metrics = self._metrics
        level = min(strip.seat, _MOST_LEVELS)
        top = round(strip.line.baseline + metrics.band_top + level * metrics.inset_above)
        bottom = round(strip.line.baseline + metrics.band_bottom - level * metrics.inset_below)
        return [
            QRectF(left - metrics.pad, top, right - left + 2 * metrics.pad, bottom - top)
            for left, right in strip.line.pieces(start, end)
        ]

    def underline_y(self, strip: Strip | Gap) -> float:
        """Return the height at which a name's line runs."""
        metrics = self._metrics
        lane = min(strip.seat, _MOST_LANES)
        return round(strip.line.baseline + metrics.underline + lane * metrics.lane)

    def _fill(self, painter: QPainter, strip: Strip, start: int, end: int, colour: QColor) -> None:
        for rect in self.band_rects(strip, start, end):
            painter.fillRect(rect, colour)

    def _deepen(self, painter: QPainter, strip: Strip, below: Iterable[Strip]) -> None:
        """Draw darker what of the strip lies on a band of the same label."""
        ink = self._inks.of(strip.label.hue)
        for other in below:
            start, end = max(strip.start, other.start), min(strip.end, other.end)
            if other.label.id == strip.label.id and start < end:
                self._fill(painter, strip, start, end, ink.fill_nested)

    def _fill_name(self, painter: QPainter, strip: Strip, state: PaneState) -> None:
        is_chosen = strip.annotation.id == state.chosen
        if not is_chosen and strip.annotation.id != state.hovered:
            return
        metrics, ink = self._metrics, self._inks.of(strip.label.hue)
        top = round(strip.line.baseline - metrics.at(14.5))
        bottom = self.underline_y(strip)
        for left, right in strip.pieces:
            rect = QRectF(left - metrics.pad, top, right - left + 2 * metrics.pad, bottom - top)
            painter.fillRect(rect, ink.fill_selected if is_chosen else ink.fill)

    def _outline(self, painter: QPainter, strip: Strip, state: PaneState) -> None:
        ink = self._inks.of(strip.label.hue)
        is_lively = strip.annotation.id in (state.chosen, state.hovered)
        is_dashed = strip.label.look is Look.DASHED_BAND
        if not (is_dashed or is_lively or strip.seat):
            return
        width = self._metrics.at(1.8 if strip.annotation.id == state.chosen else 1.2)
        pen = QPen(ink.edge if is_dashed or is_lively else ink.edge_faint, width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if is_dashed:
            pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        for rect in self.band_rects(strip, strip.start, strip.end):
            for y in (rect.top() + width / 2, rect.bottom() - width / 2):
                painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))

    def _bars(self, painter: QPainter, strip: Strip, inside_start: int, inside_end: int) -> None:
        """Draw where the band begins and ends; within an interrupted one these are thinner.

        Where bands share an edge the outer one's bar stands further out, so that both show:
        `inside_start` and `inside_end` count the bars that stand closer to the words.
        """
        full, pad, line = self._metrics.bar, self._metrics.pad, strip.line
        light = full * 2 / 3
        if strip.begins:
            x, rightwards = line.outer_start(strip.start, strip.end)
            width = full if strip.is_first else full / 2
            out = full * inside_start + pad + width / 2
            if line.is_tight_at(strip.start):
                width, out = min(width, light), light * inside_start + full / 3
            self._upright(painter, strip, x - out if rightwards else x + out - width, width)
        if strip.ends:
            x, rightwards = line.outer_end(strip.start, strip.end)
            width = light if strip.is_last else full / 3
            out = light * inside_end + pad
            if line.is_tight_at(strip.end):
                width, out = full / 3, light * inside_end + full / 3
            self._upright(painter, strip, x + out - width if rightwards else x - out, width)

    def _upright(self, painter: QPainter, strip: Strip, left: float, width: float) -> None:
        """Draw one bar, as high as the band and on whole pixels, to be crisp."""
        for rect in self.band_rects(strip, strip.start, strip.end)[:1]:
            bar = QRectF(round(left), rect.top(), max(round(width), 1), rect.height())
            painter.fillRect(bar, self._inks.of(strip.label.hue).edge)

    def _underline(self, painter: QPainter, strip: Strip, *, is_chosen: bool) -> None:
        metrics, edge = self._metrics, self._inks.of(strip.label.hue).edge
        y = self.underline_y(strip)
        thickness = max(round(metrics.at(2.8 if is_chosen else 2)), 1)
        is_dotted = strip.label.look is Look.DOTTED_UNDERLINE
        for left, right in strip.pieces:
            if is_dotted:
                draw_dots(painter, QPointF(left, y), right - left, size=thickness, colour=edge)
            else:
                painter.fillRect(QRectF(left, y, right - left, thickness), edge)
        if strip.begins:
            x, rightwards = strip.line.outer_start(strip.start, strip.end)
            self._tick(painter, x, rightwards, y, thickness, edge)
        if strip.ends:
            x, rightwards = strip.line.outer_end(strip.start, strip.end)
            self._tick(painter, x, not rightwards, y, thickness, edge)

    def _tick(
        self,
        painter: QPainter,
        x: float,
        rightwards: bool,
        y: float,
        thickness: float,
        edge: QColor,
    ) -> None:
        width, height = max(round(self._metrics.at(1.6)), 1), round(self._metrics.at(4))
        left = round(x if rightwards else x - width)
        painter.fillRect(QRectF(left, y - height, width, height + thickness), edge)

    def _bridge(self, painter: QPainter, gap: Gap) -> None:
        """Draw a dotted line through a short interruption, and stubs at the ends of a long one."""
        metrics = self._metrics
        is_band = gap.label.look.is_band
        pen = QPen(self._inks.of(gap.label.hue).edge, max(metrics.at(1.5), 1.2))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern(_FINE_DOTS)
        painter.setPen(pen)
        y = gap.line.baseline + metrics.band_bottom - metrics.at(1.5)
        if not is_band:
            y = self.underline_y(gap) + metrics.at(1)
        stub = metrics.at(16)
        for left, right in gap.line.pieces(gap.start, gap.end):
            if gap.is_bridged or right - left <= 2 * stub:
                painter.drawLine(QPointF(left + 3, y), QPointF(right - 3, y))
                continue
            if gap.begins:
                painter.drawLine(QPointF(left + 3, y), QPointF(left + stub, y))
            if gap.ends:
                painter.drawLine(QPointF(right - stub, y), QPointF(right - 3, y))


def _by_seat(strip: Strip) -> int:
    return strip.seat


def _ground(ink: LabelInk, *, is_chosen: bool) -> QColor:
    return ink.fill_selected if is_chosen else ink.fill
