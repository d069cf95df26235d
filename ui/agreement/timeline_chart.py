"""A measure in the course of the work: a point with its interval for each week or round.

Where what labels mean was changed meanwhile, a dashed line stands between the periods.
"""

from bisect import bisect_right
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.agreement.writing import figure as written
from ui.agreement.figure import interval
from ui.theme.current import theme_now
from ui.theme.fonts import TextRole, font_for
from ui.theme.shades import mix
from ui.widgets.drawing import draw_focus
from ui.widgets.plain import show_tip

if TYPE_CHECKING:
    from app.agreement.timeline import Period, Timeline
    from app.domain.label_change import LabelChange

HEIGHT, LEAST = 300, 110
LEFT, RIGHT, TOP, BOTTOM = 44, 18, 26, 52
WIDEST = 110.0
POINT = 4.5
TALL = 190
_GRID = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
_COARSE_GRID = (0.0, 0.5, 1.0)


class TimelineChart(QWidget):
    """`chosen` carries the period that is pressed."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measure = "f1"
        self._timeline: Timeline | None = None
        self._at = 0
        self._hovered: int | None = None
        self.setMinimumHeight(LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("History of agreement"))

    def show_timeline(self, timeline: "Timeline", measure: str) -> None:
        """Show another history, or another measure of it."""
        self._timeline, self._measure = timeline, measure
        self._at = max(0, len(timeline.periods) - 1)
        self._hovered = None
        self._name_it()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as it may."""
        return QSize(640, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Grid, changes of what labels mean, intervals, points, names."""
        theme, painter = theme_now(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font_for(TextRole.QUIET))
        for value in _GRID if self.height() >= TALL else _COARSE_GRID:
            y = round(self._y(value)) + 0.5
            painter.setPen(QPen(QColor(theme.line if value else theme.line_strong), 1))
            painter.drawLine(QPointF(LEFT, y), QPointF(self.width() - RIGHT, y))
            painter.setPen(QColor(theme.text_quiet))
            room = QRectF(0, y - 9, LEFT - 8, 18)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, int(right), f"{value:.1f}".replace("0.", "."))
        self._draw_changes(painter)
        points = []
        for at, period in enumerate(self._periods):
            point = self._draw_period(painter, at, period)
            if point is not None:
                points.append(point)
        painter.setPen(QPen(QColor(mix(theme.accent, theme.paper, 0.45)), 1.5))
        for one, other in pairwise(points):
            painter.drawLine(one, other)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent))
        for point in points:
            painter.drawEllipse(point, POINT, POINT)
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()), theme, radius=6.0)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what the period under the mouse holds."""
        at = self._period_at(event.position().x())
        if at != self._hovered:
            self._hovered = at
            self.update()
        if at is not None:
            area = self._column(at).toRect()
            show_tip(event.globalPosition().toPoint(), self._words(at), self, area)

    def leaveEvent(self, event: QEvent) -> None:
        """Let nothing look as if the mouse were on it."""
        super().leaveEvent(event)
        self._hovered = None
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the period under the mouse."""
        at = self._period_at(event.position().x())
        if at is not None:
            self._at = at
            self._name_it()
            self.chosen.emit(self._periods[at])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, choose with Enter or Space."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key in steps and self._periods:
            self._at = min(max(self._at + steps[key], 0), len(self._periods) - 1)
            self._name_it()
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._periods:
            self.chosen.emit(self._periods[self._at])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw all of it again."""
        super().resizeEvent(event)
        self.update()

    @property
    def _periods(self) -> "tuple[Period, ...]":
        return () if self._timeline is None else self._timeline.periods

    def _draw_period(self, painter: QPainter, at: int, period: "Period") -> QPointF | None:
        """Draw a period's name, size and interval; return its point, None where it has none."""
        theme, column = theme_now(), self._column(at)
        score = period.all[self._measure]
        if at == self._hovered or (at == self._at and self.hasFocus()):
            painter.fillRect(column.adjusted(2, TOP - 6, -2, -BOTTOM), QColor(theme.hover))
        metrics = QFontMetricsF(painter.font())
        middle = column.center().x()
        foot = self.height() - BOTTOM
        for line, words in enumerate((period.name, f"{len(period.articles):,}")):
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, column.width() - 4)
            painter.setPen(QColor(theme.text if line == 0 else theme.text_quiet))
            room = QRectF(column.left(), foot + 6 + 18 * line, column.width(), 18)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), shown)
        if score.value is None:
            painter.setPen(QColor(theme.text_quiet))
            room = QRectF(column.left(), self._y(0) - 22, column.width(), 18)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), written(None))
            return None
        point = QPointF(middle, self._y(score.value))
        top = point.y()
        if score.low is not None and score.high is not None:
            top = self._y(score.high)
            box = QRectF(middle - 3, top, 6, max(self._y(score.low) - top, 1))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(mix(theme.accent, theme.paper, 0.65)))
            painter.drawRoundedRect(box, 3, 3)
        painter.setPen(QColor(theme.text))
        room = QRectF(middle - 30, top - 21, 60, 16)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), written(score.value))
        return point

    def _draw_changes(self, painter: QPainter) -> None:
        """Draw a line at each day on which what labels mean was changed."""
        theme = theme_now()
        pen = QPen(QColor(theme.warning), 1.4)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        for at, changes in self._changes().items():
            column = self._column(at)
            for change in changes:
                x = round(column.left() + column.width() * day_share(change.day)) + 0.5
                painter.drawLine(QPointF(x, TOP - 14), QPointF(x, self.height() - BOTTOM))

    def _changes(self) -> "dict[int, list[LabelChange]]":
        """Return by the place of a week what was changed in it, or after it before the next."""
        found: dict[int, list[LabelChange]] = {}
        begins = [period.begins for period in self._periods if period.begins]
        for change in () if self._timeline is None else self._timeline.changes:
            at = bisect_right(begins, change.day) - 1
            if at >= 0:
                found.setdefault(at, []).append(change)
        return found

    def _words(self, at: int) -> str:
        period = self._periods[at]
        score = period.all[self._measure]
        ends = interval(score)
        changes = [
            f"{change.day}: {', '.join(change.phrases)}" for change in self._changes().get(at, ())
        ]
        lines = [
            period.name,
            f"{written(score.value)} ({ends})" if ends else written(score.value),
            self.tr("%n article(s)", None, len(period.articles)),
            self.tr("%n annotation(s)", None, period.annotations),
            self.tr("%n article(s) partly finished earlier", None, period.mixed)
            if period.mixed
            else "",
            score.why or score.note,
            *changes,
        ]
        return "\n".join(line for line in lines if line)

    def _name_it(self) -> None:
        told = self.tr("History of agreement")
        if self._periods:
            told = f"{told}: {self._words(self._at)}".replace("\n", ", ")
        self.setAccessibleName(told)

    def _period_at(self, x: float) -> int | None:
        for at in range(len(self._periods)):
            column = self._column(at)
            if column.left() <= x < column.right():
                return at
        return None

    def _column(self, at: int) -> QRectF:
        room = self.width() - LEFT - RIGHT
        width = min(WIDEST, room / max(1, len(self._periods)))
        return QRectF(LEFT + at * width, 0, width, self.height())

    def _y(self, value: float) -> float:
        room = self.height() - TOP - BOTTOM
        return TOP + room * (1 - min(max(value, 0.0), 1.0))


def day_share(day: str) -> float:
    """Return how far within its week, 0 to 1, the middle of an ISO day lies."""
    return (date.fromisoformat(day).weekday() + 0.5) / 7
