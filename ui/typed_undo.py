"""Ctrl+Z belongs to a field somebody types in, as long as it has something of its own to undo."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_Key = QKeySequence.StandardKey


class TypedUndo(QObject):
    """Lets the window's undo and redo through where Qt's fields would keep the keys for nothing.

    It listens to the field with the focus alone: a listener to the whole application would be
    called for every event of every widget, thousands of times for each page that is painted.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
            self._follow(None, QApplication.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep from a field the question whether it wants a key that would do nothing there."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        undo, redo = event.matches(_Key.Undo), event.matches(_Key.Redo)
        if not (undo or redo) or not isinstance(watched, QLineEdit | QPlainTextEdit | QTextEdit):
            return False
        if _has_something(watched, undo=undo):
            return False
        event.ignore()
        return True

    def _follow(self, left: QWidget | None, entered: QWidget | None) -> None:
        if left is not None:
            left.removeEventFilter(self)
        if isinstance(entered, QLineEdit | QPlainTextEdit | QTextEdit):
            entered.installEventFilter(self)


def _has_something(field: QLineEdit | QPlainTextEdit | QTextEdit, *, undo: bool) -> bool:
    """Tell whether the field could undo (or redo) typing of its own."""
    if field.isReadOnly():
        return False
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() if undo else field.isRedoAvailable()
    document = field.document()
    return document.isUndoAvailable() if undo else document.isRedoAvailable()
