"""The reading pane at the desk: it takes exact selections, and offers each where a label waits."""

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QCursor, QKeyEvent, QMouseEvent, QTextCursor

from app.domain.annotation import Annotation
from app.domain.span import Span
from ui.reading.annotation_index import AnnotationIndex
from ui.reading.article_pane import ArticlePane

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeyedPane(ArticlePane):
    """`selection_offered` comes when words were selected by hand while a label waits for them."""

    selection_offered = Signal()

    _waits = False

    @property
    def annotations(self) -> AnnotationIndex:
        """The annotations shown."""
        return self._proof.annotations

    @property
    def chosen_annotation(self) -> Annotation | None:
        """The chosen annotation."""
        return self._proof.annotations.get(self.chosen_id)

    def annotations_under(self, point: QPoint) -> list[Annotation]:
        """Return what is drawn under a point of the viewport, the innermost first."""
        return self._proof.annotations_at(QPointF(point) + self._offset())

    def select_exactly(self, span: Span) -> None:
        """Select a stretch that means what it is and is not snapped to words."""
        self._is_exact = True
        self.select(span)

    def move_caret(self, position: int, *, select: bool) -> None:
        """Move the caret into view at a position; with `select` the selection grows with it."""
        self._is_exact = False
        cursor, modes = self.textCursor(), QTextCursor.MoveMode
        cursor.setPosition(
            self._proof.index.to_utf16(position), modes.KeepAnchor if select else modes.MoveAnchor
        )
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def runs_left(self, position: int) -> bool:
        """Tell whether the paragraph at a position is written from right to left."""
        return self._proof.geometry.holding(position).runs_left

    def set_waiting(self, cursor: QCursor | None) -> None:
        """Let a label wait for words, shown by this mouse cursor; None: no more."""
        self._waits = cursor is not None
        self._words_cursor = QCursor(Qt.CursorShape.IBeamCursor) if cursor is None else cursor
        self.viewport().setCursor(self._words_cursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Offer what was selected, where a label waits for it."""
        was_resizing = self._resize is not None
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not was_resizing:
            self._offer()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Put the caret where the menu was asked for: what splits at the caret means that place."""
        if event.reason() == QContextMenuEvent.Reason.Mouse and self.selection() is None:
            self.set_caret(self._proof.position_near(QPointF(event.pos()) + self._offset()))
        super().contextMenuEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter offer what is selected, where a label waits for it."""
        if event.key() in _ENTER and not event.modifiers() and self._offer():
            return
        super().keyPressEvent(event)

    def _offer(self) -> bool:
        if not self._waits or self.selection() is None:
            return False
        self.selection_offered.emit()
        return True
