"""Visits to pages that stand before the desk for a while: going there, and coming back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget

from app.domain.place import Place
from ui.settings import Settings

if TYPE_CHECKING:
    from ui.open_project import OpenProject
    from ui.page import Page
    from ui.searching.search_page import SearchPage
    from ui.visited_page import VisitedPage

_SHAPE = "LabelsPage-0"


class Visiting(QObject):
    """Puts the page of labels or of the search before the desk and takes it away again.

    `made` carries a page that is new, `began` the one that is visited now; `ended` the place at the
    desk that is wanted, None for where one was. The search stays as it was left until `forget`.
    """

    made = Signal(object)
    began = Signal(object)
    ended = Signal(object)

    def __init__(self, stack: QStackedWidget, settings: Settings) -> None:
        super().__init__(stack)
        self._stack = stack
        self._settings = settings
        self.page: VisitedPage | None = None
        self._search: SearchPage | None = None

    def labels(self, opened: "OpenProject") -> None:
        """Show the page of labels, or, where it is shown, leave it."""
        from ui.setup.labels_page import LabelsPage

        if isinstance(self.page, LabelsPage):
            self.page.leave()
            return
        self.end()
        page = LabelsPage(opened)
        page.findChildren(QSplitter)[0].restoreState(self._settings.shape(_SHAPE))
        self._take_in(page)
        self._show(page)

    def search(self, opened: "OpenProject") -> None:
        """Show the search as it was left; where it is shown, begin to type anew."""
        from ui.searching.search_page import SearchPage

        if self.page is not None and self.page is self._search:
            self._search.begin()
            return
        self.end()
        if self._search is None:
            self._search = SearchPage(opened, self._settings.search_folder)
            self._take_in(self._search)
        self._show(self._search)

    def other(self, kind: "type[VisitedPage]", opened: "OpenProject") -> None:
        """Show a page that is made anew for each visit, or, where it is shown, leave it."""
        if isinstance(self.page, kind):
            self.page.leave()
            return
        self.end()
        page = kind(opened)
        self._take_in(page)
        self._show(page)

    def leave(self) -> None:
        """Leave the page that is visited, as its own way back does."""
        if self.page is not None:
            self.page.leave()

    def go(self, place: Place, desk: "Page") -> None:
        """Go to a place at the desk, unless the page that is visited has more to do with it."""
        (self.page or desk).go(place)

    def end(self) -> None:
        """Take the page away without going anywhere."""
        page, self.page = self.page, None
        if page is not None and page is not self._search:
            if page.name == "labels":
                state = page.findChildren(QSplitter)[0].saveState()
                self._settings.remember_shape(_SHAPE, state)
            self._stack.removeWidget(page)
            page.end()
            page.deleteLater()

    def forget(self) -> None:
        """Take everything away; the project is about to be closed."""
        self.end()
        search, self._search = self._search, None
        if search is not None:
            search.close_search()
            self._stack.removeWidget(search)
            search.deleteLater()

    def _take_in(self, page: "VisitedPage") -> None:
        page.left.connect(self._come_back)
        self._stack.addWidget(page)
        self.made.emit(page)

    def _show(self, page: "VisitedPage") -> None:
        self.page = page
        self.began.emit(page)
        self._stack.setCurrentWidget(page)

    def _come_back(self, place: Place | None) -> None:
        self.end()
        self.ended.emit(place)
