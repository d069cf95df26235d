"""What can be done with the list of cases: one action each, for keys, menus and the key sheet."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ui.disagreements.words import KINDS, kind_in_full
from ui.page import MenuPart
from ui.widgets.room_action import room_action


class CaseActions(QObject):
    """The actions of the view; they hear keys while anything in it has the focus."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self.open = self._make(self.tr("Open the article"), "Return", "Enter", word="article")
        self.next = self._make(self.tr("Next case"), "J", word="next")
        self.previous = self._make(self.tr("Previous case"), "K", word="previous")
        self.names = self._make(self.tr("Hide the names"), "H", word="names")
        self.names.setCheckable(True)
        self.kinds = {
            kind: self._make(kind_in_full(kind), str(number))
            for number, kind in enumerate(KINDS, start=1)
        }
        self.all_kinds = self._make(self.tr("All kinds"), "0")
        for action in self.kinds.values():
            action.setCheckable(True)
        self.back = self._make(self.tr("Back to the figures"), "Esc", word="back")

    def menus(self) -> list[MenuPart]:
        """Return the menu that the view brings to the window."""
        return [
            (
                self.tr("&Cases"),
                [
                    *(self.open, self.next, self.previous, None),
                    *self.kinds.values(),
                    *(self.all_kinds, None, self.names, self.back),
                ],
            )
        ]

    def _make(self, text: str, *keys: str, word: str = "") -> QAction:
        return room_action(self._view, self, text, *keys, word=word)
