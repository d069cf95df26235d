"""The table of who reads what: cells are toggled with a click, or several at once with Space."""

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.domain.allotting import Pair
from app.queries.allotment_table import Load
from ui.assigning.coverage_delegate import AIR, HEIGHT, CoverageDelegate
from ui.assigning.coverage_model import FIRST_PERSON, READERS, CoverageModel, Role, load_words
from ui.theme.current import theme_now
from ui.theme.fonts import TextRole, font_for
from ui.theme.shades import mix
from ui.widgets.drawing import draw_words
from ui.widgets.plain import one_line

HEAD = 58
PERSON_WIDTH = 96
READERS_WIDTH = 72
ARTICLE_LEAST = 230
BAR = 4


class PeopleHead(QHeaderView):
    """Names the people over their columns, with what each has to read and has done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFixedHeight(HEAD)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(READERS_WIDTH)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Name, words and bar of a person; a heading over the other columns."""
        theme = theme_now()
        painter.save()
        painter.fillRect(rect, QColor(theme.panel))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(theme.line))
        along = Qt.Orientation.Horizontal
        if section < FIRST_PERSON:
            painter.setFont(font_for(TextRole.CAPS))
            painter.setPen(QColor(theme.text_quiet))
            words = str(self.model().headerData(section, along))
            room = rect.adjusted(0 if section == READERS else AIR, 0, 0, -10)
            side = Qt.AlignmentFlag.AlignHCenter if section else Qt.AlignmentFlag.AlignLeft
            painter.drawText(room, int(side | Qt.AlignmentFlag.AlignBottom), words)
        else:
            name = one_line(str(self.model().headerData(section, along, Role.PERSON)))
            load = self.model().headerData(section, along, Role.LOAD)
            self._person(painter, rect.adjusted(8, 0, -8, 0), name, load)
        painter.restore()

    @staticmethod
    def _person(painter: QPainter, room: QRect, name: str, load: Load) -> None:
        theme = theme_now()
        painter.setFont(font_for(TextRole.STRONG))
        painter.setPen(QColor(theme.text))
        draw_words(painter, QRect(room.left(), room.top() + 7, room.width(), 18), name)
        painter.setFont(font_for(TextRole.QUIET))
        painter.setPen(QColor(theme.text_quiet))
        draw_words(painter, QRect(room.left(), room.top() + 25, room.width(), 17), load_words(load))
        bar = QRect(room.left(), room.bottom() - BAR - 5, room.width(), BAR)
        painter.fillRect(bar, QColor(mix(theme.line_strong, theme.window, 0.3)))
        if load.allotted:
            done = round(bar.width() * load.done / load.allotted)
            begun = round(bar.width() * load.begun / load.allotted)
            painter.fillRect(bar.left(), bar.top(), done, BAR, QColor(theme.good))
            painter.fillRect(bar.left() + done, bar.top(), begun, BAR, QColor(theme.accent))


class CoverageView(QTableView):
    """`toggled` carries the pairs of article and person to turn over; `opened` an article's id."""

    toggled = Signal(list)
    opened = Signal(str)

    def __init__(self, model: CoverageModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._pressed = QModelIndex()
        self.setProperty("kind", "lines")
        self.setHorizontalHeader(PeopleHead(self))
        self.setModel(model)
        self.setItemDelegate(CoverageDelegate(self))
        self.setAccessibleName(self.tr("Who reads what"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        lines = self.verticalHeader()
        lines.hide()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setDefaultSectionSize(HEIGHT)
        model.modelReset.connect(self._fit)

    def chosen_pairs(self) -> list[Pair]:
        """Return the pairs of all selected cells, from top to bottom."""
        found = [self._model.pair_at(index) for index in sorted(self.selectedIndexes())]
        return [pair for pair in found if pair is not None]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Toggle what is selected with Space; open the article with Enter."""
        current = self.currentIndex()
        if event.key() == Qt.Key.Key_Space:
            self._offer(self.chosen_pairs())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self.opened.emit(self._model.row_at(current.row()).id)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember the cell; a drag from it selects several."""
        super().mousePressEvent(event)
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = (
            self._cell(event.position().toPoint()) if plain and is_left else QModelIndex()
        )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Toggle the cell that was clicked."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, QModelIndex()
        pair = self._model.pair_at(pressed)
        if pair is not None and pressed == self._cell(event.position().toPoint()):
            self._offer([pair])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open an article whose title is clicked twice; elsewhere two clicks are two clicks."""
        cell = self._cell(event.position().toPoint())
        if cell.isValid() and cell.column() < FIRST_PERSON:
            self.opened.emit(self._model.row_at(cell.row()).id)
        else:
            self.mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the articles what the people leave."""
        super().resizeEvent(event)
        self._fit()

    def _offer(self, pairs: list[Pair]) -> None:
        if pairs:
            self.toggled.emit(pairs)

    def _cell(self, point: QPoint) -> QModelIndex:
        return self.indexAt(point)

    def _fit(self) -> None:
        people = self._model.columnCount() - FIRST_PERSON
        rest = self.viewport().width() - READERS_WIDTH - people * PERSON_WIDTH
        head = self.horizontalHeader()
        for section in range(head.count()):
            if section >= FIRST_PERSON:
                head.resizeSection(section, PERSON_WIDTH)
            else:
                wide = max(ARTICLE_LEAST, rest)
                head.resizeSection(section, READERS_WIDTH if section == READERS else wide)
