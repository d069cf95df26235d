"""How a line of the article list is drawn: state, title, and what is known in a second line."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.assignment import State
from ui.reading.article_list_model import Role, second_line
from ui.theme.current import theme_now
from ui.theme.fonts import TextRole, font_for
from ui.theme.icons import STATE_TINTS, paint_icon
from ui.widgets.drawing import draw_box, draw_focus
from ui.widgets.plain import one_line

HEIGHT = 54
AIR = 10
ICON = 14
TEXT = AIR + ICON + 9

ICON_WORDS = {
    State.TO_DO: "to do",
    State.BEGUN: "begun",
    State.DONE: "done",
    State.DONE_EMPTY: "done empty",
    State.CHANGED_SINCE: "changed",
}


class ArticleDelegate(QStyledItemDelegate):
    """Draws one article in two lines."""

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the one height that all lines have."""
        return QSize(option.rect.width(), HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the line."""
        row = index.data(Role.ROW)
        theme = theme_now()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        rect: QRect = option.rect
        painter.save()
        box = QRectF(rect).adjusted(0, 1, 0, -1)
        if chosen or hovered:
            draw_box(painter, box, ground=theme.chosen if chosen else theme.hover)
        word = ICON_WORDS[row.state]
        icon = QRectF(rect.left() + AIR, rect.top() + 11, ICON, ICON)
        paint_icon(painter, icon, word, STATE_TINTS[word])
        quiet = row.state.is_done and row.state != State.CHANGED_SINCE and not chosen
        room = QRect(rect.left() + TEXT, rect.top() + 8, rect.width() - TEXT - AIR, 20)
        self._line(
            painter, room, row.title, TextRole.STRONG, theme.text_quiet if quiet else theme.text
        )
        room.translate(0, 19)
        self._line(painter, room, second_line(row), TextRole.QUIET, theme.text_quiet)
        if option.state & QStyle.StateFlag.State_HasFocus and chosen:
            draw_focus(painter, box, theme)
        painter.restore()

    @staticmethod
    def _line(painter: QPainter, room: QRect, words: str, role: TextRole, colour: str) -> None:
        font = font_for(role)
        shown = QFontMetrics(font).elidedText(
            one_line(words), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
