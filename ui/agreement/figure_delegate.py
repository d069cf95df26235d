"""How one figure of a table is drawn: the value, beneath it what is smaller, and the ground."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.agreement.figure import Figure, Head, Tone
from ui.theme.current import theme_now
from ui.theme.fonts import TextRole, font_for
from ui.theme.shades import mix
from ui.theme.tokens import Theme
from ui.widgets.drawing import draw_box, draw_focus, draw_words
from ui.widgets.plain import one_line
from ui.widgets.tag import HEIGHT as TAG_HEIGHT
from ui.widgets.tag import draw_tag, tag_size

LOW, HIGH = 34, 44
AIR = 12
DEEPEST = 0.42
"""How much of the accent the fullest cell's ground takes: words stay readable on it."""

FIGURE = Qt.ItemDataRole.UserRole + 1

_Index = QModelIndex | QPersistentModelIndex
_ROLES = {Tone.USUAL: TextRole.BODY, Tone.QUIET: TextRole.QUIET, Tone.STRONG: TextRole.STRONG}


class FigureDelegate(QStyledItemDelegate):
    """Draws heads at the left and figures at the right; what opens something says so."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Return the room a cell has."""
        return QSize(option.rect.width(), HIGH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one cell."""
        theme, rect = theme_now(), QRect(option.rect)
        shown: Figure | Head = index.data(FIGURE)
        painter.save()
        if isinstance(shown, Head):
            draw_head(painter, rect, shown, theme)
        else:
            hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            draw_figure(painter, rect, shown, theme, hovered=hovered)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(theme.line))
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, QRectF(rect).adjusted(1, 1, -1, -2), theme, radius=6)
        painter.restore()


def draw_head(painter: QPainter, rect: QRect, head: Head, theme: Theme) -> None:
    """Draw what a row is about."""
    if head.label is not None:
        size = tag_size(head.label.name)
        width = min(size.width(), rect.width() - 2 * AIR)
        top = rect.center().y() - TAG_HEIGHT / 2
        box = QRectF(rect.left() + AIR, top, width, TAG_HEIGHT)
        draw_tag(painter, box, head.label.name, theme.labels[head.label.hue])
        return
    room = rect.adjusted(AIR, 0, -AIR, -1)
    painter.setFont(font_for(TextRole.MEDIUM))
    painter.setPen(QColor(theme.text))
    if not head.under:
        draw_words(painter, room, one_line(head.text))
        return
    half = room.height() // 2
    draw_words(
        painter, QRect(room.left(), room.top() + 4, room.width(), half - 3), one_line(head.text)
    )
    painter.setFont(small_font())
    painter.setPen(QColor(theme.text_quiet))
    draw_words(painter, QRect(room.left(), room.top() + half, room.width(), half), head.under)


def small_font() -> QFont:
    """The letters of what stands beneath."""
    font = QFont(font_for(TextRole.QUIET))
    font.setPixelSize(11)
    return font


def draw_figure(
    painter: QPainter, rect: QRect, figure: Figure, theme: Theme, *, hovered: bool
) -> None:
    """Draw a value and what stands under it, at the right."""
    lively = hovered and figure.opens is not None
    if figure.share:
        ground = mix(theme.accent, theme.paper, DEEPEST * min(figure.share, 1.0))
        painter.fillRect(rect.adjusted(0, 0, 0, -1), QColor(ground))
    if lively:
        box = QRectF(rect).adjusted(3, 3, -3, -4)
        draw_box(painter, box, ground=theme.hover, border=theme.accent, radius=6)
    room = rect.adjusted(6, 0, -AIR, -1)
    right = Qt.AlignmentFlag.AlignRight
    font = font_for(_ROLES[figure.tone])
    painter.setFont(font)
    painter.setPen(QColor(theme.text_quiet if figure.tone is Tone.QUIET else theme.text))
    if not figure.under:
        painter.drawText(room, int(right | Qt.AlignmentFlag.AlignVCenter), figure.text)
        return
    half = room.height() // 2
    upper = QRect(room.left(), room.top() + 3, room.width(), half)
    painter.drawText(upper, int(right | Qt.AlignmentFlag.AlignVCenter), figure.text)
    painter.setFont(small_font())
    painter.setPen(QColor(theme.text_quiet))
    lower = QRect(room.left(), room.top() + half, room.width(), half)
    painter.drawText(lower, int(right | Qt.AlignmentFlag.AlignVCenter), figure.under)
