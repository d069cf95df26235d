"""Actions that hear their keys only while something in one room of the window has the focus."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.theme.icons import icon


def room_action(room: QWidget, owner: QObject, text: str, *keys: str, word: str = "") -> QAction:
    """Return an action of `owner` for a room, with its keys and the icon for a word, if any."""
    action = QAction(text, owner)
    action.setShortcuts([QKeySequence(key) for key in keys])
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    if word:
        action.setIcon(icon(word))
    room.addAction(action)
    return action
