"""The list of what was found, however long: articles with their places, chosen by key or click."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.search.looking import FoundArticle
from ui.searching.results_delegate import PLACE, ResultsDelegate, height_of
from ui.searching.results_model import Line, ResultsModel
from ui.widgets.line_list import LineList


class ResultsList(QWidget):
    """Shows what was found; `chosen` carries the place a line leads to.

    `left_upwards` says that somebody went up from the first line.
    """

    chosen = Signal(object)
    left_upwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ResultsModel(self)
        self.view = _Lines(self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(ResultsDelegate(self.view))
        self.view.setAccessibleName(self.tr("Places that were found"))
        self.view.activated.connect(self._choose)
        self.view.clicked.connect(self._choose)
        self.view.left_upwards.connect(self.left_upwards)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    @property
    def articles_shown(self) -> int:
        """How many articles there are in the list."""
        return sum(self.model.line(row).is_heading for row in range(self.model.rowCount()))

    def show_found(self, found: Sequence[FoundArticle], *, has_more: bool) -> None:
        """Show these instead; the line one was in stays the current one if it is still there."""
        current = self._line(self.view.currentIndex())
        top = self.view.verticalScrollBar().value()
        self.model.show_found(found, has_more=has_more)
        self._set_heights(0)
        again = self._row_like(current)
        if again is not None:
            self.view.verticalScrollBar().setValue(top)
            self.view.choose(self.model.index(again))

    def add_found(self, found: Sequence[FoundArticle], *, has_more: bool) -> None:
        """Show these below the others."""
        first = self.model.rowCount()
        self.model.add_found(found, has_more=has_more)
        self._set_heights(first)

    def enter(self) -> None:
        """Let keys go to the list, at the first place unless one is chosen."""
        if not self.model.rowCount():
            return
        self.view.setFocus()
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(self.model.first_place()))

    def _choose(self, index: QModelIndex) -> None:
        line = self._line(index)
        if line is not None:
            self.chosen.emit(line.leads_to)

    def _line(self, index: QModelIndex) -> Line | None:
        return self.model.line(index.row()) if index.isValid() else None

    def _row_like(self, line: Line | None) -> int | None:
        if line is None:
            return None
        same = (line.is_heading, line.leads_to)
        rows = (
            row
            for row in range(self.model.rowCount())
            if (self.model.line(row).is_heading, self.model.line(row).leads_to) == same
        )
        return next(rows, None)

    def _set_heights(self, first: int) -> None:
        header = self.view.verticalHeader()
        for row in range(first, self.model.rowCount()):
            header.resizeSection(row, height_of(self.model.line(row)))  # it keeps the last one's


class _Lines(LineList):
    """Lines of two heights; up from the first one leads out of them."""

    left_upwards = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(PLACE, parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go out upwards; open a line with Enter, however the platform activates lines."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Up and index.row() <= 0:
            self.left_upwards.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.activated.emit(index)
        else:
            super().keyPressEvent(event)
