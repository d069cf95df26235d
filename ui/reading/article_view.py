"""An article as it is seen: its text on the grid, its annotations, the caret, zoom and scrolling.

All positions count code points of the stored text, and nothing is ever read back from the document,
since Qt folds some characters.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from app.domain.annotation import Annotation
from app.domain.label import Label
from app.domain.sentences import paragraph_starts
from app.domain.span import Span
from ui.reading.article_document import (
    blank_lines,
    laid_out_once,
    lay_on_grid,
    set_letters,
    set_margins,
)
from ui.reading.caret import Caret
from ui.reading.column import USUAL, settled_column
from ui.reading.display_text import displayed
from ui.reading.found_words import FoundWords
from ui.reading.pane_metrics import BASE_FONT, PaneMetrics
from ui.reading.pane_state import PaneState
from ui.reading.proof import Proof
from ui.reading.read_only_text import ReadOnlyText
from ui.theme.current import theme_now
from ui.theme.tokens import Theme

SMALLEST_ZOOM, LARGEST_ZOOM, ZOOM_STEP = 60, 240, 10
_MOST_AREAS = 3
_COMFORT = (0.08, 0.86)
"""Between these parts of the pane's height nothing needs to be scrolled to be read."""


class ArticleView(ReadOnlyText):
    """Paints an article and its annotations, and repaints only the lines that changed."""

    zoom_changed = Signal(int)
    selection_changed = Signal()

    _is_ready = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = PaneState()
        self._proof = Proof(self.document(), self._state)
        self._zoom = 100
        self._column = USUAL
        self._paragraphs: list[int] = []
        self._blanks: list[int] = []
        self._caret = Caret(self)
        self._caret.stale.connect(lambda area: self.viewport().update(area))
        self._restyle(theme_now())
        self._is_ready = True
        self.cursorPositionChanged.connect(self._show_caret)
        self.selectionChanged.connect(self._take_selection)

    def show_article(
        self, text: str, labels: Iterable[Label], annotations: Iterable[Annotation]
    ) -> None:
        """Show another article from its beginning, nothing chosen and nothing selected."""
        self._state.chosen = self._state.hovered = self._state.preview = None
        self._state.selection = self._state.moving_edge = None
        self._state.found = FoundWords()
        shown = displayed(text)
        self._make_ready_for(shown)
        self._proof.show_text(text, shown=shown)
        self._proof.set_annotations(annotations)
        self._proof.set_labels(labels)
        self._paragraphs = paragraph_starts(text)
        self._blanks = [self._proof.index.to_utf16(start) for start in blank_lines(shown)]
        with laid_out_once(self.document()):
            self.setPlainText(shown)
            self._lay_out()
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def clear(self) -> None:
        """Show nothing at all."""
        self.show_article("", (), ())

    def set_labels(self, labels: Iterable[Label]) -> None:
        """Draw with another label set."""
        self._proof.set_labels(labels)
        self.viewport().update()

    def set_annotations(self, annotations: Iterable[Annotation]) -> None:
        """Show these annotations; only lines whose annotations changed are painted again."""
        wanted = {annotation.id: annotation for annotation in annotations}
        for gone in [each.id for each in self._proof.annotations if each.id not in wanted]:
            self.drop(gone)
        for annotation in wanted.values():
            if self._proof.annotations.get(annotation.id) != annotation:
                self.put(annotation)

    def put(self, annotation: Annotation) -> None:
        """Add an annotation, or replace the one with its id."""
        self._repaint(self._proof.put(annotation))

    def drop(self, annotation_id: str) -> None:
        """Take away an annotation."""
        if self._state.chosen == annotation_id:
            self._state.chosen = None
        self._repaint(self._proof.drop(annotation_id))

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme's colours."""
        self._restyle(theme)
        self.viewport().update()

    @property
    def text(self) -> str:
        """The stored text of the article shown."""
        return self._proof.text

    @property
    def chosen_id(self) -> str | None:
        """The id of the chosen annotation."""
        return self._state.chosen

    def choose(self, annotation_id: str | None) -> None:
        """Show this annotation as the chosen one, or none; says nothing."""
        if annotation_id == self._state.chosen:
            return
        before, self._state.chosen = self._state.chosen, annotation_id
        self._repaint_annotations(before, annotation_id)

    def selection(self) -> Span | None:
        """Return exactly the code points that are selected."""
        return self._state.selection

    def select(self, span: Span) -> None:
        """Select a stretch of the text, without scrolling there."""
        index, cursor = self._proof.index, self.textCursor()
        cursor.setPosition(index.to_utf16(span.start))
        cursor.setPosition(index.to_utf16(span.end), QTextCursor.MoveMode.KeepAnchor)
        self._set_cursor(cursor)

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.clearSelection()
            self._set_cursor(cursor)

    def caret(self) -> int:
        """Return the code point position of the caret."""
        return self._proof.index.from_utf16(self.textCursor().position())

    def set_caret(self, position: int) -> None:
        """Put the caret at a code point position, selecting nothing, without scrolling there."""
        cursor = self.textCursor()
        cursor.setPosition(self._proof.index.to_utf16(position))
        self._set_cursor(cursor)

    def paragraph_of(self, position: int) -> int:
        """Return the number of the paragraph at `position`, from 1, blank ones not counted."""
        return max(bisect_right(self._paragraphs, position), 1)

    def go_to(self, span: Span) -> None:
        """Bring a stretch into view, about a third down; nothing moves if it is well in view."""
        top = self._proof.geometry.holding(span.start).top
        bottom = self._proof.geometry.holding(span.end).bottom
        height, bar = self.viewport().height(), self.verticalScrollBar()
        low, high = (bar.value() + part * height for part in _COMFORT)
        if low <= top and bottom <= high:
            return
        self._scroll_to(top - height / 3)

    @property
    def zoom(self) -> int:
        """The size of the letters, in percent."""
        return self._zoom

    def set_zoom(self, percent: int) -> None:
        """Show letters of another size on a grid to match; the same words stay at the top."""
        percent = min(max(percent, SMALLEST_ZOOM), LARGEST_ZOOM)
        if percent == self._zoom:
            return
        anchor = self.anchor()
        self._zoom = percent
        self._restyle(self._theme)
        self._lay_out()
        self.return_to(anchor)
        self.viewport().update()
        self.zoom_changed.emit(percent)

    @property
    def column(self) -> int:
        """The width of the column of words, in per cent of the usual."""
        return self._column

    def set_column(self, percent: int) -> None:
        """Let the words stand in a wider or narrower column; the same words stay at the top."""
        percent = settled_column(percent)
        if percent == self._column:
            return
        anchor = self.anchor()
        self._column = percent
        self._restyle(self._theme)
        set_margins(self.document(), self._proof.metrics, self.viewport().width())
        self.return_to(anchor)
        self.viewport().update()

    @property
    def fullest_column(self) -> int:
        """The least width of the column, in per cent of the usual, that fills the pane."""
        return self._proof.metrics.fullest(self.viewport().width())

    def anchor(self) -> tuple[int, float] | None:
        """Return the first words in view and how far down they are; None at the very top."""
        top = self.verticalScrollBar().value()
        line = self._proof.geometry.at_height(top + 1) if top else None
        return (line.start, line.top - top) if line else None

    def return_to(self, anchor: tuple[int, float] | None) -> None:
        """Scroll so that these words are so far down again; None leaves all as it is."""
        if anchor is not None:
            position, down = anchor
            self._scroll_to(self._proof.geometry.holding(position).top - down)

    def show_found(self, found: FoundWords) -> None:
        """Show which words of the article a search found, until another article is shown."""
        self._state.found = found
        self.viewport().update()

    def lines_of(self, span: Span) -> QRect:
        """Return the part of the viewport in which anything for `span` is drawn; may be empty."""
        return next(self._areas([span]), QRect())

    def point_before(self, position: int) -> QPoint:
        """Return the viewport's point right before the character at a code point position."""
        return self._in_viewport(self._proof.point_before(position))

    def point_on(self, position: int) -> QPoint:
        """Return the viewport's point on the middle of the character at a code point position."""
        return self._in_viewport(self._proof.point_on(position))

    def grip_points(self) -> list[QPoint]:
        """Return the viewport's points of the chosen annotation's grips, in reading order."""
        return [self._in_viewport(point) for point in self._proof.grip_points()]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines in need of it; Qt's own painting would lay the selection over tags."""
        offset = self._offset()
        caret = self.caret() if self._caret.is_shown else None
        painter = QPainter(self.viewport())
        painter.translate(-offset)
        region = event.region()
        several = region.rectCount() <= _MOST_AREAS
        for rect in cast("Iterable[QRect]", region) if several else [region.boundingRect()]:
            area = QRectF(rect).translated(offset)
            painter.setClipRect(area)
            self._proof.paint(painter, area, caret)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the column out for the new width; the same words stay at the top."""
        anchor = self.anchor()
        super().resizeEvent(event)
        self._proof.set_right(self.viewport().width() - 4)
        if set_margins(self.document(), self._proof.metrics, self.viewport().width()):
            self.return_to(anchor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, since Qt's own zoom breaks the grid; scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = event.angleDelta().y()
            if steps:
                self.set_zoom(self._zoom + (ZOOM_STEP if steps > 0 else -ZOOM_STEP))
            event.accept()
            return
        super().wheelEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's theme, and keep the grid when Qt replaces the font."""
        super().changeEvent(event)
        if not self._is_ready:
            return
        if event.type() == QEvent.Type.StyleChange and theme_now() is not self._theme:
            self.set_theme(theme_now())
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            set_letters(self.document(), self._proof.metrics)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret."""
        super().focusInEvent(event)
        self._show_caret()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the caret."""
        super().focusOutEvent(event)
        self._caret.hide()

    def _restyle(self, theme: Theme) -> None:
        self._theme = theme
        metrics = PaneMetrics(round(BASE_FONT * self._zoom / 100), self._column)
        self._proof.set_style(theme, metrics)
        set_letters(self.document(), metrics)

    def _lay_out(self) -> None:
        lay_on_grid(self.document(), self._proof.metrics, blanks=self._blanks)
        set_margins(self.document(), self._proof.metrics, self.viewport().width())

    def _areas(self, spans: Iterable[Span]) -> Iterator[QRect]:
        """Yield for each of the spans in view the part of the viewport that draws it."""
        top, width = self.verticalScrollBar().value(), self.viewport().width()
        for upper, lower in self._proof.heights(spans, top, top + self.viewport().height()):
            yield QRect(0, int(upper - top), width, int(lower - upper) + 2)

    def _repaint(self, spans: Iterable[Span]) -> None:
        for area in self._areas(spans):
            self.viewport().update(area)

    def _repaint_annotations(self, *ids: str | None) -> None:
        found = (self._proof.annotations.get(each) for each in ids)
        self._repaint([annotation.span for annotation in found if annotation is not None])

    def _show_caret(self) -> None:
        """Show the caret where it is now."""
        if self.hasFocus():
            self._caret.show_at(self.cursorRect())

    def _take_selection(self) -> None:
        """Learn from Qt what is selected, and paint again the lines where that differs."""
        cursor, index = self.textCursor(), self._proof.index
        start = index.from_utf16(cursor.selectionStart())
        end = index.from_utf16(cursor.selectionEnd())
        before = self._state.selection
        now = Span(start, end) if start < end else None
        if now == before:
            return
        self._state.selection = now
        self._repaint(_difference(before, now))
        self.selection_changed.emit()


def _difference(before: Span | None, now: Span | None) -> Sequence[Span]:
    """Return the stretches that lie in one of the two only."""
    if before is None or now is None or not before.overlaps(now):
        return [span for span in (before, now) if span is not None]
    edges = [(before.start, now.start), (before.end, now.end)]
    return [Span(min(pair), max(pair)) for pair in edges if pair[0] != pair[1]]
