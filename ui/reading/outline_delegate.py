"""How a line of the outline is drawn: guides for its depth, the label's icon, the words."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.reading.outline_model import OutlineLine, Role
from ui.theme.current import theme_now
from ui.theme.fonts import TextRole, font_for
from ui.theme.icons import paint_icon
from ui.widgets.drawing import draw_box, draw_focus, draw_words
from ui.widgets.plain import one_line

HEIGHT = 30
AIR = 9
ICON = 13
STEP = 15
SIGN = 13


class OutlineDelegate(QStyledItemDelegate):
    """Draws one annotation in one line."""

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
        line: OutlineLine = index.data(Role.LINE)
        theme = theme_now()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect: QRect = option.rect
        painter.save()
        box = QRectF(rect).adjusted(0, 1, 0, -1)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            draw_box(painter, box, ground=theme.chosen if chosen else theme.hover, radius=6.0)
        left = rect.left() + AIR + line.depth * STEP
        if line.depth:
            self._guide(painter, rect, left, theme.line_strong)
        middle = rect.center().y() + 1
        icon = QRectF(left, middle - ICON / 2, ICON, ICON)
        paint_icon(painter, icon, line.label.look, line.label.hue)
        right = rect.right() - AIR
        for shown, word in ((line.annotation.note, "note"), (line.annotation.unsure, "unsure")):
            if shown:
                right -= SIGN
                sign = QRectF(right, middle - SIGN / 2, SIGN, SIGN)
                paint_icon(painter, sign, word, "text_quiet")
                right -= 4
        font = font_for(TextRole.MEDIUM if line.label.look.is_band else TextRole.BODY)
        room = QRect(left + ICON + 8, rect.top(), right - left - ICON - 8, rect.height())
        words = " … ".join(one_line(part) for part in _pieces(line))
        painter.setFont(font)
        painter.setPen(QColor(theme.chosen_text if chosen else theme.text))
        draw_words(painter, room, words)
        if option.state & QStyle.StateFlag.State_HasFocus and chosen:
            draw_focus(painter, box, theme, radius=6.0)
        painter.restore()

    @staticmethod
    def _guide(painter: QPainter, rect: QRect, left: int, colour: str) -> None:
        """A small elbow from the line above, so that nesting shows without counting spaces."""
        pen = QPen(QColor(colour), 1)
        tint = QColor(colour)
        tint.setAlphaF(0.45)
        pen.setColor(tint)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(pen)
        x, middle = left - STEP + ICON // 2, rect.center().y() + 1
        painter.drawLine(x, rect.top(), x, middle)
        painter.drawLine(x, middle, left - 4, middle)


def _pieces(line: OutlineLine) -> list[str]:
    """Return the words of each piece, without what interrupts them."""
    start = line.annotation.span.start
    return [
        line.annotation.quote[piece.start - start : piece.end - start]
        for piece in line.annotation.spans
    ]
