"""Sentences for a screen reader, about what would else only be seen to happen."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget


class Announcer(QObject):
    """Lets a screen reader, where one listens, say a sentence when it has said what it is at."""

    said = Signal(str)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget

    def say(self, sentence: str) -> None:
        """Say a sentence, or nothing where there is none."""
        if not sentence:
            return
        self.said.emit(sentence)
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # slow to import

        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._widget, sentence))
