"""Galley's own mark: lines of type on a blue block, the last one marked up.

`resources/icons/galley.svg` is the same drawing for installers; here it is painted, so that the
window needs no SVG reader to show its icon.
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

SIDE = 64.0
GROUND = "#3355D1"
RADIUS = 15.0
LINES = (
    (QRectF(16, 18, 32, 7), "#FFFFFF"),
    (QRectF(16, 29.5, 24, 7), "#FFFFFF"),
    (QRectF(16, 41, 28, 7), "#F6D477"),
)


def paint_mark(painter: QPainter, rect: QRectF) -> None:
    """Paint the mark into a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / SIDE, rect.height() / SIDE)
    painter.setBrush(QColor(GROUND))
    painter.drawRoundedRect(QRectF(0, 0, SIDE, SIDE), RADIUS, RADIUS)
    for line, colour in LINES:
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(line, line.height() / 2, line.height() / 2)
    painter.restore()


def app_mark(size: int, *, ratio: float = 1.0) -> QPixmap:
    """The mark as a picture of `size` logical pixels, sharp at a device pixel ratio."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_mark(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def app_icon() -> QIcon:
    """The window's icon in the sizes that window systems ask for."""
    icon = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        icon.addPixmap(app_mark(size))
    return icon
