"""A proof: a sheet with one annotator's annotations on it; tells what is at any point."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen, QTextDocument

from app.domain.annotation import Annotation
from app.domain.label import Label
from app.domain.span import Span
from ui.reading.annotation_index import AnnotationIndex
from ui.reading.found_words import paint_found
from ui.reading.grips import Grip, grip_at, grips_of, paint_grips
from ui.reading.gutter_painter import GutterPainter
from ui.reading.line_geometry import Line
from ui.reading.pane_metrics import PaneMetrics
from ui.reading.pane_state import PaneState
from ui.reading.sheet import Sheet, start_of
from ui.reading.span_painter import SpanPainter
from ui.reading.stacking import Stacking
from ui.reading.strips import Gap, Strip, cut
from ui.reading.tag_painter import TagPainter
from ui.theme.tokens import Theme


class Proof(Sheet):
    """One article's text, annotations and state, and the pens to draw them with."""

    def __init__(self, document: QTextDocument, state: PaneState) -> None:
        super().__init__(document)
        self._state = state
        self._labels: dict[str, Label] = {}
        self.set_annotations(())

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
        super().set_style(theme, metrics)
        self._spans = SpanPainter(self.inks, metrics)
        self._tags = TagPainter(self.inks, metrics)
        self._gutter = GutterPainter(self.inks, metrics)

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

    def paint(self, painter: QPainter, area: QRectF) -> None:
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
        self._paint_words(painter, area)
        if self._state.moving_edge is not None:
            self._paint_upright(painter, lines, self._state.moving_edge, reach=self.metrics.at(4))
        paint_grips(painter, self._grips(strips), self.inks, self.metrics)
        if self._state.caret is not None:
            self._paint_upright(painter, lines, self._state.caret, reach=-self.metrics.at(1))

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

    def grip_at(self, point: QPointF) -> Grip | None:
        """Return the grip under `point`."""
        if self._state.chosen is None:
            return None
        strips, _ = self._cut(self._lines(point.y(), point.y() + 1))
        return grip_at(self._grips(strips), point, self.metrics)

    def grip_points(self) -> list[QPointF]:
        """Return where the chosen annotation's grips are, in reading order."""
        chosen = self.annotations.get(self._state.chosen)
        if chosen is None:
            return []
        top = self.geometry.holding(chosen.span.start).top
        strips, _ = self._cut(self._lines(top, self.geometry.holding(chosen.span.end).bottom))
        return [grip.centre for grip in self._grips(strips)]

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

    def _paint_upright(
        self, painter: QPainter, lines: Sequence[Line], position: int, *, reach: float
    ) -> None:
        number = bisect_right(lines, position, key=start_of) - 1
        if number < 0 or position > lines[number].end:
            return
        line = lines[number]
        x = line.caret_x(position)
        painter.setPen(QPen(self.inks.accent, max(self.metrics.at(2), 1.5)))
        painter.drawLine(
            QPointF(x, line.baseline + self.metrics.band_top - reach),
            QPointF(x, line.baseline + self.metrics.band_bottom - self.metrics.at(3)),
        )
