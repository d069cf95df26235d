"""The grounds and lines that a page is laid out with."""

from enum import StrEnum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from app.domain.label import Hue
from ui.theme.current import theme_now
from ui.widgets.drawing import draw_box


class Ground(StrEnum):
    """What a part of the window stands on."""

    PANEL = "panel"
    PAPER = "paper"


class Panel(QFrame):
    """A part of the window on its own ground."""

    def __init__(self, ground: Ground = Ground.PANEL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", ground.value)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


class Hairline(QFrame):
    """One pixel that parts two things."""

    def __init__(
        self,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "hairline")
        self.setFrameShape(QFrame.Shape.NoFrame)
        along, across = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        if orientation == Qt.Orientation.Horizontal:
            self.setFixedHeight(1)
            self.setSizePolicy(along, across)
        else:
            self.setFixedWidth(1)
            self.setSizePolicy(across, along)


class LabelCard(QWidget):
    """A card tinted as a label's band, its heavy bar at the left; put things into `column`."""

    BAR = 3.0

    def __init__(self, hue: Hue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hue = hue
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(15, 10, 13, 11)
        self.column.setSpacing(7)

    def set_hue(self, hue: Hue) -> None:
        """Take another label's tint."""
        self._hue = hue
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The tint and the bar."""
        tokens = theme_now().labels[self._hue]
        painter = QPainter(self)
        area = QRectF(self.rect())
        draw_box(painter, area, ground=tokens.fill, radius=6.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.fillRect(QRectF(0, 0, self.BAR, area.height()), QColor(tokens.edge))
