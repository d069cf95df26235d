"""A button that says what is chosen and opens a menu in which several things can be ticked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from ui.widgets.buttons import QuietButton
from ui.widgets.plain import one_line, plain_tooltip, set_action_text

LONGEST = 34


class PickButton(QuietButton):
    """`picked` carries the ids that are ticked, None where all are.

    `least` is how many have to stay ticked; the last ones cannot be let go. What is offered while
    the menu is open waits until it closes, and is not needed where something was ticked meanwhile.
    """

    KIND = "pick"
    picked = Signal(object)

    def __init__(self, title: str, parent: QWidget | None = None, *, least: int = 1) -> None:
        super().__init__(title, parent)
        self._title = title
        self._least = least
        self._menu = StayingMenu(self)
        self._all = self._menu.addAction(self.tr("All"))
        self._all.triggered.connect(self._take_all)
        self._menu.addSeparator()
        self._choices: list[QAction] = []
        self.setMenu(self._menu)
        self._menu.aboutToHide.connect(self._say_picked)
        self._menu.hidden.connect(self._take_waiting)
        self._said: tuple[str, ...] | None = None
        self._waiting: tuple[Sequence[tuple[str, str]], Sequence[str] | None] | None = None

    def offer(self, choices: Sequence[tuple[str, str]], ticked: Sequence[str] | None) -> None:
        """Offer ids with their names; None, or none that are there any more, ticks all of them."""
        if self._menu.isVisible():
            self._waiting = choices, ticked
            return
        self._waiting = None
        known = {id_ for id_, _ in choices}
        here = known if ticked is None else known.intersection(ticked) or known
        for action in self._choices:
            self._menu.removeAction(action)
            action.deleteLater()
        self._choices = []
        for id_, name in choices:
            action = QAction(self._menu)
            set_action_text(action, one_line(name))
            action.setData(id_)
            action.setCheckable(True)
            action.setChecked(id_ in here)
            action.toggled.connect(self._take)
            self._menu.addAction(action)
            self._choices.append(action)
        self._said = self._ticked()
        self._take()

    def _ticked(self) -> tuple[str, ...] | None:
        ticked = tuple(str(one.data()) for one in self._choices if one.isChecked())
        return None if len(ticked) == len(self._choices) else ticked

    def _take(self) -> None:
        ticked = [one for one in self._choices if one.isChecked()]
        for action in self._choices:
            action.setEnabled(not (action in ticked and len(ticked) <= self._least))
        self._name_it()

    def _take_all(self) -> None:
        for action in self._choices:
            action.setChecked(True)
        self._say_picked()  # the menu had closed before it said what was pressed

    def _say_picked(self) -> None:
        ticked = self._ticked()
        if ticked != self._said:
            self._said, self._waiting = ticked, None
            self.picked.emit(ticked)

    def _take_waiting(self) -> None:
        """Offer what came while the menu was open, once it is gone."""
        if self._waiting is not None and not self._menu.isVisible():
            self.offer(*self._waiting)

    def _name_it(self) -> None:
        names = [one.text() for one in self._choices if one.isChecked()]
        told = ", ".join(names)
        if len(names) == len(self._choices):
            told = self.tr("all")
        elif len(told) > LONGEST:
            told = self.tr("{number} of {all}").format(number=len(names), all=len(self._choices))
        words = self.tr("{title}: {told}").format(title=self._title, told=told)
        self.setText(words)
        shown = words.replace("&&", "&")
        self.setAccessibleName(shown)
        plain_tooltip(self, ", ".join(names).replace("&&", "&"))


class StayingMenu(QMenu):
    """A menu that stays open while things in it are ticked; `hidden` says that it has gone."""

    hidden = Signal()

    def hideEvent(self, event: QHideEvent) -> None:
        """Say so."""
        super().hideEvent(event)
        self.hidden.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick without closing."""
        if not self._tick(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space or Enter without closing."""
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() not in keys or not self._tick(self.activeAction()):
            super().keyPressEvent(event)

    @staticmethod
    def _tick(action: QAction | None) -> bool:
        if action is None or not action.isCheckable():
            return False
        if action.isEnabled():
            action.trigger()
        return True
