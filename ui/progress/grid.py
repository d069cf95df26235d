"""Articles by people: a cell says how far, a line leads to the article."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.domain.annotator import Annotator
from app.domain.progress import Cell
from app.queries.progress import ArticleLine
from ui.reading.article_list_delegate import ICON_WORDS
from ui.reading.article_list_model import state_words
from ui.theme.icons import state_icon
from ui.widgets.plain import one_line, tooltip_text

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
ROW = 31
PERSON = 130


class GridModel(QAbstractTableModel):
    """The first column has the titles, then a column for each person."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[ArticleLine] = ()
        self.people: Sequence[Annotator] = ()

    def show_lines(self, lines: Sequence[ArticleLine], people: Sequence[Annotator]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.lines, self.people = lines, people
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many articles there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many people there are, and one."""
        return 0 if parent.isValid() else len(self.people) + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return whose column it is."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return one_line(self.people[section - 1].name) if section else self.tr("Article")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a title, or how far somebody is."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if index.column() == 0:
            match role:
                case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                    return one_line(line.title)
                case Qt.ItemDataRole.ToolTipRole:
                    return tooltip_text(line.title)
            return None
        person = self.people[index.column() - 1]
        cell = line.cells.get(person.id)
        if cell is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{cell.annotations:,}" if cell.annotations else ""
            case Qt.ItemDataRole.DecorationRole:
                return state_icon(ICON_WORDS[cell.state])
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_text(self._words(person, cell))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._words(person, cell)
        return None

    def _words(self, person: Annotator, cell: Cell) -> str:
        parts = [state_words(cell.state)]
        if cell.annotations:
            parts.append(self.tr("annotations: {number}").format(number=f"{cell.annotations:,}"))
        if cell.seconds:
            parts.append(
                self.tr("{minutes} minutes at work").format(minutes=f"{cell.seconds / 60:.1f}")
            )
        return f"{person.name}: {', '.join(parts)}"


class Grid(QTableView):
    """`chosen` carries the id of the article whose line was opened."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = GridModel(self)
        self.setModel(self.grid)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Articles and people"))
        lines = self.verticalHeader()
        lines.hide()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setDefaultSectionSize(ROW)
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setTextElideMode(Qt.TextElideMode.ElideRight)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.activated.connect(self._choose)
        self.doubleClicked.connect(self._choose)

    def show_lines(self, lines: Sequence[ArticleLine], people: Sequence[Annotator]) -> None:
        """Show these instead; the titles have the room that is left."""
        self.grid.show_lines(lines, people)
        header = self.horizontalHeader()
        for column in range(1, len(people) + 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, PERSON)
        if self.grid.columnCount():
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
            header.setMinimumSectionSize(90)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a line with Enter, however the platform activates lines."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._choose(index)
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.grid.lines[index.row()].id)
