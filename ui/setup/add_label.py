"""The row under the list of labels: a button that turns into a field for a new label's name."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedLayout, QWidget

from app.domain.label import NAME_LIMIT
from ui.theme.icons import icon
from ui.widgets.buttons import QuietButton


class NameField(QLineEdit):
    """Enter offers the name by `returnPressed`; Esc, or leaving it empty, gives it up."""

    given_up = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep Esc for giving up the name, whatever else the page uses it for."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        if event.type() == QEvent.Type.FocusOut and not self.text().strip():
            self.given_up.emit()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class AddLabel(QWidget):
    """`asked` carries the name of a label to be added; what is refused stays to be mended."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QuietButton(self.tr("Add a label…"), icon=icon("add"))
        self.name = NameField()
        self.name.setMaxLength(NAME_LIMIT)
        self.name.setPlaceholderText(self.tr("Name of the new label, then Enter"))
        self.name.setAccessibleName(self.tr("Name of the new label"))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.button)
        self._stack.addWidget(self.name)
        self.setFixedHeight(max(self.button.sizeHint().height(), self.name.sizeHint().height()))
        self.button.clicked.connect(self.begin)
        self.name.returnPressed.connect(self._offer)
        self.name.given_up.connect(self.end)

    def begin(self) -> None:
        """Ask for a name."""
        self._stack.setCurrentWidget(self.name)
        self.name.setFocus()

    def end(self) -> None:
        """Ask no more."""
        had_focus = self.name.hasFocus()
        self.name.clear()
        self._stack.setCurrentWidget(self.button)
        if had_focus:
            self.button.setFocus()

    def _offer(self) -> None:
        if self.name.text().strip():
            self.asked.emit(self.name.text())
