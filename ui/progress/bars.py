"""Upright bars with their numbers: a small chart that is clicked, or walked with the arrow keys."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.current import theme_now
from ui.theme.fonts import TextRole, font_for
from ui.theme.shades import mix
from ui.widgets.drawing import draw_box, draw_focus
from ui.widgets.plain import show_tip

HEIGHT = 132
WIDEST = 46.0
GAP = 0.28
ABOVE, BELOW = 18, 20


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: how much, the few letters under it, and all of it in words."""

    value: int
    under: str
    words: str


class Bars(QWidget):
    """Draws bars over a base line; `chosen` carries the number of the one that is pressed."""

    chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._bars: list[Bar] = []
        self._at = 0
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(name)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these instead."""
        self._bars = list(bars)
        self._at = max(0, len(bars) - 1)
        self._name_it()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as it may."""
        return QSize(320, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Base line, bars, numbers above and words below."""
        theme, painter = theme_now(), QPainter(self)
        painter.setFont(font_for(TextRole.QUIET))
        metrics = QFontMetricsF(painter.font())
        base = self.height() - BELOW
        painter.fillRect(QRectF(0, base, self.width(), 1), QColor(theme.line_strong))
        shown_until = -1.0
        for number, bar in enumerate(self._bars):
            box = self._box(number)
            is_here = number == self._at and self.hasFocus()
            ground = theme.accent if is_here else mix(theme.accent, theme.window, 0.68)
            if bar.value:
                draw_box(painter, box, ground=ground, radius=min(3.0, box.width() / 4))
            room = QRectF(box.center().x() - 40, box.top() - ABOVE, 80, ABOVE - 2)
            painter.setPen(QColor(theme.text))
            if bar.value and box.width() >= metrics.horizontalAdvance(f"{bar.value:,}") - 6:
                painter.drawText(
                    room,
                    int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom),
                    f"{bar.value:,}",
                )
            width = metrics.horizontalAdvance(bar.under)
            left = box.center().x() - width / 2
            if left > shown_until and left + width <= self.width() + 2:
                painter.setPen(QColor(theme.text_quiet))
                painter.drawText(QPointF(left, self.height() - 5), bar.under)
                shown_until = left + width + 8
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()), theme, radius=6.0)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what the bar under the mouse stands for."""
        number = self._number_at(event.position().x())
        if number is not None:
            area = self._column(number).toRect()
            show_tip(event.globalPosition().toPoint(), self._bars[number].words, self, area)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the bar under the mouse."""
        number = self._number_at(event.position().x())
        if number is not None:
            self._at = number
            self._name_it()
            self.chosen.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, choose with Enter or Space."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key in steps and self._bars:
            self._at = min(max(self._at + steps[key], 0), len(self._bars) - 1)
            self._name_it()
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._bars:
            self.chosen.emit(self._at)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Draw the bar one is at differently as the focus comes and goes."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def _name_it(self) -> None:
        words = self._bars[self._at].words if self._bars else ""
        self.setAccessibleName(f"{self._name}: {words}" if words else self._name)

    def _number_at(self, x: float) -> int | None:
        for number in range(len(self._bars)):
            column = self._column(number)
            if column.left() <= x < column.right():
                return number
        return None

    def _column(self, number: int) -> QRectF:
        width = min(WIDEST, self.width() / max(1, len(self._bars)))
        return QRectF(number * width, 0, width, self.height())

    def _box(self, number: int) -> QRectF:
        most = max((bar.value for bar in self._bars), default=0) or 1
        column = self._column(number)
        room = self.height() - ABOVE - BELOW
        height = max(2.0, room * self._bars[number].value / most)
        air = column.width() * GAP / 2
        return QRectF(column.left() + air, ABOVE + room - height, column.width() - 2 * air, height)
