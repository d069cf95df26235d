"""What can be done with the figures of agreement: one action each, for keys, menus and buttons."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ui.page import MenuPart
from ui.widgets.room_action import room_action


class AgreementActions(QObject):
    """The actions; they hear keys while anything among the figures has the focus.

    `tabs` has an action for each of the tables' tabs, by its number.
    """

    def __init__(self, room: QWidget, tabs: Sequence[str]) -> None:
        super().__init__(room)
        self._room = room
        self.disagreements = self._make(self.tr("All disagreements"), "D")
        self.names = self._make(self.tr("Hide the names"), "H")
        self.names.setCheckable(True)
        self.gamma = self._make(self.tr("Compute gamma"), "G")
        self.report = self._make(self.tr("Printable report…"), "Ctrl+P")
        self.tabs = [self._make(name, str(number)) for number, name in enumerate(tabs, start=1)]

    def menus(self) -> list[MenuPart]:
        """Return the menu that the figures bring to the window."""
        first = [self.disagreements, self.gamma, self.report, None]
        return [(self.tr("&Agreement"), [*first, *self.tabs, None, self.names])]

    def _make(self, text: str, *keys: str, word: str = "") -> QAction:
        return room_action(self._room, self, text, *keys, word=word)
