"""Pages: each asks again when a notice concerns it, at once if shown and otherwise when it is."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QWidget

from app.domain.changes import Changes
from app.domain.place import Place
from ui.open_project import OpenProject
from ui.places import Spot

MenuPart = tuple[str, Sequence[QAction | None]]
"""A menu's title and its actions; None stands for a line between them."""

KeyRow = tuple[str, list[str]]
"""What is done, and the keys or gestures that do it."""

KeyPart = tuple[str, Sequence[KeyRow]]
"""What such rows are about, and the rows."""


class Page(QWidget):
    """One page of the window, about one open project.

    A page says where the person is (`place_said`), how much there is (`counted`), what could be
    done next (`hinted`) and how large its text stands (`zoomed`, in per cent); the window's status
    line shows it. `jumped` follows every jump with the `Spot` it began at; `menus_changed` says
    that the page brings other menus from now on.
    """

    name = ""
    place_said = Signal(str)
    counted = Signal(str)
    hinted = Signal(str)
    zoomed = Signal(int)
    jumped = Signal(object)
    menus_changed = Signal()

    def __init__(self, opened: OpenProject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.opened = opened
        self._stale: list[Changes] = []
        self._is_jumping = False
        opened.changed.connect(self._learn)

    def menus(self) -> list[MenuPart]:
        """Return the menus this page brings to the window's menu bar."""
        return []

    def gestures(self) -> Sequence[KeyPart]:
        """Return what the mouse, and keys that stand in no menu, do on this page."""
        return []

    def header_widget(self) -> QWidget | None:
        """Return what this page puts at the right of the window's header."""
        return None

    def go(self, place: Place) -> None:
        """Take the person to a place."""
        raise NotImplementedError

    def spot(self) -> Spot:
        """Return where the person is on this page."""
        return Spot(self.name)

    def return_to(self, _spot: Spot) -> bool:
        """Show a spot of this page again as it was left; False where it is no longer there."""
        return True

    def how_far(self) -> tuple[int, int]:
        """Return how many articles the person has done, and of how many; none where nobody sits."""
        return 0, 0

    def drafts(self) -> Mapping[str, str]:
        """Return the notes that could not be saved, by the annotation they are about."""
        return {}

    def set_drafts(self, _drafts: Mapping[str, str]) -> None:
        """Let notes that could not be saved stand in their fields again."""

    @contextmanager
    def jump(self) -> Iterator[None]:
        """Tell, when what is done within is over, where it began; a jump within is part of it."""
        if self._is_jumping:
            yield
            return
        before, self._is_jumping = self.spot(), True
        try:
            yield
        finally:
            self._is_jumping = False
        self.jumped.emit(before)

    def sizes(self) -> Mapping[str, int]:
        """Return the sizes that a person set on this page, to be remembered by their names."""
        return {}

    def set_sizes(self, sizes: Mapping[str, int]) -> None:
        """Take sizes that were remembered; any of them may be missing."""

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
