"""Back and forward through the places of an open project, and back to the last one on reopening."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QWindow

from ui.places import DESK, Places, Spot, spot_told, told
from ui.settings import Settings

if TYPE_CHECKING:
    from ui.open_project import OpenProject
    from ui.page import Page

Gone = TypeVar("Gone")

_BACK, _FORWARD = Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton


class Travel(QObject):
    """Keeps the places of one project at a time; `changed` says that there are more or fewer.

    Whoever arranges the window brings the desk by `arrive`, tells by `visit` and `come_back` when
    another page stands before it, and gives a door for each such page in `doors`, by its name.
    """

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self.doors: dict[str, Callable[[], None]] = {}
        self.way_back: Callable[[], None] = lambda: None
        self._settings = settings
        self._places = Places()
        self._opened: OpenProject | None = None
        self._desk: Page | None = None
        self._visited: Page | None = None
        self._person: str | None = None
        self._is_travelling = False

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place to go back to."""
        return self._places.can_go_back

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place to go forward to."""
        return self._places.can_go_forward

    def last_spot(self, opened: "OpenProject") -> Spot | None:
        """Return where who works at a project was the time before."""
        return spot_told(self._settings.spot(opened.project.path, opened.person_id or ""))

    def arrive(self, opened: "OpenProject", desk: "Page") -> None:
        """Begin with the desk of a project that was just opened."""
        self._opened, self._desk, self._visited = opened, desk, None
        desk.jumped.connect(self._keep)
        opened.settling.connect(self.remember)
        opened.person_changed.connect(self._take_seat)
        self._forget()

    def leave(self) -> None:
        """Remember where the person was; the project is about to be closed."""
        self.remember()
        self._opened = self._desk = self._visited = self._person = None
        self._forget()

    def listen_to(self, page: "Page") -> None:
        """Hear the jumps of a page that is new, however often it will be visited."""
        page.jumped.connect(self._keep)

    def visit(self, page: "Page") -> None:
        """Note that a page stands before the desk from now on."""
        before = self._here()
        self._visited = page
        if before is not None:
            self._keep(before)

    def come_back(self, then: Callable[[], None]) -> None:
        """Note that the desk is shown again, and do what takes one further there, all one jump."""
        before, self._visited = self._here(), None
        self._quietly(then)
        if before is not None:
            self._keep(before)

    def back(self) -> None:
        """Go back to the place before this one, passing over what is no longer there."""
        self._go(self._places.back)

    def forward(self) -> None:
        """Go forward to the place one came back from."""
        self._go(self._places.forward)

    def remember(self) -> None:
        """Keep in the settings where the person is in this project."""
        if self._opened is None or self._desk is None or self._person is None:
            return
        spot = self._desk.spot()
        if spot.article is not None:
            page = DESK if self._visited is None else self._visited.name
            kept = Spot(page, spot.article, spot.caret, spot.top, spot.down, spot.chosen)
            self._settings.remember_spot(self._opened.project.path, self._person, told(kept))

    def watch(self, window: QWindow | None) -> None:
        """Hear the side buttons of a mouse wherever in the window they are pressed."""
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Go back and forward with a mouse's side buttons, which mean nothing else anywhere."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            if event.button() == _BACK:
                self.back()
                return True
            if event.button() == _FORWARD:
                self.forward()
                return True
        return False

    def _here(self) -> Spot | None:
        page = self._visited or self._desk
        return None if page is None else page.spot()

    def _keep(self, before: Spot) -> None:
        now = self._here()
        if now is not None and not self._is_travelling:
            self._places.jumped(before, now)
            self.remember()
            self.changed.emit()

    def _go(self, step: Callable[[Spot], Spot | None]) -> None:
        while (here := self._here()) is not None and (spot := step(here)) is not None:
            if self._quietly(partial(self._show, spot)):
                break
        self.changed.emit()

    def _quietly(self, act: Callable[[], Gone]) -> Gone:
        """Do something without keeping the jumps in it."""
        was_travelling, self._is_travelling = self._is_travelling, True
        try:
            return act()
        finally:
            self._is_travelling = was_travelling

    def _show(self, spot: Spot) -> bool:
        if spot.page == DESK:
            if self._visited is not None:
                self.way_back()
            return self._desk is not None and self._desk.return_to(spot)
        if self._visited is None or self._visited.name != spot.page:
            door = self.doors.get(spot.page)
            if door is None:
                return False
            door()
        return self._visited is not None and self._visited.return_to(spot)

    def _take_seat(self) -> None:
        """The desk went where this person was before; go on to the page that stood before it."""
        if self._opened is None:
            return
        begins, self._person = self._person is None, self._opened.person_id
        last = self.last_spot(self._opened)
        if begins and last is not None and last.page in self.doors:
            QTimer.singleShot(0, self, lambda: self._open_door(last.page))

    def _open_door(self, page: str) -> None:
        if self._opened is not None and self._visited is None:
            self._quietly(self.doors[page])

    def _forget(self) -> None:
        self._places.clear()
        self.changed.emit()
