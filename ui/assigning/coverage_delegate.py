"""How a cell of the coverage table is drawn: the article, its readers, and how far each is."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.queries.allotment_table import Reading, TableRow
from ui.assigning.coverage_model import ARTICLE, READERS, Role
from ui.reading.article_list_delegate import ICON_WORDS
from ui.theme.current import theme_now
from ui.theme.fonts import TextRole, font_for
from ui.theme.icons import STATE_TINTS, paint_icon
from ui.theme.tokens import Theme
from ui.widgets.drawing import draw_box, draw_focus, draw_words
from ui.widgets.plain import one_line, set_apart

HEIGHT = 46
AIR = 12
BOX = QSize(44, 26)
ICON = 15
PLUS = 12
FAINT = 0.55

_Index = QModelIndex | QPersistentModelIndex


class CoverageDelegate(QStyledItemDelegate):
    """Draws the cells; nothing is drawn where somebody has nothing to do with an article."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Return the one height that all lines have."""
        return QSize(option.rect.width(), HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a cell."""
        theme = theme_now()
        rect: QRect = option.rect
        row: TableRow = index.data(Role.ROW)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(rect, QColor(theme.hover))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(theme.line))
        if index.column() == ARTICLE:
            self._article(painter, rect, row, theme)
        elif index.column() == READERS:
            self._readers(painter, rect, row.allotted, theme)
        else:
            hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            self._person(painter, rect, index, theme, hovered=hovered)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, QRectF(rect).adjusted(2, 2, -2, -3), theme, radius=7)
        painter.restore()

    @staticmethod
    def _article(painter: QPainter, rect: QRect, row: TableRow, theme: Theme) -> None:
        told = " · ".join(set_apart(part) for part in (row.source, row.published[:10]) if part)
        top = rect.top() + (5 if told else 13)
        room = QRect(rect.left() + AIR, top, rect.width() - 2 * AIR, 19)
        painter.setFont(font_for(TextRole.MEDIUM))
        painter.setPen(QColor(theme.text))
        draw_words(painter, room, one_line(row.title))
        painter.setFont(font_for(TextRole.QUIET))
        painter.setPen(QColor(theme.text_quiet))
        draw_words(painter, room.translated(0, 17), told)

    @staticmethod
    def _readers(painter: QPainter, rect: QRect, number: int, theme: Theme) -> None:
        painter.setFont(font_for(TextRole.STRONG if number else TextRole.QUIET))
        painter.setPen(QColor(theme.text if number else theme.text_faint))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, f"{number}" if number else "–")

    def _person(
        self, painter: QPainter, rect: QRect, index: _Index, theme: Theme, *, hovered: bool
    ) -> None:
        reading: Reading | None = index.data(Role.READING)
        box = QRectF(0, 0, BOX.width(), BOX.height())
        box.moveCenter(QRectF(rect).center())
        is_allotted = reading is not None and reading.round > 0
        if is_allotted:
            draw_box(painter, box, ground=theme.chosen, radius=7)
        elif index.data(Role.PROPOSED):
            self._dashed(painter, box, theme.accent)
            self._plus(painter, box)
        elif hovered:
            draw_box(painter, box, ground=theme.hover, border=theme.line, radius=7)
        if reading is not None:
            word = ICON_WORDS[reading.state]
            icon = QRectF(0, 0, ICON, ICON)
            icon.moveCenter(box.center())
            painter.setOpacity(1.0 if is_allotted else FAINT)
            paint_icon(painter, icon, word, STATE_TINTS[word])
            painter.setOpacity(1.0)
            if reading.round > 1:
                self._round(painter, box, reading.round, theme)

    @staticmethod
    def _dashed(painter: QPainter, box: QRectF, colour: str) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(colour), 1.5, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7)

    @staticmethod
    def _plus(painter: QPainter, box: QRectF) -> None:
        icon = QRectF(0, 0, PLUS, PLUS)
        icon.moveCenter(box.center())
        paint_icon(painter, icon, "add", "accent")

    @staticmethod
    def _round(painter: QPainter, box: QRectF, number: int, theme: Theme) -> None:
        painter.setFont(font_for(TextRole.TAG))
        painter.setPen(QColor(theme.text_quiet))
        where = box.adjusted(0, 0, -4, -2)
        end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        painter.drawText(where, int(end), f"{number}")
