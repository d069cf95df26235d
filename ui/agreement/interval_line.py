"""An interval drawn on the line from 0 to 1, with the marks that its readers go by."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.current import theme_now
from ui.theme.shades import mix

HEIGHT = 16
POINT = 4.0
BAR = 5.0
MARK = 3.5


class IntervalLine(QWidget):
    """A point, the interval around it, and quiet marks; nothing where there is no value."""

    def __init__(self, marks: tuple[float, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = marks
        self._value: float | None = None
        self._ends: tuple[float, float] | None = None
        self._is_faint = False
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_value(
        self, value: float | None, ends: tuple[float, float] | None, *, faint: bool = False
    ) -> None:
        """Show another value; what lies under 0 is drawn at 0. Faint is what says little."""
        self._value, self._ends, self._is_faint = value, ends, faint
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as it may."""
        return QSize(160, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line, its marks, the interval, the point."""
        theme, painter = theme_now(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = HEIGHT / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(mix(theme.line_strong, theme.field, 0.32)))
        painter.drawRoundedRect(QRectF(0, y - 1, self.width(), 2), 1, 1)
        painter.setPen(QPen(QColor(theme.text_faint), 1))
        for mark in self._marks:
            x = round(self._x(mark)) + 0.5
            painter.drawLine(QPointF(x, y - MARK - 1.5), QPointF(x, y + MARK + 1.5))
        if self._value is None:
            return
        colour = theme.text_faint if self._is_faint else theme.accent
        painter.setPen(Qt.PenStyle.NoPen)
        if self._ends is not None:
            left, right = (self._x(end) for end in self._ends)
            painter.setBrush(QColor(mix(colour, theme.field, 0.6)))
            box = QRectF(left, y - BAR / 2, max(right - left, 1.0), BAR)
            painter.drawRoundedRect(box, BAR / 2, BAR / 2)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(QPointF(self._x(self._value), y), POINT, POINT)

    def _x(self, value: float) -> float:
        room = self.width() - 2 * POINT
        return POINT + min(max(value, 0.0), 1.0) * room
