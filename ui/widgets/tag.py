"""A label's name as a small tab, in the label's colours."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.label import Hue, Label
from ui.theme.current import theme_now
from ui.theme.fonts import TextRole, font_for
from ui.theme.tokens import LabelTokens, Theme
from ui.widgets.drawing import draw_box
from ui.widgets.plain import one_line

HEIGHT = 19
AIR = 7
WIDEST = 180
MOST = 2
"""So many tags at most stand on one line."""


def tag_size(name: str) -> QSize:
    """The room a tag takes."""
    return QSize(min(WIDEST, _metrics().horizontalAdvance(one_line(name)) + 2 * AIR), HEIGHT)


def draw_tag(painter: QPainter, rect: QRectF, name: str, tokens: LabelTokens) -> None:
    """Draw a tag into a rectangle, for delegates; a name too long for it ends in …."""
    painter.save()
    draw_box(painter, rect, ground=tokens.tab, radius=4.0)
    painter.setFont(font_for(TextRole.TAG))
    painter.setPen(QColor(tokens.tab_text))
    room = round(rect.width() - 2 * AIR + 2)
    shown = _metrics().elidedText(one_line(name), Qt.TextElideMode.ElideRight, room)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, shown)
    painter.restore()


def draw_tags(painter: QPainter, room: QRect, labels: Sequence[Label], theme: Theme) -> QRect:
    """Draw the labels at the right; return the room that is left."""
    right = room.right()
    for label in reversed(labels[:MOST]):
        size = tag_size(label.name)
        tag = QRectF(
            right - size.width(),
            room.center().y() - size.height() / 2 + 1,
            size.width(),
            size.height(),
        )
        draw_tag(painter, tag, label.name, theme.labels[label.hue])
        right -= size.width() + 6
    room.setRight(right - (6 if labels else 0))
    return room


def _metrics() -> QFontMetrics:
    return QFontMetrics(font_for(TextRole.TAG))


class Tag(QWidget):
    """The tab as a widget."""

    def __init__(self, name: str, hue: Hue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_label(name, hue)

    def show_label(self, name: str, hue: Hue) -> None:
        """Show another label."""
        self._name, self._hue = name, hue
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The name and some air."""
        return tag_size(self._name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The tab."""
        draw_tag(QPainter(self), QRectF(self.rect()), self._name, theme_now().labels[self._hue])
