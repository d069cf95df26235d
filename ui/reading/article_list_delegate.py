"""How a line of the article list is drawn: state, title, and what is known in a second line."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.assignment import State
from ui.reading.article_list_model import Role, how_far
from ui.theme.current import theme_now
from ui.theme.fonts import TextRole, font_for
from ui.theme.icons import STATE_TINTS, paint_icon
from ui.widgets.drawing import draw_box, draw_focus, draw_words
from ui.widgets.plain import one_line

if TYPE_CHECKING:
    from app.queries.article_list import ArticleRow

HEIGHT = 54
AIR = 10
ICON = 14
TEXT = AIR + ICON + 9
SEAM = " · "

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
        painter.setFont(font_for(TextRole.STRONG))
        painter.setPen(QColor(theme.text_quiet if quiet else theme.text))
        draw_words(painter, room, one_line(row.title))
        painter.setFont(font_for(TextRole.QUIET))
        painter.setPen(QColor(theme.text_quiet))
        self._second_line(painter, room.translated(0, 19), row)
        if option.state & QStyle.StateFlag.State_HasFocus and chosen:
            draw_focus(painter, box, theme)
        painter.restore()

    @staticmethod
    def _second_line(painter: QPainter, room: QRect, row: "ArticleRow") -> None:
        """Draw the outlet, and after it how far one is: that part is never cut off."""
        outlet, rest = one_line(row.source), how_far(row)
        measure = painter.fontMetrics().horizontalAdvance
        if outlet:
            seam = measure(SEAM)
            width = min(measure(outlet) + 1, max(0, room.width() - measure(rest) - seam))
            draw_words(painter, QRect(room.left(), room.top(), width, room.height()), outlet)
            room = room.adjusted(width, 0, 0, 0)
            rest = SEAM + rest
        draw_words(painter, room, rest)
