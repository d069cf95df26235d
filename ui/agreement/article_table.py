"""Articles, a row each: how far annotators agree in it, and how much each marked."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.agreement.cases import Sought
from app.agreement.writing import NONE
from app.agreement.writing import figure as written
from ui.agreement.asked import Measured
from ui.agreement.figure import Figure, Head, Tone
from ui.agreement.figure_delegate import AIR, FIGURE, LOW, FigureDelegate
from ui.agreement.names import called
from ui.theme.fonts import TextRole, font_for
from ui.widgets.plain import one_line, tooltip_text

if TYPE_CHECKING:
    from app.agreement.report import ArticleLine

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
TITLE, F1 = 0, 1
TITLE_ROOM = 260
LEAST, PERSON, VALUE = 70, 180, 128


class ArticlesModel(QAbstractTableModel):
    """Title, F1, then what each annotator marked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[ArticleLine] = []
        self._titles: Mapping[str, str] = {}
        self._annotators: tuple[str, ...] = ()
        self._names: Mapping[str, str] = {}

    def show_articles(
        self, measured: Measured, lines: "Sequence[ArticleLine]", names: Mapping[str, str]
    ) -> None:
        """Show some of the articles of a study, those with the least agreement first."""
        self.beginResetModel()
        self._titles, self._names = measured.matter.titles, names
        self._annotators = measured.report.study.annotators
        self.lines = sorted(lines, key=_by_f1)
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; what was not finished, or marked by nobody, comes last."""
        keys: dict[int, Callable[[ArticleLine], tuple[bool, object]]] = {
            TITLE: lambda line: (False, self._titles.get(line.id, "").casefold()),
            F1: _by_f1,
        }
        if column > F1:
            who = self._annotators[column - 2]
            keys[column] = lambda line: (who not in line.annotations, line.annotations.get(who, 0))
        if column not in keys:
            return
        key, turned = keys[column], order == Qt.SortOrder.DescendingOrder
        here = [line for line in self.lines if not key(line)[0]]
        rest = [line for line in self.lines if key(line)[0]]
        self.layoutAboutToBeChanged.emit()
        self.lines = sorted(here, key=key, reverse=turned) + rest
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many articles there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many annotators there are, and two."""
        return 0 if parent.isValid() else len(self._annotators) + 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return what a column is about."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DisplayRole:
            if section > F1:
                return one_line(called(self._annotators[section - 2], self._names))
            return self.tr("F1, strict") if section == F1 else self.tr("Article")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a title or a figure."""
        if not index.isValid():
            return None
        shown = self._shown(self.lines[index.row()], index.column())
        match role:
            case _ if role == FIGURE:
                return shown
            case Qt.ItemDataRole.DisplayRole:
                return one_line(shown.text)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_text(shown.words)
            case Qt.ItemDataRole.AccessibleTextRole:
                return one_line(", ".join(part for part in (shown.text, shown.words) if part))
        return None

    def opens(self, index: Index) -> object:
        """Return what a cell opens: an article's id from its title, else the cases in it."""
        shown = self._shown(self.lines[index.row()], index.column())
        return self.lines[index.row()].id if isinstance(shown, Head) else shown.opens

    def _shown(self, line: "ArticleLine", column: int) -> Figure | Head:
        if column == TITLE:
            title = self._titles.get(line.id, line.id)
            return Head(title, title)
        if column == F1:
            if line.f1 is None and len(line.annotations) < 2:
                return Figure(NONE, words=self.tr("left out"), tone=Tone.QUIET)
            if line.f1 is None:
                words = self.tr("Nobody marked anything: that is agreement of another kind.")
                return Figure(self.tr("nothing marked"), words=words, tone=Tone.QUIET)
            return Figure(written(line.f1), opens=Sought(article=line.id), tone=Tone.STRONG)
        who = self._annotators[column - 2]
        if who not in line.annotations:
            return Figure(NONE, words=self.tr("not finished"), tone=Tone.QUIET)
        return Figure(
            f"{line.annotations[who]:,}",
            opens=Sought(article=line.id, annotator=who, disagreeing_only=False),
        )


class ArticleTable(QTableView):
    """`opened` carries the cases that a figure opens, `article_opened` an article's id."""

    opened = Signal(object)
    article_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.articles = ArticlesModel(self)
        self.setModel(self.articles)
        self.setItemDelegate(FigureDelegate(self))
        self.setAccessibleName(self.tr("Articles"))
        self.setProperty("kind", "lines")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        lines, heads = self.verticalHeader(), self.horizontalHeader()
        lines.hide()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setDefaultSectionSize(LOW)
        heads.setHighlightSections(False)
        heads.setTextElideMode(Qt.TextElideMode.ElideRight)
        heads.setSectionsClickable(True)
        heads.setSortIndicatorShown(True)
        heads.setSortIndicator(F1, Qt.SortOrder.AscendingOrder)
        heads.sortIndicatorChanged.connect(self.articles.sort)
        self.clicked.connect(self._open)

    def show_articles(
        self, measured: Measured, lines: "Sequence[ArticleLine]", names: Mapping[str, str]
    ) -> None:
        """Show other articles in the order that was chosen."""
        self.articles.show_articles(measured, lines, names)
        heads = self.horizontalHeader()
        heads.setMinimumSectionSize(60)
        strong = QFontMetrics(font_for(TextRole.STRONG))
        for column in range(1, self.articles.columnCount()):
            heads.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            told = str(self.articles.headerData(column, Qt.Orientation.Horizontal))
            width = strong.horizontalAdvance(told) + 2 * AIR
            heads.resizeSection(column, VALUE if column == F1 else min(max(width, LEAST), PERSON))
        others = sum(map(heads.sectionSize, range(1, self.articles.columnCount())))
        if self.viewport().width() - others >= TITLE_ROOM:
            heads.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        else:
            heads.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Interactive)
            heads.resizeSection(TITLE, TITLE_ROOM)
        self.articles.sort(heads.sortIndicatorSection(), heads.sortIndicatorOrder())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter or Space what the arrows led to."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        what = self.articles.opens(index)
        if isinstance(what, str):
            self.article_opened.emit(what)
        elif what is not None:
            self.opened.emit(what)


def _by_f1(line: "ArticleLine") -> tuple[bool, float]:
    return (line.f1 is None, 0.0 if line.f1 is None else line.f1)
