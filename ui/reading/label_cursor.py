"""The mouse cursor of a label: an I-beam with a flag in the label's colour."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QCursor, QGuiApplication, QPainter, QPen, QPixmap

from app.domain.label import Label
from ui.theme.tokens import Theme

SIZE = 32
_X, _TOP, _BOTTOM, _ARM = 9, 5, 27, 3
_FLAG = QRectF(13, 15, 14, 10)


def label_cursor(label: Label, theme: Theme) -> QCursor:
    """Return the cursor to select words with while `label` waits for them."""
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    pixmap = QPixmap(round(SIZE * ratio), round(SIZE * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    beam = (
        QLineF(_X, _TOP, _X, _BOTTOM),
        QLineF(_X - _ARM, _TOP, _X + _ARM, _TOP),
        QLineF(_X - _ARM, _BOTTOM, _X + _ARM, _BOTTOM),
    )
    for colour, width in ((theme.paper, 4.0), (theme.text, 1.6)):
        painter.setPen(QPen(QColor(colour), width))
        painter.drawLines(beam)
    tokens = theme.labels[label.hue]
    painter.setPen(QPen(QColor(theme.paper), 1.2))
    painter.setBrush(QColor(tokens.edge))
    painter.drawRoundedRect(_FLAG, 3, 3)
    painter.end()
    return QCursor(pixmap, _X, SIZE // 2)
