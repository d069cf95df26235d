"""A sheet: an article's words on the grid, before anything is drawn that somebody says of them.

It tells where words stand and what stands at a point. Points and areas are in document coordinates,
positions in code points.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QPalette, QTextDocument

from app.domain.offsets import TextIndex
from app.domain.span import Span
from ui.reading.inks import Inks
from ui.reading.line_geometry import Line, LineGeometry
from ui.reading.pane_metrics import PaneMetrics
from ui.theme.tokens import Theme


class Sheet:
    """One article's text as a document lays it out, and which of its words are selected."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._right = 0.0
        self.selection: Span | None = None
        self.show_text("", shown="")

    def show_text(self, text: str, *, shown: str) -> None:
        """Take another article's text; `shown` is the same text as the document displays it."""
        self.text = text
        self.index = TextIndex(text)
        self.geometry = LineGeometry(self._document, text=shown, index=self.index)

    def set_style(self, theme: Theme, metrics: PaneMetrics) -> None:
        """Take other colours, lengths or letters."""
        self.metrics = metrics
        self.inks = Inks(theme)
        self._palette = QPalette()
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
            self._palette.setColor(role, self.inks.text)

    def set_right(self, x: float) -> None:
        """Let what stands over the words reach as far as this."""
        self._right = x

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paint what lies in `area`."""
        raise NotImplementedError

    def character_at(self, point: QPointF) -> int | None:
        """Return the position of the character under `point`, at the height of its words."""
        for line in self.geometry.between(point.y(), point.y() + 1):
            if line.baseline + self.metrics.band_top <= point.y():
                return line.character_at(point.x())
        return None

    def position_near(self, point: QPointF) -> int:
        """Return the position between two characters that is nearest to `point`."""
        line = self.geometry.at_height(point.y())
        return 0 if line is None else line.position_near(point.x())

    def point_before(self, position: int) -> QPointF:
        """Return the point between the character at `position` and the one before."""
        line = self.geometry.holding(position)
        x = line.start_edge(position)[0] if position < line.ink_end else line.caret_x(position)
        return QPointF(x, line.baseline - self.metrics.at(5))

    def point_on(self, position: int) -> QPointF:
        """Return the point in the middle of the character at `position`."""
        line = self.geometry.holding(position)
        left, right = (line.pieces(position, position + 1) or [(line.caret_x(position),) * 2])[0]
        return QPointF((left + right) / 2, line.baseline - self.metrics.at(5))

    def heights(
        self, spans: Iterable[Span], top: float, bottom: float
    ) -> Iterator[tuple[float, float]]:
        """Yield from where to where anything drawn for the spans reaches, if between these."""
        lines = self._lines(top, bottom)
        for span in spans:
            first = max(bisect_right(lines, span.start, key=start_of) - 1, 0)
            last = bisect_left(lines, span.end, key=start_of) - 1
            if first <= last and span.start <= lines[last].end:
                yield lines[first].top - 2, lines[last].bottom + self.metrics.depth

    def _lines(self, top: float, bottom: float) -> list[Line]:
        """Return the lines whose drawing can reach into these heights: one more on either side."""
        return self.geometry.between(top - self.metrics.pitch, bottom + self.metrics.pitch)

    def _paint_selection(self, painter: QPainter, lines: Sequence[Line]) -> None:
        if self.selection is None:
            return
        top, bottom = self.metrics.band_top, self.metrics.band_bottom
        for line in lines:
            for left, right in line.pieces(self.selection.start, self.selection.end):
                rect = QRectF(left, line.baseline + top, right - left, bottom - top)
                painter.fillRect(rect, self.inks.selection)

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        context = QAbstractTextDocumentLayout.PaintContext()
        context.cursorPosition = -1
        context.clip = area
        context.palette = self._palette
        self._document.documentLayout().draw(painter, context)


def start_of(line: Line) -> int:
    """Return where a line starts, to look for lines by it."""
    return line.start
