"""A thin line that says how much is done and how much is begun."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.current import theme_now
from ui.theme.shades import mix
from ui.widgets.plain import plain_tooltip

HEIGHT = 5
SEAM = 1.0


class ProgressLine(QWidget):
    """Done, then begun, then what is still to do; told in words to those who cannot see it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_parts(done=0, begun=0, total=0)

    def set_parts(self, *, done: int, begun: int, total: int) -> None:
        """Show these numbers of articles; `begun` does not count the done ones."""
        self._done, self._begun, self._total = done, begun, total
        told = self.tr("{done} of {total} done, {begun} begun").format(
            done=done, total=total, begun=begun
        )
        self.setAccessibleName(told)
        plain_tooltip(self, told)
        self.update()

    def shares(self) -> tuple[float, float]:
        """The parts of the line, 0 to 1, that are done and begun."""
        if self._total <= 0:
            return 0.0, 0.0
        done = min(1.0, self._done / self._total)
        return done, min(1.0 - done, self._begun / self._total)

    def sizeHint(self) -> QSize:
        """As wide as it may."""
        return QSize(120, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line with its two parts, rounded at its ends."""
        theme = theme_now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        line = QRectF(self.rect())
        outline = QPainterPath()
        outline.addRoundedRect(line, line.height() / 2, line.height() / 2)
        painter.setClipPath(outline)
        painter.fillRect(line, QColor(mix(theme.line_strong, theme.window, 0.3)))
        done, begun = (share * line.width() for share in self.shares())
        painter.fillRect(QRectF(0, 0, done, line.height()), QColor(theme.good))
        if begun:
            seam = SEAM if done else 0.0
            part = QRectF(done + seam, 0, max(1.0, begun - seam), line.height())
            painter.fillRect(part, QColor(theme.accent))
