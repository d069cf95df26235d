"""A field to type what to look for."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme.icons import icon
from ui.widgets.plain import plain_tooltip


class FilterField(QLineEdit):
    """A line with an icon and, once something is typed, a way to clear it; Escape clears too."""

    def __init__(
        self, placeholder: str, parent: QWidget | None = None, *, word: str = "filter"
    ) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.addAction(icon(word), QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(icon("close"), self.tr("Clear"), self)
        plain_tooltip(self._clear, self.tr("Clear"))
        self._clear.triggered.connect(self.clear)
        self.textChanged.connect(self._offer_to_clear)

    def event(self, event: QEvent) -> bool:
        """Keep Escape for clearing, whatever else the window uses it for."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.text()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape clears what is typed; in an empty field it is for whoever is around it."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            event.accept()
            return
        super().keyPressEvent(event)

    def _offer_to_clear(self, text: str) -> None:
        offered = self._clear in self.actions()
        if text and not offered:
            self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        elif offered and not text:
            self.removeAction(self._clear)
