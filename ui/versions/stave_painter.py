"""Draws one annotator's stave, and what stands beside all of them in the gutter."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ui.reading.inks import Inks
from ui.reading.line_geometry import Line
from ui.reading.pane_metrics import PaneMetrics
from ui.reading.pane_state import PaneState
from ui.reading.span_painter import SpanPainter
from ui.reading.strips import Gap, Strip
from ui.theme.fonts import TextRole, font_for
from ui.theme.tokens import Theme
from ui.versions.calm import calmed
from ui.versions.stave_metrics import stave_metrics
from ui.widgets.plain import one_line

_NOTHING_CHOSEN = PaneState()
_NAME = 10.5
_DIAMOND = 3


class StavePainter:
    """Draws into the stave of one number, counted from 0."""

    def __init__(self, theme: Theme, inks: Inks, page: PaneMetrics, number: int) -> None:
        self.metrics = stave_metrics(page, number)
        self._rule = QColor(theme.line)
        self._full = SpanPainter(inks, self.metrics)
        self._calm = SpanPainter(Inks(calmed(theme)), self.metrics)

    def rule(self, painter: QPainter, lines: Iterable[Line]) -> None:
        """Draw the line on which everything in the stave stands, as far as there are words."""
        painter.setPen(QPen(self._rule, 1))
        for line in lines:
            pieces = line.pieces(line.start, line.ink_end)
            if pieces:
                y = round(line.baseline + self.metrics.band_bottom) - 0.5
                painter.drawLine(QLineF(pieces[0][0], y, pieces[-1][1], y))

    def paint(
        self, painter: QPainter, strips: Sequence[Strip], gaps: Sequence[Gap], *, calm: bool
    ) -> None:
        """Draw what one annotator says, paler where it is `calm`."""
        spans = self._calm if calm else self._full
        spans.fill(painter, strips, _NOTHING_CHOSEN)
        spans.stroke(painter, strips, gaps, _NOTHING_CHOSEN)


class NamePainter:
    """Writes whose stave it is into the gutter, beside every line on which it holds something."""

    def __init__(self, theme: Theme, page: PaneMetrics) -> None:
        self._page = page
        self._quiet, self._gold = QColor(theme.text_quiet), QColor(theme.text)
        self._fonts = tuple(_font(role, page) for role in (TextRole.QUIET, TextRole.STRONG))

    def paint(self, painter: QPainter, line: Line, stave: QRectF, name: str, *, gold: bool) -> None:
        """Write a name at the right of the gutter, half way down the stave; gold has a diamond."""
        painter.setFont(self._fonts[gold])
        painter.setPen(self._gold if gold else self._quiet)
        metrics = QFontMetricsF(self._fonts[gold])
        right = line.left - self._page.at(19)
        room = right - self._page.at(8 + 4 * _DIAMOND * gold)
        shown = metrics.elidedText(one_line(name), Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(shown)
        baseline = stave.center().y() + metrics.xHeight() / 2 + 0.5
        painter.drawText(QPointF(right - width, baseline), shown)
        if gold:
            self._diamond(
                painter, right - width - self._page.at(2.2 * _DIAMOND), stave.center().y()
            )

    def _diamond(self, painter: QPainter, x: float, y: float) -> None:
        reach = self._page.at(_DIAMOND)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._gold)
        painter.drawPolygon(
            [
                QPointF(x - reach, y),
                QPointF(x, y - reach),
                QPointF(x + reach, y),
                QPointF(x, y + reach),
            ]
        )


def _font(role: TextRole, page: PaneMetrics) -> QFont:
    font = font_for(role)
    font.setPixelSize(max(round(page.at(_NAME)), 9))
    return font
