"""Everything that can be done at the desk, with its keys: one action each, for keys and menus."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.domain.label import Label
from ui.page import MenuPart
from ui.theme.icons import label_icon
from ui.widgets.plain import set_action_text
from ui.widgets.room_action import room_action


class DeskActions(QObject):
    """The desk's actions; they hear keys while anything on the desk has the focus."""

    def __init__(self, desk: QWidget) -> None:
        super().__init__(desk)
        self.desk = desk
        self.labels: list[QAction] = []
        make = self._make
        self.next_annotation = make(self.tr("Next annotation"), "N")
        self.previous_annotation = make(self.tr("Previous annotation"), "P", "Shift+N")
        self.add_piece = make(self.tr("Add the selection as a piece"), "J", word="piece")
        self.take_piece = make(self.tr("Take the selection out"), "Shift+J")
        self.split = make(self.tr("Split at the caret"), "/")
        self.join = make(self.tr("Join all pieces"), "Ctrl+J")
        self.repeat = make(self.tr("Mark with the last label again"), "R")
        self.hold_label = make(self.tr("Keep marking with a label"), "L")
        self.occurrences = make(self.tr("Mark all occurrences…"), "O", word="everywhere")
        self.unsure = make(self.tr("Unsure"), "U", word="unsure")
        self.note = make(self.tr("Write a note"), "M", word="note")
        self.delete = make(self.tr("Delete annotation"), "Del", "Backspace", word="trash")
        self.back_out = make(self.tr("Let go"), "Esc")
        self.copy = make(self.tr("Copy words"), "Ctrl+C", word="copy")
        self.done = make(self.tr("Mark done"), "D", word="check")
        self.next_article = make(self.tr("Next article"), "Ctrl+Down", word="next")
        self.previous_article = make(self.tr("Previous article"), "Ctrl+Up", word="previous")
        self.next_to_do = make(self.tr("Next article to do"), "Ctrl+Return", "Ctrl+Enter")
        self.edit_article = make(self.tr("Edit details…"), "F2", word="edit")
        self.filter = make(self.tr("Filter articles"), "Ctrl+L", word="filter")
        self.find = make(self.tr("Find in this article…"), "Ctrl+F", word="search")
        self.find_next = make(self.tr("Next match"), "F3")
        self.find_previous = make(self.tr("Previous match"), "Shift+F3")
        self.guideline = make(self.tr("Guideline of the label at hand"), "G")
        self.guideline.setCheckable(True)
        self.guideline.setObjectName("guideline")
        self.zoom_in = make(self.tr("Larger text"), "Ctrl++", "Ctrl+=", word="zoom in")
        self.zoom_out = make(self.tr("Smaller text"), "Ctrl+-", word="zoom out")
        self.zoom_reset = make(self.tr("Usual text size"), "Ctrl+0")
        self.wider = make(self.tr("Wider column"), "Ctrl+Shift+.", word="wider")
        self.narrower = make(self.tr("Narrower column"), "Ctrl+Shift+,", word="narrower")
        self.usual_column = make(self.tr("Usual column"), "Ctrl+Shift+0")

    def set_labels(self, labels: list[Label], press: Callable[[str], None]) -> None:
        """Make one action for each label, with the label's key; `press` is given the label's id."""
        for action in self.labels:
            self.desk.removeAction(action)
            action.deleteLater()
        self.labels = []
        for label in labels:
            action = self._make("", label.key)
            set_action_text(action, self.tr("Mark as {0}").format(label.name))
            action.setIcon(label_icon(label.look, label.hue))
            action.triggered.connect(lambda _checked=False, name=label.id: press(name))
            self.labels.append(action)

    def menus(self) -> list[MenuPart]:
        """Return the menus that the desk brings to the window."""
        return [
            (
                self.tr("&Article"),
                [
                    self.done,
                    self.edit_article,
                    None,
                    self.next_article,
                    self.previous_article,
                    self.next_to_do,
                    None,
                    self.filter,
                    None,
                    *(self.find, self.find_next, self.find_previous),
                ],
            ),
            (
                self.tr("A&nnotation"),
                [
                    *self.labels,
                    self.repeat,
                    self.hold_label,
                    self.occurrences,
                    None,
                    self.add_piece,
                    self.take_piece,
                    self.split,
                    self.join,
                    None,
                    self.unsure,
                    self.note,
                    self.copy,
                    self.delete,
                    None,
                    self.next_annotation,
                    self.previous_annotation,
                    self.back_out,
                ],
            ),
            (
                self.tr("View"),
                [
                    *(self.guideline, None, self.zoom_in, self.zoom_out, self.zoom_reset, None),
                    *(self.wider, self.narrower, self.usual_column),
                ],
            ),
        ]

    def _make(self, text: str, *keys: str, word: str = "") -> QAction:
        return room_action(self.desk, self, text, *keys, word=word)
