"""Pages: each asks again when a notice concerns it, at once if shown and otherwise when it is."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QWidget

from app.domain.changes import Changes
from app.domain.place import Place
from ui.open_project import OpenProject

MenuPart = tuple[str, Sequence[QAction | None]]
"""A menu's title and its actions; None stands for a line between them."""


class Page(QWidget):
    """One page of the window, about one open project.

    A page says where the person is (`place_said`), how much there is (`counted`), what could be
    done next (`hinted`) and how large its text stands (`zoomed`, in per cent); the window's status
    line shows it.
    """

    place_said = Signal(str)
    counted = Signal(str)
    hinted = Signal(str)
    zoomed = Signal(int)

    def __init__(self, opened: OpenProject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.opened = opened
        self._stale: list[Changes] = []
        opened.changed.connect(self._learn)

    def menus(self) -> list[MenuPart]:
        """Return the menus this page brings to the window's menu bar."""
        return []

    def header_widget(self) -> QWidget | None:
        """Return what this page puts at the right of the window's header."""
        return None

    def go(self, place: Place) -> None:
        """Take the person to a place."""
        raise NotImplementedError

    def refresh(self, changes: Changes) -> None:
        """Ask again about what changed."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the page was hidden."""
        super().showEvent(event)
        stale, self._stale = self._stale, []
        for changes in stale:
            self.refresh(changes)

    def _learn(self, changes: Changes) -> None:
        if self.isVisible():
            self.refresh(changes)
        else:
            self._stale.append(changes)
