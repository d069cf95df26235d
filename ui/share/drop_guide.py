"""What the window says while files are held over it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.start.opening import SUFFIX
from ui.theme.current import theme_now
from ui.theme.fonts import TextRole
from ui.widgets.drawing import draw_box
from ui.widgets.empty_state import Emblem
from ui.widgets.plain import PlainLabel

VEIL = 235
AIR = 20


class DropGuide(QWidget):
    """A veil over the page with one sentence: what dropping would do."""

    def __init__(self, covered: QWidget) -> None:
        super().__init__(covered)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words = PlainLabel(role=TextRole.TITLE)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(Emblem("import", size=72), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        covered.installEventFilter(self)
        self.hide()

    def show_for(self, paths: Sequence[Path], *, has_project: bool) -> None:
        """Say what dropping these would do."""
        if any(path.suffix.lower() == SUFFIX for path in paths):
            words = self.tr("Drop to open the project")
        elif has_project:
            words = self.tr("Drop to receive articles")
        else:
            words = self.tr("Open or make a project first, then drop articles")
        self.words.setText(words)
        self._cover()
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover what it covers, whatever size that takes."""
        if event.type() == QEvent.Type.Resize:
            self._cover()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The veil and a frame."""
        theme = theme_now()
        painter = QPainter(self)
        veil = QColor(theme.window)
        veil.setAlpha(VEIL)
        painter.fillRect(self.rect(), veil)
        frame = QRectF(self.rect()).adjusted(AIR, AIR, -AIR, -AIR)
        draw_box(painter, frame, ground=None, border=theme.accent, radius=14.0, width=2.0)

    def _cover(self) -> None:
        covered = self.parentWidget()
        if covered is not None:
            self.setGeometry(covered.rect())


def dropped_paths(data: QMimeData) -> list[Path]:
    """The files and folders on this machine among what is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
