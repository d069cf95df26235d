"""How a line of the list is drawn: a heading, or a case with its words, labels, place and pair."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.disagreements.case_model import Heading, Role, Shown
from ui.disagreements.words import ICONS
from ui.theme.current import theme_now
from ui.theme.fonts import TextRole, font_for
from ui.theme.icons import paint_icon
from ui.theme.tokens import Theme
from ui.widgets.drawing import draw_box, draw_focus, draw_words
from ui.widgets.excerpts import draw_excerpt
from ui.widgets.tag import draw_tags

HEADING, CASE = 36, 50
AIR = 12
ICON = 15
INDENT = AIR + ICON + 10


class CaseDelegate(QStyledItemDelegate):
    """Draws one line."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a heading or of a case."""
        is_heading = isinstance(index.data(Role.LINE), Heading)
        return QSize(option.rect.width(), HEADING if is_heading else CASE)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the line."""
        line, theme, rect = index.data(Role.LINE), theme_now(), option.rect
        painter.save()
        if isinstance(line, Heading):
            _draw_heading(painter, rect, line, theme)
            painter.restore()
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        box = QRectF(rect).adjusted(4, 1, -4, -1)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            draw_box(painter, box, ground=theme.chosen if chosen else theme.hover, radius=6.0)
        _draw_case(painter, rect, index.data(Role.SHOWN), theme)
        if option.state & QStyle.StateFlag.State_HasFocus and chosen:
            draw_focus(painter, box, theme, radius=6.0)
        painter.restore()


def _draw_heading(painter: QPainter, rect: QRect, line: Heading, theme: Theme) -> None:
    middle = rect.center().y() + 4
    icon = QRectF(rect.left() + AIR, middle - ICON / 2, ICON, ICON)
    paint_icon(painter, icon, line.icon, "text_quiet")
    room = QRect(rect.left() + INDENT, middle - 10, rect.width() - INDENT - AIR, 20)
    painter.setFont(font_for(TextRole.QUIET))
    number = f"{line.count:,}"
    width = painter.fontMetrics().horizontalAdvance(number)
    painter.setPen(QColor(theme.text_quiet))
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number)
    room.setRight(room.right() - width - AIR)
    painter.setFont(font_for(TextRole.STRONG))
    painter.setPen(QColor(theme.text))
    draw_words(painter, room, line.words)


def _draw_case(painter: QPainter, rect: QRect, shown: Shown, theme: Theme) -> None:
    top = rect.top() + 6
    icon = QRectF(rect.left() + AIR, top + 3, ICON, ICON)
    paint_icon(painter, icon, ICONS[shown.case.kind], "text_quiet")
    room = QRect(rect.left() + INDENT, top, rect.width() - INDENT - AIR, 20)
    under = room.translated(0, 20)
    words = draw_tags(painter, room, shown.labels, theme)
    ground = theme.labels[shown.labels[0].hue].fill if shown.labels else ""
    draw_excerpt(painter, words, shown.excerpt, theme, ground=ground)
    painter.setFont(font_for(TextRole.QUIET))
    painter.setPen(QColor(theme.text_quiet))
    draw_words(painter, under, shown.where)
