"""A list of lines that are all of one height, quick however many there are."""

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

Action = QAbstractItemView.CursorAction


class LineList(QTableView):
    """Shows the first column of a model, a line each.

    A table, not a list view: that one asks its model about every line whenever one is added, which
    a model written in Python answers too slowly from a few thousand lines on.
    """

    def __init__(self, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_arriving = False
        self.setProperty("kind", "lines")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        lines, columns = self.verticalHeader(), self.horizontalHeader()
        lines.hide()
        columns.hide()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setMinimumSectionSize(height)
        lines.setDefaultSectionSize(height)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show another model's lines."""
        super().setModel(model)
        self.verticalScrollBar().setSingleStep(self.verticalHeader().defaultSectionSize() // 2)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keys, but no line: Qt would choose the first one, which nobody asked for."""
        self._is_arriving = True
        super().focusInEvent(event)
        self._is_arriving = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chosen line in view as a whole where it was in view before."""
        line = self.visualRect(self.currentIndex())
        was_in_view = (
            line.isValid() and 0 <= line.top() <= line.bottom() <= event.oldSize().height()
        )
        super().resizeEvent(event)
        if was_in_view:
            self.scrollTo(self.currentIndex())

    def choose(self, index: QModelIndex) -> None:
        """Let a line be the chosen one, and in view; none where the index is invalid."""
        selection = self.selectionModel()
        if index.isValid():
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
        else:
            selection.clear()

    def moveCursor(self, action: Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Go to the first and last line with Home and End, as in any list."""
        if self._is_arriving:
            return QModelIndex()
        ends = {Action.MoveHome: 0, Action.MoveEnd: self.model().rowCount() - 1}
        if action in ends:
            return self.model().index(ends[action], 0)
        return super().moveCursor(action, modifiers)
