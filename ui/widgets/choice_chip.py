"""A word to press down or let go, with an icon: one of several things that narrow what is shown."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.domain.label import Hue
from ui.theme.current import theme_now
from ui.theme.fonts import TextRole, font_for
from ui.theme.icons import Tint, paint_icon
from ui.theme.shades import mix
from ui.widgets.drawing import draw_box, draw_focus
from ui.widgets.plain import action_text, one_line, plain_tooltip

HEIGHT = 30
AIR = 10
ICON = 13
GAP = 7
WIDEST = 190
RADIUS = 7.0


class ChoiceChip(QAbstractButton):
    """An icon and a name; checkable, with mouse or Space. It wears its tint while it is down.

    It may say how many there are of what it stands for.
    """

    def __init__(
        self, name: str, parent: QWidget | None = None, *, word: str, tint: Tint = "text_quiet"
    ) -> None:
        super().__init__(parent)
        shown = one_line(name)
        self._name, self._word, self._tint = shown[:1].upper() + shown[1:], word, tint
        self._number = ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFont(font_for(TextRole.MEDIUM))
        self.setText(action_text(self._name))
        self.setAccessibleName(name)
        plain_tooltip(self, self._name if self._shown() != self._name else "")

    def set_count(self, count: int) -> None:
        """Say how many there are."""
        self._number = f"{count:,}"
        self.setAccessibleName(f"{self._name}: {self._number}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Icon, name, number and air."""
        width = self.fontMetrics().horizontalAdvance(self._shown())
        if self._number:
            width += GAP + self.fontMetrics().horizontalAdvance(self._number)
        return QSize(2 * AIR + ICON + GAP + width + 1, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Never cut off."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box, icon, name, number, focus ring."""
        theme = theme_now()
        painter = QPainter(self)
        area = QRectF(self.rect())
        border = mix(theme.line_strong, theme.line, 0.55 if self.underMouse() else 0.12)
        ground = theme.hover if self.underMouse() else theme.field
        if self.isChecked() or self.isDown():
            ground, border = theme.chosen, theme.accent
            if isinstance(self._tint, Hue):
                tokens = theme.labels[self._tint]
                ground, border = tokens.fill, tokens.edge
        width = 1.5 if self.isChecked() else 1.0  # seen without colours too
        draw_box(painter, area, ground=ground, border=border, radius=RADIUS, width=width)
        icon = QRectF(AIR, area.center().y() - ICON / 2, ICON, ICON)
        paint_icon(painter, icon, "check" if self.isChecked() else self._word, self._tint)
        painter.setFont(self.font())
        painter.setPen(QColor(theme.text))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area.adjusted(AIR + ICON + GAP, 0, 0, 0), left, self._shown())
        if self._number:
            painter.setPen(QColor(theme.text_quiet))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(area.adjusted(0, 0, -AIR, 0), right, self._number)
        if self.hasFocus():
            draw_focus(painter, area, theme, radius=RADIUS)

    def _shown(self) -> str:
        return self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, WIDEST)
