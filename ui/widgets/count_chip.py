"""How many there are of a label, as a chip that filters when it is pressed down."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.domain.label import Hue, Look
from ui.theme.current import theme_now
from ui.theme.fonts import TextRole, font_for
from ui.theme.icons import paint_icon
from ui.theme.shades import mix
from ui.widgets.drawing import draw_box, draw_focus
from ui.widgets.plain import action_text, plain_tooltip

HEIGHT = 26
AIR = 9
ICON = 13
GAP = 7


class CountChip(QAbstractButton):
    """An icon and a number; checkable, with mouse or Space."""

    def __init__(
        self, name: str, parent: QWidget | None = None, *, look: Look, hue: Hue, count: int = 0
    ) -> None:
        super().__init__(parent)
        self._name, self._look, self._hue = name, look, hue
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFont(font_for(TextRole.MEDIUM))
        self.set_count(count)

    @property
    def count(self) -> int:
        """The number shown."""
        return self._count

    def set_count(self, count: int) -> None:
        """Show another number."""
        self._count = count
        told = f"{self._name}: {count:n}"
        self.setText(action_text(told))
        self.setAccessibleName(told)
        plain_tooltip(self, told)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Icon, number and air."""
        digits = self.fontMetrics().horizontalAdvance(self._shown())
        return QSize(2 * AIR + ICON + GAP + max(digits, 9), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Never cut off."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box, icon, number, focus ring."""
        theme = theme_now()
        tokens = theme.labels[self._hue]
        painter = QPainter(self)
        area = QRectF(self.rect())
        border = mix(theme.line_strong, theme.line, 0.55 if self.underMouse() else 0.12)
        ground = theme.hover if self.underMouse() else theme.field
        if self.isChecked() or self.isDown():
            ground, border = tokens.fill, tokens.edge
        draw_box(painter, area, ground=ground, border=border, radius=7.0)
        icon = QRectF(AIR, area.center().y() - ICON / 2, ICON, ICON)
        paint_icon(painter, icon, self._look, self._hue)
        painter.setFont(self.font())
        quiet = self._count == 0 and not self.isChecked()
        painter.setPen(QColor(theme.text_faint if quiet else theme.text))
        number = area.adjusted(AIR + ICON + GAP, 0, -AIR, 0)
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, self._shown())
        if self.hasFocus():
            draw_focus(painter, area, theme, radius=7.0)

    def _shown(self) -> str:
        return f"{self._count:,}"
