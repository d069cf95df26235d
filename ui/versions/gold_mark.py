"""The diamond that stands before the name of gold, so that nobody takes it for a person."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme.icons import paint_icon

SIZE = 10


class GoldMark(QWidget):
    """Draws the diamond in the colour of words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(QSize(SIZE, SIZE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The diamond."""
        paint_icon(QPainter(self), QRectF(self.rect()), "gold", "text")
