"""An article's words as they are seen: on the grid, with selection, zoom, column and scrolling.

All positions count code points of the stored text, and nothing is ever read back from the document,
since Qt folds some characters.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QClipboard,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from app.domain.sentences import paragraph_starts
from app.domain.span import Span
from ui.reading.article_document import (
    blank_lines,
    laid_out_once,
    lay_on_grid,
    set_letters,
    set_margins,
)
from ui.reading.column import USUAL, settled_column
from ui.reading.display_text import displayed
from ui.reading.pane_metrics import BASE_FONT, PaneMetrics
from ui.reading.read_only_text import ReadOnlyText
from ui.reading.sheet import Sheet
from ui.theme.current import theme_now
from ui.theme.tokens import Theme

SMALLEST_ZOOM, LARGEST_ZOOM, ZOOM_STEP = 60, 240, 10
_MOST_AREAS = 3
_COMFORT = (0.08, 0.86)
"""Between these parts of the pane's height nothing needs to be scrolled to be read."""


class SheetView(ReadOnlyText):
    """Shows a sheet, and repaints only the lines that changed."""

    zoom_changed = Signal(int)
    selection_changed = Signal()

    _is_ready = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = self._make_sheet()
        self._zoom = 100
        self._column = USUAL
        self._below = self._beside = 0.0
        self._paragraphs: list[int] = []
        self._blanks: list[int] = []
        self._restyle(theme_now())
        self._is_ready = True
        self.selectionChanged.connect(self._take_selection)

    def show_text(self, text: str) -> None:
        """Show another article's text from its beginning, with nothing selected."""
        self._sheet.selection = None
        shown = displayed(text)
        self._make_ready_for(shown)
        self._sheet.show_text(text, shown=shown)
        self._paragraphs = paragraph_starts(text)
        self._blanks = [self._sheet.index.to_utf16(start) for start in blank_lines(shown)]
        with laid_out_once(self.document()):
            self.setPlainText(shown)
            self._lay_out()
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme's colours."""
        self._restyle(theme)
        self.viewport().update()

    @property
    def text(self) -> str:
        """The stored text of the article shown."""
        return self._sheet.text

    def selection(self) -> Span | None:
        """Return exactly the code points that are selected."""
        return self._sheet.selection

    def select(self, span: Span) -> None:
        """Select a stretch of the text, without scrolling there."""
        index, cursor = self._sheet.index, self.textCursor()
        cursor.setPosition(index.to_utf16(span.start))
        cursor.setPosition(index.to_utf16(span.end), QTextCursor.MoveMode.KeepAnchor)
        self._set_cursor(cursor)

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.clearSelection()
            self._set_cursor(cursor)

    def copy(self) -> None:
        """Copy the stored words as plain text, since Qt would turn no-break spaces into spaces.

        The clipboard makes its own data: it may outlive Python, which what Python makes must not.
        """
        span = self.selection()
        if span is not None:
            QGuiApplication.clipboard().setText(span.of(self.text))

    def caret(self) -> int:
        """Return the code point position of the caret."""
        return self._sheet.index.from_utf16(self.textCursor().position())

    def set_caret(self, position: int) -> None:
        """Put the caret at a code point position, selecting nothing, without scrolling there."""
        cursor = self.textCursor()
        cursor.setPosition(self._sheet.index.to_utf16(position))
        self._set_cursor(cursor)

    def paragraph_of(self, position: int) -> int:
        """Return the number of the paragraph at `position`, from 1, blank ones not counted."""
        return max(bisect_right(self._paragraphs, position), 1)

    def go_to(self, span: Span) -> None:
        """Bring a stretch into view, about a third down; nothing moves if it is well in view."""
        top = self._sheet.geometry.holding(span.start).top
        bottom = self._sheet.geometry.holding(span.end).bottom + self._sheet.metrics.room_below
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
        with self._same_words_at_the_top():
            self._zoom = percent
            self._restyle(self._theme)
            self._lay_out()
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
        with self._same_words_at_the_top():
            self._column = percent
            self._restyle(self._theme)
            set_margins(self.document(), self._sheet.metrics, self.viewport().width())

    def set_room(self, *, below: float, beside: float) -> None:
        """Keep so much free under each line and in the gutter; the same words stay at the top."""
        if (below, beside) == (self._below, self._beside):
            return
        with self._same_words_at_the_top():
            self._below, self._beside = below, beside
            self._restyle(self._theme)
            self._lay_out()

    @property
    def fullest_column(self) -> int:
        """The least width of the column, in per cent of the usual, that fills the pane."""
        return self._sheet.metrics.fullest(self.viewport().width())

    def anchor(self) -> tuple[int, float] | None:
        """Return the first words in view and how far down they are; None at the very top."""
        top = self.verticalScrollBar().value()
        line = self._sheet.geometry.at_height(top + 1) if top else None
        return (line.start, line.top - top) if line else None

    def return_to(self, anchor: tuple[int, float] | None) -> None:
        """Scroll so that these words are so far down again; None leaves all as it is."""
        if anchor is not None:
            position, down = anchor
            self._scroll_to(self._sheet.geometry.holding(position).top - down)

    def lines_of(self, span: Span) -> QRect:
        """Return the part of the viewport in which anything for `span` is drawn; may be empty."""
        return next(self._areas([span]), QRect())

    def point_before(self, position: int) -> QPoint:
        """Return the viewport's point right before the character at a code point position."""
        return self._in_viewport(self._sheet.point_before(position))

    def point_on(self, position: int) -> QPoint:
        """Return the viewport's point on the middle of the character at a code point position."""
        return self._in_viewport(self._sheet.point_on(position))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines in need of it; Qt's own painting would lay the selection over tags."""
        offset = self._offset()
        painter = QPainter(self.viewport())
        painter.translate(-offset)
        region = event.region()
        several = region.rectCount() <= _MOST_AREAS
        for rect in cast("Iterable[QRect]", region) if several else [region.boundingRect()]:
            area = QRectF(rect).translated(offset)
            painter.setClipRect(area)
            self._sheet.paint(painter, area)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the column out for the new width; the same words stay at the top."""
        anchor = self.anchor()
        super().resizeEvent(event)
        self._sheet.set_right(self.viewport().width() - 4)
        if set_margins(self.document(), self._sheet.metrics, self.viewport().width()):
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
            set_letters(self.document(), self._sheet.metrics)

    def _make_sheet(self) -> Sheet:
        """Return what is shown, for this view's document."""
        raise NotImplementedError

    @contextmanager
    def _same_words_at_the_top(self) -> Iterator[None]:
        anchor = self.anchor()
        yield
        self.return_to(anchor)
        self.viewport().update()

    def _restyle(self, theme: Theme) -> None:
        self._theme = theme
        font = round(BASE_FONT * self._zoom / 100)
        metrics = PaneMetrics(font, self._column, self._below, self._beside)
        self._sheet.set_style(theme, metrics)
        set_letters(self.document(), metrics)

    def _lay_out(self) -> None:
        lay_on_grid(self.document(), self._sheet.metrics, blanks=self._blanks)
        set_margins(self.document(), self._sheet.metrics, self.viewport().width())

    def _areas(self, spans: Iterable[Span]) -> Iterator[QRect]:
        """Yield for each of the spans in view the part of the viewport that draws it."""
        top, width = self.verticalScrollBar().value(), self.viewport().width()
        for upper, lower in self._sheet.heights(spans, top, top + self.viewport().height()):
            yield QRect(0, int(upper - top), width, int(lower - upper) + 2)

    def _repaint(self, spans: Iterable[Span]) -> None:
        for area in self._areas(spans):
            self.viewport().update(area)

    def _offer_selection(self) -> None:
        """Give the stored words to whoever pastes with the middle button, where there is one."""
        span, clipboard = self.selection(), QGuiApplication.clipboard()
        if span is not None and clipboard.supportsSelection():
            clipboard.setText(span.of(self.text), QClipboard.Mode.Selection)

    def _take_selection(self) -> None:
        """Learn from Qt what is selected, and paint again the lines where that differs."""
        cursor, index = self.textCursor(), self._sheet.index
        start = index.from_utf16(cursor.selectionStart())
        end = index.from_utf16(cursor.selectionEnd())
        before = self._sheet.selection
        now = Span(start, end) if start < end else None
        if now == before:
            return
        self._sheet.selection = now
        self._repaint(_difference(before, now))
        self.selection_changed.emit()


def _difference(before: Span | None, now: Span | None) -> Sequence[Span]:
    """Return the stretches that lie in one of the two only."""
    if before is None or now is None or not before.overlaps(now):
        return [span for span in (before, now) if span is not None]
    edges = [(before.start, now.start), (before.end, now.end)]
    return [Span(min(pair), max(pair)) for pair in edges if pair[0] != pair[1]]
