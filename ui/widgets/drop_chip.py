"""A word that narrows what is shown, to be dropped with a click."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme.current import theme_now
from ui.theme.fonts import TextRole, font_for
from ui.theme.icons import paint_icon
from ui.widgets.drawing import draw_box, draw_focus, draw_words
from ui.widgets.plain import action_text, one_line, plain_tooltip

HEIGHT = 30
AIR = 10
ICON = 11
GAP = 6
WIDEST = 240


class DropChip(QAbstractButton):
    """A word and an x; a click or Space lets go of what it says."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        shown = one_line(words)
        self.words = shown[:1].upper() + shown[1:]
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFont(font_for(TextRole.MEDIUM))
        self.setText(action_text(self.words))
        told = self.tr("Drop “{words}”").format(words=self.words)
        plain_tooltip(self, told)
        self.setAccessibleName(told)

    def sizeHint(self) -> QSize:
        """Words, x and air."""
        width = min(self.fontMetrics().horizontalAdvance(self.words), WIDEST)
        return QSize(2 * AIR + width + GAP + ICON + 1, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Never cut off."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box, words, x, focus ring."""
        theme, painter, area = theme_now(), QPainter(self), QRectF(self.rect())
        is_near = self.underMouse() or self.isDown()
        ground, border = (theme.hover, theme.line_strong) if is_near else (theme.chosen, None)
        draw_box(painter, area, ground=ground, border=border, radius=HEIGHT / 2)
        painter.setFont(self.font())
        painter.setPen(QColor(theme.text if is_near else theme.chosen_text))
        draw_words(painter, self.rect().adjusted(AIR, 0, -AIR - ICON - GAP, 0), self.words)
        cross = QRectF(area.right() - AIR - ICON, area.center().y() - ICON / 2, ICON, ICON)
        paint_icon(painter, cross, "close", "text" if is_near else "text_quiet")
        if self.hasFocus():
            draw_focus(painter, area, theme, radius=HEIGHT / 2)
