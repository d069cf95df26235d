"""The slim bar at the foot of the article in which words to find are typed."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.fonts import TextRole
from ui.theme.icons import icon
from ui.widgets.buttons import ToolButton
from ui.widgets.frames import Hairline
from ui.widgets.plain import PlainLabel, plain_tooltip

FIELD = (110, 300)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindField(QLineEdit):
    """A line in which Enter goes on, Shift+Enter goes back and Esc is for leaving."""

    onward = Signal()
    backward = Signal()
    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep Esc, whatever else the window uses it for."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, go back or leave; everything else is typing."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _ENTER:
            is_back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.backward if is_back else self.onward).emit()
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """Says what is wanted: `asked` when the words or how to take them changed, and where to go.

    `left` when the person is done with it.
    """

    asked = Signal()
    onward = Signal()
    backward = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = FindField()
        self.field.setPlaceholderText(self.tr("Find in this article"))
        self.field.setAccessibleName(self.tr("Find in this article"))
        self.field.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.field.setMinimumWidth(FIELD[0])
        self.field.setMaximumWidth(FIELD[1])
        self.tally = PlainLabel(role=TextRole.QUIET)
        self.tally.setMinimumWidth(64)
        self.previous = ToolButton(icon("previous"), "", size=16)
        self.previous.rename(self.tr("Previous match"), shortcut="Shift+F3")
        self.next = ToolButton(icon("next"), "", size=16)
        self.next.rename(self.tr("Next match"), shortcut="F3")
        self.match_case = self._switch(
            "letters", self.tr("Match case"), self.tr("Find capitals only as capitals")
        )
        self.whole_words = self._switch(
            "whole word",
            self.tr("Whole words"),
            self.tr("Find only whole words; the ’s of a possessive does not count"),
        )
        self.close_button = ToolButton(icon("close"), "", size=16)
        self.close_button.rename(self.tr("Close the search"), shortcut="Esc")
        self._connect()
        self._arrange()

    def say(self, tally: str, *, in_vain: bool = False) -> None:
        """Say how much was found; `in_vain` where there is nothing though something is wanted."""
        self.tally.setText(tally)
        self.field.setAccessibleDescription(tally)
        if self.field.property("wrong") != ("true" if in_vain else "false"):
            self.field.setProperty("wrong", "true" if in_vain else "false")
            self.field.style().polish(self.field)

    def allow_steps(self, *, on: bool) -> None:
        """Offer to go on and back where there is something to go to."""
        self.previous.setEnabled(on)
        self.next.setEnabled(on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc from the buttons too."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Esc, whatever else the window uses it for."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def _switch(self, word: str, name: str, tip: str) -> ToolButton:
        switch = ToolButton(icon(word, checked="accent"), name, checkable=True)
        plain_tooltip(switch, tip)
        return switch

    def _connect(self) -> None:
        self.field.textChanged.connect(self.asked)
        self.match_case.toggled.connect(self.asked)
        self.whole_words.toggled.connect(self.asked)
        for source, target in (
            (self.field.onward, self.onward),
            (self.field.backward, self.backward),
            (self.field.left, self.left),
            (self.next.clicked, self.onward),
            (self.previous.clicked, self.backward),
            (self.close_button.clicked, self.left),
        ):
            source.connect(target)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(18, 7, 14, 7)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addSpacing(6)
        row.addWidget(self.tally)
        for button in (self.previous, self.next):
            row.addWidget(button)
        row.addSpacing(8)
        row.addWidget(self.match_case)
        row.addWidget(self.whole_words)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline())
        column.addLayout(row)
