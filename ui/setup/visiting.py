"""Visits to pages that stand before the desk for a while: going there, and coming back."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget

from app.domain.place import Place
from ui.settings import Settings

if TYPE_CHECKING:
    from ui.open_project import OpenProject
    from ui.page import Page
    from ui.visited_page import VisitedPage

_SHAPE = "LabelsPage-0"

Kind = TypeVar("Kind", bound="VisitedPage")


class Visiting(QObject):
    """Puts one page at a time before the desk and takes it away again.

    `made` carries a page that is new, `began` the one that is visited now; `ended` the place at the
    desk that is wanted, None for where one was. Pages that ask for it stay as they were left until
    `forget`.
    """

    made = Signal(object)
    began = Signal(object)
    ended = Signal(object)

    def __init__(self, stack: QStackedWidget, settings: Settings) -> None:
        super().__init__(stack)
        self._stack = stack
        self._settings = settings
        self.page: VisitedPage | None = None
        self._kept: dict[type[VisitedPage], VisitedPage] = {}

    def labels(self, opened: "OpenProject") -> None:
        """Show the page of labels, or, where it is shown, leave it."""
        from ui.setup.labels_page import LabelsPage

        def with_its_shape() -> LabelsPage:
            page = LabelsPage(opened)
            page.findChildren(QSplitter)[0].restoreState(self._settings.shape(_SHAPE))
            return page

        self._turn_to(LabelsPage, with_its_shape)

    def search(self, opened: "OpenProject") -> None:
        """Show the search as it was left; where it is shown, begin to type anew."""
        from ui.searching.search_page import SearchPage

        if isinstance(self.page, SearchPage):
            self.page.begin()
        else:
            self._turn_to(SearchPage, lambda: SearchPage(opened, self._settings.search_folder))

    def other(self, kind: "type[VisitedPage]", opened: "OpenProject") -> None:
        """Show a page that needs no more than the project, or, where it is shown, leave it."""
        self._turn_to(kind, lambda: kind(opened))

    def leave(self) -> None:
        """Leave the page that is visited, as its own way back does."""
        if self.page is not None:
            self.page.leave()

    def go(self, place: Place, desk: "Page") -> None:
        """Go to a place at the desk, and leave for it the page that is visited."""
        (self.page or desk).go(place)

    def end(self) -> None:
        """Take the page away without going anywhere."""
        page, self.page = self.page, None
        if page is not None and type(page) not in self._kept:
            if page.name == "labels":
                state = page.findChildren(QSplitter)[0].saveState()
                self._settings.remember_shape(_SHAPE, state)
            self._take_out(page)

    def forget(self) -> None:
        """Take everything away; the project is about to be closed."""
        self.end()
        kept, self._kept = self._kept, {}
        for page in kept.values():
            self._take_out(page)

    def _turn_to(self, kind: type[Kind], make: Callable[[], Kind]) -> None:
        if isinstance(self.page, kind):
            self.page.leave()
            return
        self.end()
        page = self._kept.get(kind)
        if page is None:
            page = self._take_in(make())
            if kind.is_kept:
                self._kept[kind] = page
        self.page = page
        self.began.emit(page)
        self._stack.setCurrentWidget(page)

    def _take_in(self, page: "VisitedPage") -> "VisitedPage":
        page.left.connect(self._come_back)
        self._stack.addWidget(page)
        self.made.emit(page)
        return page

    def _take_out(self, page: "VisitedPage") -> None:
        self._stack.removeWidget(page)
        page.end()
        page.deleteLater()

    def _come_back(self, place: Place | None) -> None:
        self.end()
        self.ended.emit(place)
