"""Qt's text edit as a surface to read on: bare, never written to, scrolled only when told."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from ui.reading.display_text import has_endless_run

_WRAP_AT_WORDS = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
_WRAP_ANYWHERE = QTextOption.WrapMode.WrapAnywhere
_MORE_THAN_A_SCREEN = 20_000
"""A text of so many characters needs a scroll bar on any screen. One that appears late narrows the
column, and all is laid out once more."""


class ReadOnlyText(QTextEdit):
    """Selects by mouse and keys, and does nothing else of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)

    def _make_ready_for(self, shown: str) -> None:
        """Wrap and scroll as this text needs it, before it is set."""
        wrap = _WRAP_ANYWHERE if has_endless_run(shown) else _WRAP_AT_WORDS
        if wrap != self.wordWrapMode():
            self.setPlainText("")  # or the old text would be wrapped once more, in the new mode
            self.setWordWrapMode(wrap)
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn
            if len(shown) > _MORE_THAN_A_SCREEN
            else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        )

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _in_viewport(self, point: QPointF) -> QPoint:
        return (point - self._offset()).toPoint()

    def _set_cursor(self, cursor: QTextCursor) -> None:
        """Set Qt's cursor and stay where we are: by itself Qt scrolls to it, even from a press."""
        seen = self.verticalScrollBar().value()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(seen)

    def _scroll_to(self, y: float) -> None:
        """Scroll so that height `y` is at the top, as far as there is text to show."""
        bar = self.verticalScrollBar()
        if y > bar.maximum():
            height = self.document().documentLayout().documentSize().height()
            bar.setMaximum(max(round(height) - self.viewport().height(), bar.maximum()))
        bar.setValue(round(y))
