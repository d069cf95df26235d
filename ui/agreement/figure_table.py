"""A table of figures, as high as its rows; pressing a figure opens what is behind it."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QCursor, QFontMetrics, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QHeaderView,
    QSizePolicy,
    QTableView,
    QWidget,
)

from ui.agreement.figure import Figure, Figures, Head
from ui.agreement.figure_delegate import AIR, FIGURE, HIGH, LOW, FigureDelegate
from ui.theme.fonts import TextRole, font_for
from ui.widgets.plain import one_line, tooltip_text
from ui.widgets.tag import tag_size

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
NARROWEST, WIDEST = 56, 170
HEAD_NARROWEST, HEAD_WIDEST = 96, 250
HEADER = 34


class FiguresModel(QAbstractTableModel):
    """The first column has the heads of the rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.figures = Figures()

    def show_figures(self, figures: Figures) -> None:
        """Show another table."""
        self.beginResetModel()
        self.figures = figures
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.figures.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns of figures there are, and one."""
        return 0 if parent.isValid() else len(self.figures.columns) + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return what a column is about."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        head = self.figures.columns[section - 1] if section else Head(self.figures.corner)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return one_line(head.text)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_text(head.words or head.text)
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
                return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a figure, or the head of its row."""
        if not index.isValid():
            return None
        head = self.figures.rows[index.row()]
        if index.column() == 0:
            match role:
                case _ if role == FIGURE:
                    return head
                case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                    return one_line(head.text)
                case Qt.ItemDataRole.ToolTipRole:
                    return tooltip_text(head.words or head.text)
            return None
        figure = self.figure_at(index)
        match role:
            case _ if role == FIGURE:
                return figure
            case Qt.ItemDataRole.DisplayRole:
                return figure.text
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_text(figure.words)
            case Qt.ItemDataRole.AccessibleTextRole:
                column = self.figures.columns[index.column() - 1]
                parts = (head.text, column.text, figure.text, figure.under, figure.words)
                return one_line(", ".join(part for part in parts if part))
        return None

    def figure_at(self, index: Index) -> Figure:
        """Return the figure of a cell; an empty one for the heads of rows."""
        if index.column() == 0:
            return Figure()
        return self.figures.cells[index.row()][index.column() - 1]


class FigureTable(QTableView):
    """`opened` carries what the figure that was pressed opens."""

    opened = Signal(object)

    def __init__(
        self, name: str, parent: QWidget | None = None, *, widest_head: int = HEAD_WIDEST
    ) -> None:
        super().__init__(parent)
        self._widest_head = widest_head
        self._natural: list[int] = []
        self.figures = FiguresModel(self)
        self.setModel(self.figures)
        self.setItemDelegate(FigureDelegate(self))
        self.setAccessibleName(name)
        self.setProperty("kind", "lines")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionsClickable(False)
        heads.setTextElideMode(Qt.TextElideMode.ElideRight)
        heads.setFixedHeight(HEADER)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def show_figures(self, figures: Figures) -> None:
        """Show another table; columns are as wide as what stands in them."""
        here = self.currentIndex()
        row, column = here.row(), here.column()
        self.figures.show_figures(figures)
        has_two_lines = any(figure.under for line in figures.cells for figure in line) or any(
            head.under for head in figures.rows
        )
        self.verticalHeader().setDefaultSectionSize(HIGH if has_two_lines else LOW)
        self._natural = self._widths(figures)
        for number, width in enumerate(self._natural):
            self.horizontalHeader().resizeSection(number, width)
        self._fit()
        self.setCurrentIndex(self.figures.index(row, column))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as its columns and as high as its rows."""
        lines = self.verticalHeader()
        return QSize(sum(self._natural) + 2, HEADER + lines.length() + self._bar() + 2)

    def minimumSizeHint(self) -> QSize:
        """As high as its rows; narrower, it can be scrolled sideways."""
        return QSize(HEAD_NARROWEST + NARROWEST, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter or Space what the arrows led to."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the figure under the mouse."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._open(self.indexAt(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what opens something."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        opens = index.isValid() and self.figures.figure_at(index).opens is not None
        shape = Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(QCursor(shape))

    def viewportEvent(self, event: QEvent) -> bool:
        """Take up less or more room as a bar comes or goes."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
            self.updateGeometry()
        return super().viewportEvent(event)

    def _fit(self) -> None:
        """Let the heads of rows give way to the figures where there is not room for both."""
        if self._natural:
            beyond = max(0, sum(self._natural) - self.viewport().width())
            least = min(self._natural[0], HEAD_NARROWEST + HEAD_NARROWEST // 2)
            self.horizontalHeader().resizeSection(0, max(self._natural[0] - beyond, least))

    def _bar(self) -> int:
        is_cut = self.horizontalHeader().length() > max(self.width(), 1)
        return self.horizontalScrollBar().sizeHint().height() if is_cut else 0

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and (what := self.figures.figure_at(index).opens) is not None:
            self.opened.emit(what)

    def _widths(self, figures: Figures) -> list[int]:
        strong, quiet = (QFontMetrics(font_for(one)) for one in (TextRole.STRONG, TextRole.QUIET))
        heads = [strong.horizontalAdvance(one_line(head.text)) for head in figures.rows]
        heads += [quiet.horizontalAdvance(head.under) for head in figures.rows]
        heads += [tag_size(head.label.name).width() for head in figures.rows if head.label]
        heads.append(strong.horizontalAdvance(figures.corner))
        first = min(max(HEAD_NARROWEST, max(heads) + 2 * AIR + 4), self._widest_head)
        found = [first]
        for number, head in enumerate(figures.columns):
            cells = [line[number] for line in figures.cells]
            words = [strong.horizontalAdvance(one_line(head.text))]
            words += [strong.horizontalAdvance(one.text) for one in cells]
            words += [quiet.horizontalAdvance(one.under) for one in cells]
            widest = max(words)
            found.append(min(max(NARROWEST, widest + 2 * AIR), WIDEST))
        return found
