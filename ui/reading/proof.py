"""A proof: an article with its annotations as laid out on the page.

It paints any part of itself and tells what is at any point. Points and areas are in document
coordinates, positions in code points.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QPalette, QPen, QTextDocument

from app.domain.annotation import Annotation
from app.domain.label import Label
from app.domain.offsets import TextIndex
from app.domain.span import Span
from ui.reading.annotation_index import AnnotationIndex
from ui.reading.found_words import paint_found
from ui.reading.grips import Grip, grip_at, grips_of, paint_grips
from ui.reading.gutter_painter import GutterPainter
from ui.reading.inks import Inks
from ui.reading.line_geometry import Line, LineGeometry
from ui.reading.pane_metrics import PaneMetrics
from ui.reading.pane_state import PaneState
from ui.reading.span_painter import SpanPainter
from ui.reading.stacking import Stacking
from ui.reading.strips import Gap, Strip, cut
from ui.reading.tag_painter import TagPainter
from ui.theme.tokens import Theme


class Proof:
    """One article's text, annotations and state, and the pens to draw them with."""

    def __init__(self, document: QTextDocument, state: PaneState) -> None:
        self._document = document
        self._state = state
        self._labels: dict[str, Label] = {}
        self._right = 0.0
        self.text = ""
        self.index = TextIndex("")
        self.show_text("", shown="")
        self.set_annotations(())

    def show_text(self, text: str, *, shown: str) -> None:
        """Take another article's text; `shown` is the same text as the document displays it."""
        self.text = text
        self.index = TextIndex(text)
        self.geometry = LineGeometry(self._document, text=shown, index=self.index)

    def set_annotations(self, annotations: Iterable[Annotation]) -> None:
        """Take other annotations in place of all there were."""
        self.annotations = AnnotationIndex(annotations)
        self._stacking = Stacking(self.annotations, is_band=self._is_band)

    def set_labels(self, labels: Iterable[Label]) -> None:
        """Take another label set."""
        self._labels = {label.id: label for label in labels}
        self._stacking = Stacking(self.annotations, is_band=self._is_band)

    def set_style(self, theme: Theme, metrics: PaneMetrics) -> None:
        """Take other colours, lengths or letters."""
        self.metrics = metrics
        self.inks = Inks(theme)
        self._spans = SpanPainter(self.inks, metrics)
        self._tags = TagPainter(self.inks, metrics)
        self._gutter = GutterPainter(self.inks, metrics)
        self._palette = QPalette()
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
            self._palette.setColor(role, self.inks.text)

    def set_right(self, x: float) -> None:
        """Let tags reach as far as this."""
        self._right = x

    @property
    def labels(self) -> Mapping[str, Label]:
        """The label set, by id."""
        return self._labels

    def put(self, annotation: Annotation) -> list[Span]:
        """Add or replace one annotation; return the stretches whose picture changed."""
        previous = self.annotations.put(annotation)
        moved = self._stacking.resettle(previous, annotation)
        changed = [annotation, *moved] + ([previous] if previous else [])
        return [each.span for each in changed]

    def drop(self, annotation_id: str) -> list[Span]:
        """Remove one annotation; return the stretches whose picture changed."""
        previous = self.annotations.drop(annotation_id)
        if previous is None:
            return []
        return [each.span for each in [previous, *self._stacking.resettle(previous, None)]]

    def paint(self, painter: QPainter, area: QRectF, caret: int | None) -> None:
        """Paint what lies in `area`: grounds, selection, lines, tags, the words, then the grips."""
        painter.fillRect(area, self.inks.paper)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lines = self._lines(area.top(), area.bottom())
        strips, gaps = self._cut(lines)
        self._spans.fill(painter, strips, self._state)
        self._paint_selection(painter, lines)
        paint_found(painter, lines, self._state.found, self.inks, self.metrics)
        self._spans.stroke(painter, strips, gaps, self._state)
        self._gutter.paint(painter, strips, self._state)
        tags = self._tags.tags(strips, rightmost=self._right)
        self._tags.paint(painter, tags, self._state)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.cursorPosition = -1
        context.clip = area
        context.palette = self._palette
        self._document.documentLayout().draw(painter, context)
        self._paint_moving_edge(painter, lines)
        paint_grips(painter, self._grips(strips), self.inks, self.metrics)
        if caret is not None:
            self._paint_upright(painter, lines, caret, reach=-self.metrics.at(1))

    def annotations_at(self, point: QPointF) -> list[Annotation]:
        """Return what is under `point`, the innermost first: words, a tag or a gutter bar."""
        lines = self._lines(point.y(), point.y() + 1)
        strips, _ = self._cut(lines)
        for tag in self._tags.tags(strips, rightmost=self._right):
            if tag.rect.contains(point):
                return [tag.annotation]
        for strip, bar in self._gutter.bars(strips):
            if bar.adjusted(-2, 0, 2, 0).contains(point):
                return [strip.annotation]
        position = self.character_at(point)
        return [] if position is None else self.annotations.at(position)

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

    def grip_at(self, point: QPointF) -> Grip | None:
        """Return the grip under `point`."""
        if self._state.chosen is None:
            return None
        strips, _ = self._cut(self._lines(point.y(), point.y() + 1))
        return grip_at(self._grips(strips), point, self.metrics)

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

    def grip_points(self) -> list[QPointF]:
        """Return where the chosen annotation's grips are, in reading order."""
        chosen = self.annotations.get(self._state.chosen)
        if chosen is None:
            return []
        top = self.geometry.holding(chosen.span.start).top
        strips, _ = self._cut(self._lines(top, self.geometry.holding(chosen.span.end).bottom))
        return [grip.centre for grip in self._grips(strips)]

    def heights(
        self, spans: Iterable[Span], top: float, bottom: float
    ) -> Iterator[tuple[float, float]]:
        """Yield from where to where anything drawn for the spans reaches, if between these."""
        lines = self._lines(top, bottom)
        for span in spans:
            first = max(bisect_right(lines, span.start, key=_start_of) - 1, 0)
            last = bisect_left(lines, span.end, key=_start_of) - 1
            if first <= last and span.start <= lines[last].end:
                yield lines[first].top - 2, lines[last].bottom + self.metrics.at(16)

    def _lines(self, top: float, bottom: float) -> list[Line]:
        """Return the lines whose drawing can reach into these heights: one more on either side."""
        return self.geometry.between(top - self.metrics.pitch, bottom + self.metrics.pitch)

    def _cut(self, lines: Sequence[Line]) -> tuple[list[Strip], list[Gap]]:
        if not lines:
            return [], []
        shown = self.annotations.touching(lines[0].start, lines[-1].end)
        preview = self._state.preview
        if preview is not None:
            shown = [each for each in shown if each.id != preview.id] + [preview]
        return cut(shown, lines, labels=self._labels, seat=self._stacking.seat)

    def _grips(self, strips: Iterable[Strip]) -> list[Grip]:
        return grips_of(strips, self._state.chosen, self._spans, self.metrics)

    def _is_band(self, annotation: Annotation) -> bool:
        label = self._labels.get(annotation.label)
        return label is not None and label.look.is_band

    def _paint_selection(self, painter: QPainter, lines: Sequence[Line]) -> None:
        selection = self._state.selection
        if selection is None:
            return
        top, bottom = self.metrics.band_top, self.metrics.band_bottom
        for line in lines:
            for left, right in line.pieces(selection.start, selection.end):
                rect = QRectF(left, line.baseline + top, right - left, bottom - top)
                painter.fillRect(rect, self.inks.selection)

    def _paint_moving_edge(self, painter: QPainter, lines: Sequence[Line]) -> None:
        if self._state.moving_edge is not None:
            self._paint_upright(painter, lines, self._state.moving_edge, reach=self.metrics.at(4))

    def _paint_upright(
        self, painter: QPainter, lines: Sequence[Line], position: int, *, reach: float
    ) -> None:
        number = bisect_right(lines, position, key=_start_of) - 1
        if number < 0 or position > lines[number].end:
            return
        line = lines[number]
        x = line.caret_x(position)
        painter.setPen(QPen(self.inks.accent, max(self.metrics.at(2), 1.5)))
        painter.drawLine(
            QPointF(x, line.baseline + self.metrics.band_top - reach),
            QPointF(x, line.baseline + self.metrics.band_bottom - self.metrics.at(3)),
        )


def _start_of(line: Line) -> int:
    return line.start
