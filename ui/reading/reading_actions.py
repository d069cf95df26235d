"""Moving about in the text by keys: one action each."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.page import MenuPart
from ui.reading.key_reading import KeyReading

_Edge = tuple[str, bool, bool, bool, tuple[str, ...]]


class ReadingActions(QObject):
    """The actions of `KeyReading`.

    Plain keys are heard from everywhere on the desk, as those of the labels are; keys with Alt only
    in the text, since they mean something else in a field in which one types, and so are those that
    let a selection grow.
    """

    def __init__(self, text: QWidget, reading: KeyReading, *, desk: QWidget) -> None:
        super().__init__(text)
        self._text, self._desk = text, desk
        make = self._make
        self.next_phrase = make(self.tr("Select the next phrase"), "Space")
        self.previous_phrase = make(self.tr("Select the phrase before"), "Shift+Space")
        self.widen = make(self.tr("Widen the selection"), "W")
        self.narrow = make(self.tr("Make the selection smaller"), "S")
        self.next_unmarked = make(self.tr("Next sentence without a mark"), "E")
        self.previous_unmarked = make(self.tr("The one before without a mark"), "Shift+E")
        self.next_sentence = make(self.tr("Next sentence"), ".")
        self.previous_sentence = make(self.tr("Previous sentence"), ",")
        self.next_paragraph = make(self.tr("Next paragraph"), "Alt+Down")
        self.previous_paragraph = make(self.tr("Previous paragraph"), "Alt+Up")
        self.edges = self._edges(reading)
        self._extend(reading)

    def menus(self) -> list[MenuPart]:
        """Return the menu that the text brings to the window."""
        return [
            (
                self.tr("&Words"),
                [
                    self.next_phrase,
                    self.previous_phrase,
                    self.widen,
                    self.narrow,
                    None,
                    self.next_unmarked,
                    self.previous_unmarked,
                    self.next_sentence,
                    self.previous_sentence,
                    self.next_paragraph,
                    self.previous_paragraph,
                    None,
                    *self.edges,
                ],
            )
        ]

    def _edges(self, reading: KeyReading) -> list[QAction]:
        """Make what moves an edge of the selection or of the chosen annotation."""
        wanted: tuple[_Edge, ...] = (
            (self.tr("Move the end right"), False, True, False, ("Alt+Right",)),
            (self.tr("Move the end left"), False, False, False, ("Alt+Left",)),
            (self.tr("Move the start right"), True, True, False, ("Alt+Shift+Right",)),
            (self.tr("Move the start left"), True, False, False, ("Alt+Shift+Left",)),
            (
                self.tr("Move the end right by a letter"),
                False,
                True,
                True,
                ("Ctrl+Alt+Right", "Alt+."),
            ),
            (
                self.tr("Move the end left by a letter"),
                False,
                False,
                True,
                ("Ctrl+Alt+Left", "Alt+,"),
            ),
            (
                self.tr("Move the start right by a letter"),
                True,
                True,
                True,
                ("Ctrl+Alt+Shift+Right", "Alt+Shift+."),
            ),
            (
                self.tr("Move the start left by a letter"),
                True,
                False,
                True,
                ("Ctrl+Alt+Shift+Left", "Alt+Shift+,"),
            ),
        )
        made = []
        for text, at_start, rightwards, by_character, keys in wanted:
            action = self._make(text, *keys)
            action.triggered.connect(
                lambda _=False, a=at_start, r=rightwards, c=by_character: reading.move_edge(
                    at_start=a, rightwards=r, by_character=c
                )
            )
            made.append(action)
        return made

    def _extend(self, reading: KeyReading) -> None:
        """Let Shift with the keys that move select as well."""
        for keys, move in (
            ("Shift+.", reading.next_sentence),
            ("Shift+,", reading.previous_sentence),
            ("Alt+Shift+Down", reading.next_paragraph),
            ("Alt+Shift+Up", reading.previous_paragraph),
        ):
            action = self._make("", keys)
            action.triggered.connect(lambda _=False, move=move: move(select=True))

    def _make(self, text: str, *keys: str) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        if not text or any("Alt+" in key for key in keys):
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self._text.addAction(action)
        else:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._desk.addAction(action)
        return action
