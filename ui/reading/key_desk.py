"""The desk under two hands on the keys: reading, widening, and a label that waits for words."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.domain.label import Label
from ui.page import MenuPart
from ui.reading.desk_actions import DeskActions
from ui.reading.desk_acts import DeskActs
from ui.reading.key_reading import KeyReading
from ui.reading.keyed_pane import KeyedPane
from ui.reading.label_bar import LabelBar
from ui.reading.label_cursor import label_cursor
from ui.reading.reading_actions import ReadingActions
from ui.reading.sticky_label import StickyLabel
from ui.theme.current import theme_now


class KeyDesk(QObject):
    """Joins the keys that move and select to the pane, and the label that is held to the acts.

    `advised` carries a sentence where there is nothing further, or what is on, "" if nothing is.
    """

    advised = Signal(str)

    def __init__(
        self, pane: KeyedPane, label_bar: LabelBar, keys: DeskActions, acts: DeskActs
    ) -> None:
        super().__init__(pane)
        self._pane, self._label_bar, self._acts = pane, label_bar, acts
        self._labels: list[Label] = []
        self.reading = KeyReading(pane)
        self.actions = ReadingActions(pane, self.reading, desk=keys.desk)
        keys.desk.installEventFilter(self)
        self.sticky = StickyLabel(self)
        self._connect(keys)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave Space to a button that has the focus; elsewhere it selects the next phrase."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Space
            and isinstance(QApplication.focusWidget(), QAbstractButton)
        ):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def menus(self) -> list[MenuPart]:
        """Return the menu of what moves and selects."""
        return self.actions.menus()

    def set_labels(self, labels: list[Label]) -> None:
        """Take the labels that are offered."""
        self._labels = labels
        self.sticky.renew(labels)
        self._show_held()

    def words(self) -> str:
        """Say what is on, "" where nothing is."""
        return self.sticky.words()

    def press_key(self, name: str) -> None:
        """Take the label whose key was pressed: to hold where it was asked for, else to mark."""
        if self.sticky.is_waiting:
            self.sticky.hold(self._label(name))
        else:
            self._acts.press_label(name)

    def press_button(self, name: str) -> None:
        """Take the label whose button was pressed: to hold where there is nothing to mark."""
        pane, held = self._pane, self.sticky.label
        has_object = pane.selection() is not None or pane.chosen_id is not None
        if self.sticky.is_waiting or not has_object or (held is not None and held.id == name):
            self.sticky.hold(self._label(name))
        else:
            self._acts.press_label(name)
        self._show_held()

    def back_out(self) -> bool:
        """Let go of the label that is held or waited for; False where there is none."""
        if not self.sticky.is_on:
            return False
        self.sticky.let_go()
        return True

    def _label(self, name: str) -> Label:
        return next(one for one in self._labels if one.id == name)

    def _mark_held(self) -> None:
        if self.sticky.label is not None:
            self._acts.mark_selection(self.sticky.label.id)

    def _show_held(self) -> None:
        """Show the label that is held on its button, under the mouse and in words."""
        label = self.sticky.label
        self._label_bar.show_held(None if label is None else label.id)
        self._pane.set_waiting(None if label is None else label_cursor(label, theme_now()))
        self.advised.emit(self.words())

    def _connect(self, keys: DeskActions) -> None:
        reading, actions = self.reading, self.actions
        self.sticky.changed.connect(self._show_held)
        self._pane.selection_offered.connect(self._mark_held)
        keys.hold_label.triggered.connect(self.sticky.toggle)
        keys.repeat.triggered.connect(self._acts.repeat)
        keys.split.triggered.connect(self._acts.split)
        keys.join.triggered.connect(self._acts.join)
        no_phrase = self.tr("There is no further phrase that way.")
        no_sentence = self.tr("Every sentence that way has a mark.")
        for action, seek, in_vain in (
            (actions.next_phrase, reading.next_phrase, no_phrase),
            (actions.previous_phrase, reading.previous_phrase, no_phrase),
            (actions.next_unmarked, reading.next_unmarked, no_sentence),
            (actions.previous_unmarked, reading.previous_unmarked, no_sentence),
        ):
            action.triggered.connect(
                lambda _=False, seek=seek, in_vain=in_vain: self._seek(seek, in_vain)
            )
        for action, move, otherwise in (
            (actions.widen, reading.widen, self.tr("It cannot be wider than a paragraph.")),
            (actions.narrow, reading.narrow, self.tr("It cannot be smaller than a word.")),
            (actions.next_sentence, reading.next_sentence, ""),
            (actions.previous_sentence, reading.previous_sentence, ""),
            (actions.next_paragraph, reading.next_paragraph, ""),
            (actions.previous_paragraph, reading.previous_paragraph, ""),
        ):
            action.triggered.connect(
                lambda _=False, move=move, otherwise=otherwise: self._try(move, otherwise)
            )

    def _seek(self, seek: Callable[[], bool], in_vain: str) -> None:
        """Select what comes next; where nothing does, leave nothing for a label's key to change.

        Whoever looks for the next words means to mark them: what was marked last is done with.
        """
        self._pane.setFocus()
        if not seek():
            self._acts.let_go()
            self.advised.emit(in_vain)

    def _try(self, move: Callable[[], bool], otherwise: str) -> None:
        self._pane.setFocus()
        if not move() and otherwise:
            self.advised.emit(otherwise)
