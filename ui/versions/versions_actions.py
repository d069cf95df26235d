"""Everything that can be done with the versions, with its keys: one action each."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ui.page import MenuPart
from ui.widgets.room_action import room_action


class VersionsActions(QObject):
    """The actions; they hear keys while anything in the room has the focus."""

    def __init__(self, room: QWidget) -> None:
        super().__init__(room)
        self._room = room
        make = self._make
        self.next_difference = make(self.tr("Next difference"), "N", "F3")
        self.previous_difference = make(self.tr("Previous difference"), "P", "Shift+F3")
        self.next_in_list = make(self.tr("Next in the list"), "Ctrl+Down", word="next")
        self.previous_in_list = make(self.tr("Previous in the list"), "Ctrl+Up", word="previous")
        self.open_at_desk = make(self.tr("Open at the desk"), "Return", "Enter", word="open")
        self.back = make(self.tr("Back"), "Esc", word="back")
        self.zoom_in = make(self.tr("Larger text"), "Ctrl++", "Ctrl+=", word="zoom in")
        self.zoom_out = make(self.tr("Smaller text"), "Ctrl+-", word="zoom out")
        self.zoom_reset = make(self.tr("Usual text size"), "Ctrl+0")

    def menus(self) -> list[MenuPart]:
        """Return the menus that the room brings to the window."""
        return [
            (
                self.tr("&Versions"),
                [
                    *(self.next_difference, self.previous_difference, None),
                    *(self.next_in_list, self.previous_in_list, None),
                    *(self.open_at_desk, self.back),
                ],
            ),
            (self.tr("View"), [self.zoom_in, self.zoom_out, self.zoom_reset]),
        ]

    def _make(self, text: str, *keys: str, word: str = "") -> QAction:
        return room_action(self._room, self, text, *keys, word=word)
