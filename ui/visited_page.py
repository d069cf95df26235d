"""Pages that stand before the desk for a while, and are left by Escape or by their own button."""

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.domain.place import Place
from ui.open_project import OpenProject
from ui.page import KeyPart, KeyRow, Page


class VisitedPage(Page):
    """`left` carries the place at the desk that is wanted, None for where one was.

    A page that `is_kept` is there again as it was left; others are made anew for each visit.
    """

    is_kept: ClassVar[bool] = False
    left = Signal(object)

    def __init__(self, opened: OpenProject, parent: QWidget | None = None) -> None:
        super().__init__(opened, parent)
        self._escape = QShortcut(QKeySequence("Esc"), self)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._escape.activated.connect(self.back_out)

    def gestures(self) -> list[KeyPart]:
        """Return the page's own keys, and that Escape leads back as long as it does."""
        back = [(self.tr("Back to the desk"), ["Esc"])] if self._escape.isEnabled() else []
        rows = [*self.own_keys(), *back]
        return [(self.tr("On this page"), rows)] if rows else []

    def own_keys(self) -> list[KeyRow]:
        """Return the keys that mean something here now and stand in no menu."""
        return []

    def go(self, place: Place) -> None:
        """Leave for a place at the desk."""
        self.left.emit(place)

    def back_out(self) -> None:
        """Do what Escape does here: leave, unless there is something on the page to back out of."""
        self.leave()

    def leave(self) -> None:
        """Ask for the desk."""
        self.left.emit(None)

    def end(self) -> None:
        """Stop what goes on for this page; it is about to be taken away for good."""
