"""Visits to pages that stand before the desk for a while: going there, and coming back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget

from app.domain.place import Place
from ui.settings import Settings

if TYPE_CHECKING:
    from ui.open_project import OpenProject
    from ui.page import Page
    from ui.setup.labels_page import LabelsPage

_SHAPE = "LabelsPage-0"


class Visiting(QObject):
    """Puts the page of labels before the desk and takes it away again.

    `began` carries the page; `ended` the place at the desk that is wanted, None for where one was.
    """

    began = Signal(object)
    ended = Signal(object)

    def __init__(self, stack: QStackedWidget, settings: Settings) -> None:
        super().__init__(stack)
        self._stack = stack
        self._settings = settings
        self.page: LabelsPage | None = None

    def labels(self, opened: "OpenProject") -> None:
        """Show the page of labels, or, where it is shown, leave it."""
        from ui.setup.labels_page import LabelsPage

        if self.page is not None:
            self.page.leave()
            return
        self.page = LabelsPage(opened)
        self.page.left.connect(self._come_back)
        self.page.findChildren(QSplitter)[0].restoreState(self._settings.shape(_SHAPE))
        self._stack.addWidget(self.page)
        self.began.emit(self.page)
        self._stack.setCurrentWidget(self.page)

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
        if page is not None:
            state = page.findChildren(QSplitter)[0].saveState()
            self._settings.remember_shape(_SHAPE, state)
            self._stack.removeWidget(page)
            page.deleteLater()

    def _come_back(self, place: Place | None) -> None:
        self.end()
        self.ended.emit(place)
