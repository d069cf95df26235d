"""The reading pane: an article to be read, selected, picked and reshaped by hand or by keys.

It says what the person wants and stores nothing. All positions count code points of the stored
text, and spans are `app.domain.span.Span`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QBasicTimer, QEvent, QPoint, QPointF, Qt, QTimerEvent, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.annotation import Annotation, reading_order
from app.domain.label import Label, Look
from app.domain.snapping import snapped
from app.domain.span import Span
from app.domain.words import next_word_end, previous_word_start
from ui.reading.article_view import ArticleView
from ui.reading.gestures import PickGesture, ResizeGesture, WordGesture

_STILL = 4
"""A hand that moved less than this many pixels between press and release has clicked."""

_SCROLL_EVERY = 40

_WORDS_HEIGHT = 0.66
"""How far down its line of the grid, as a share of its height, the middle of the words lies."""

_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier


class ArticlePane(ArticleView):
    """Shows one article with its annotations; speaks in intents, never changes anything itself.

    `chosen` carries an annotation's id, or None, when the person picks; `resize_requested` the id
    and the tuple of spans it should have; `menu_requested` the global point and the id or None.
    """

    chosen = Signal(object)
    resize_requested = Signal(str, object)
    menu_requested = Signal(QPoint, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._resize: ResizeGesture | None = None
        self._words: WordGesture | None = None
        self._pick = PickGesture()
        self._press: QPointF | None = None
        self._is_exact = False
        self._last_click: tuple[QPointF, int] | None = None
        self._hand = QPointF()
        self._auto_scroll = QBasicTimer()
        self._words_cursor = QCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Article"))
        self.setAccessibleDescription(
            self.tr("Select words with Shift and the arrow keys, then press the key of a label.")
        )

    def snapped_selection(self, look: Look) -> Span | None:
        """Return the words that the selection means for a label of this look.

        What was dragged with Alt held, or set letter by letter with Shift and an arrow, is taken
        as it is: whoever does that means those letters.
        """
        span = self.selection()
        if span is None or (self._is_exact and not span.of(self.text).isspace()):
            return span
        return snapped(self.text, span.start, span.end, keep_quotes=look.is_band)

    def snapping_off(self) -> bool:
        """Tell whether the person holds Alt, to mark exactly what is selected."""
        return bool(QGuiApplication.keyboardModifiers() & _ALT)

    def choose_next(self) -> bool:
        """Choose the annotation after the chosen one, or after the caret; False at the end."""
        here = self._proof.annotations.get(self.chosen_id)
        key = reading_order(here) if here else (self.caret(), -len(self.text) - 1, "")
        return self._walk_to(self._proof.annotations.after(key))

    def choose_previous(self) -> bool:
        """Choose the annotation before the chosen one, or before the caret; False at the start."""
        here = self._proof.annotations.get(self.chosen_id)
        key = reading_order(here) if here else (self.caret(), -len(self.text) - 1, "")
        return self._walk_to(self._proof.annotations.before(key))

    def show_article(
        self, text: str, labels: Iterable[Label], annotations: Iterable[Annotation]
    ) -> None:
        """Show another article from its beginning, nothing chosen and nothing selected."""
        self._stop_resizing()
        self._words = self._press = self._last_click = None
        super().show_article(text, labels, annotations)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a grip, or begin to select."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.accept()
            return
        point = self._on_page(event)
        self._press = None
        grip = self._proof.grip_at(point)
        if grip is not None:
            self._resize = ResizeGesture(self.text, grip)
            self._show_resizing()
            return
        if self._words is not None and self._is_further_click(event):
            self._click_again(event)
            return
        self._words = None
        if not event.modifiers() & _SHIFT:
            self._press = event.position()
            self.clear_selection()  # or Qt would begin to drag the words away
        super().mousePressEvent(self._on_words(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word as Galley knows it; Qt would take Gora-Podol apart."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._press = None
        self._is_exact = False
        self._words = WordGesture(self.text)
        self._click_again(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move a grip, select, or see what is under the pointer."""
        self._hand = event.position()
        if self._resize is not None:
            self._move_grip(snap=not event.modifiers() & _ALT)
            self._auto_scroll.start(_SCROLL_EVERY, self)
        elif event.buttons() & Qt.MouseButton.LeftButton:
            if self._words is None:
                super().mouseMoveEvent(self._on_words(event))
            else:
                self._select(self._words.extend(self._position_at(event)))
        else:
            self._hover(self._on_page(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of a grip, finish selecting, or pick what was clicked."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._resize is not None:
            gesture = self._stop_resizing()
            if gesture is not None and gesture.has_changed:
                self.resize_requested.emit(gesture.annotation.id, gesture.spans)
            return
        if self._words is not None:
            return
        super().mouseReleaseEvent(self._on_words(event))
        self._offer_selection()
        self._is_exact = bool(event.modifiers() & _ALT)
        if self._press is not None:
            moved = event.position() - self._press
            self._press = None
            if abs(moved.x()) + abs(moved.y()) < _STILL:
                self.clear_selection()
                self._pick_from(self._proof.annotations_at(self._on_page(event)))

    def leaveEvent(self, event: QEvent) -> None:
        """Let nothing look as if the pointer were on it."""
        super().leaveEvent(event)
        self._set_hovered(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by Galley's words, pick at the caret, or call off; the rest is Qt's."""
        key, control = event.key(), bool(event.modifiers() & _CONTROL)
        if event.modifiers() & _SHIFT:
            self._is_exact = not control and key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if key == Qt.Key.Key_Escape:
            if not self._call_off():
                event.ignore()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif control and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._move_by_word(
                rightwards=key == Qt.Key.Key_Right, select=bool(event.modifiers() & _SHIFT)
            )
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _CONTROL:
            self._pick_from(self._proof.annotations.at(self.caret()))
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Esc for calling off a drag, whatever else the window uses it for."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and (self._resize is not None or self.selection() is not None)
        ):
            event.accept()
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu on what is under the pointer, or on the chosen one from the keyboard."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            point = self.viewport().mapToGlobal(self.cursorRect().bottomRight())
            self.menu_requested.emit(point, self.chosen_id)
            return
        here = [
            each.id for each in self._proof.annotations_at(QPointF(event.pos()) + self._offset())
        ]
        if self.chosen_id in here:
            here = [self.chosen_id]
        self.menu_requested.emit(event.globalPos(), here[0] if here else None)

    def timerEvent(self, event: QTimerEvent) -> None:
        """Scroll on while a grip is held beyond the pane's edge."""
        if event.timerId() != self._auto_scroll.timerId():
            super().timerEvent(event)
            return
        height, y = self.viewport().height(), self._hand.y()
        beyond = min(y, 0) + max(y - height, 0)
        if beyond and self._resize is not None:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(beyond))
            self._move_grip(snap=not self.snapping_off())

    def _on_page(self, event: QMouseEvent) -> QPointF:
        return event.position() + self._offset()

    def _on_words(self, event: QMouseEvent) -> QMouseEvent:
        """Return the event as if the pointer were on the words of the line it is at.

        Between the lines of a grid Qt takes the white for the line's beginning or end; a hand that
        drags sloppily means the words. Beyond the pane the event stays as it is, to scroll.
        """
        line = self._proof.geometry.at_height(self._on_page(event).y())
        if line is None or not 0 <= event.position().y() < self.viewport().height():
            return event
        y = line.top + _WORDS_HEIGHT * (line.bottom - line.top) - self._offset().y()
        return QMouseEvent(
            event.type(),
            QPointF(event.position().x(), y),
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
            event.pointingDevice(),
        )

    def _position_at(self, event: QMouseEvent) -> int:
        """Return the position of the character under the pointer, or the nearest one."""
        point = self._on_page(event)
        position = self._proof.character_at(point)
        return self._proof.position_near(point) if position is None else position

    def _select(self, span: Span | None) -> None:
        if span is None:
            self.clear_selection()
        else:
            self.select(span)

    def _is_further_click(self, event: QMouseEvent) -> bool:
        if self._last_click is None:
            return False
        where, when = self._last_click
        moved = event.position() - where
        return (
            event.timestamp() - when <= QApplication.doubleClickInterval()
            and abs(moved.x()) + abs(moved.y()) < QApplication.startDragDistance()
        )

    def _click_again(self, event: QMouseEvent) -> None:
        if self._words is not None:
            self._last_click = (event.position(), event.timestamp())
            self._select(self._words.click_again(self._position_at(event)))

    def _pick_from(self, here: Sequence[Annotation]) -> None:
        picked = self._pick.pick(here, self.chosen_id)
        if picked is not None:
            self._caret.hide()
        if picked != self.chosen_id:
            self.choose(picked)
            self.chosen.emit(picked)

    def _walk_to(self, annotation: Annotation | None) -> bool:
        if annotation is None:
            return False
        self.choose(annotation.id)
        self.set_caret(annotation.span.start)
        self.go_to(annotation.span)
        self._caret.hide()
        self.chosen.emit(annotation.id)
        return True

    def _move_by_word(self, *, rightwards: bool, select: bool) -> None:
        cursor = self.textCursor()
        if cursor.block().textDirection() == Qt.LayoutDirection.RightToLeft:
            rightwards = not rightwards
        step = next_word_end if rightwards else previous_word_start
        modes = QTextCursor.MoveMode
        cursor.setPosition(
            self._proof.index.to_utf16(step(self.text, self.caret())),
            modes.KeepAnchor if select else modes.MoveAnchor,
        )
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _hover(self, point: QPointF) -> None:
        if self._proof.grip_at(point) is not None:
            cursor = QCursor(Qt.CursorShape.SizeHorCursor)
        else:
            here = self._proof.annotations_at(point)
            self._set_hovered(here[0].id if here else None)
            on_words = not here or self._proof.character_at(point) is not None
            hand = QCursor(Qt.CursorShape.PointingHandCursor)
            cursor = self._words_cursor if on_words else hand
        if self.viewport().cursor().shape() != cursor.shape():
            self.viewport().setCursor(cursor)

    def _set_hovered(self, annotation_id: str | None) -> None:
        before, self._state.hovered = self._state.hovered, annotation_id
        if before != annotation_id:
            self._repaint_annotations(before, annotation_id)

    def _move_grip(self, *, snap: bool) -> None:
        if self._resize is not None:
            self._resize.move(self._proof.position_near(self._hand + self._offset()), snap=snap)
            self._show_resizing()

    def _show_resizing(self) -> None:
        """Show the annotation as it would be if the grip were let go here."""
        if self._resize is None:
            return
        before = self._state.preview or self._resize.annotation
        self._state.preview = replace(self._resize.annotation, spans=self._resize.spans)
        self._state.moving_edge = self._resize.edge
        self._repaint([before.span, self._state.preview.span])

    def _stop_resizing(self) -> ResizeGesture | None:
        gesture, self._resize = self._resize, None
        self._auto_scroll.stop()
        shown, self._state.preview, self._state.moving_edge = self._state.preview, None, None
        if gesture is not None and shown is not None:
            self._repaint([shown.span, gesture.annotation.span])
        return gesture

    def _call_off(self) -> bool:
        """Give up the drag, else the selection, else the choice; False where there is nothing."""
        if self._stop_resizing() is not None:
            return True
        if self.selection() is not None:
            self.clear_selection()
            return True
        if self.chosen_id is not None:
            self._pick_from(())
            return True
        return False
