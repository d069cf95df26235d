"""One sentence across the top of a page, with at most one thing to do about it."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.theme.fonts import TextRole
from ui.theme.icons import TintWord, icon, paint_icon
from ui.widgets.buttons import LinkButton, ToolButton
from ui.widgets.plain import PlainLabel, action_text


class Tone(StrEnum):
    """How serious it is; each tone has its own icon, so that colour is not the only sign."""

    INFO = "info"
    GOOD = "good"
    WARNING = "warning"
    DANGER = "danger"


_TINTS: dict[Tone, TintWord] = {
    Tone.INFO: "accent",
    Tone.GOOD: "good",
    Tone.WARNING: "warning",
    Tone.DANGER: "danger",
}


class ToneIcon(QWidget):
    """The icon of a tone."""

    def __init__(self, tone: Tone, parent: QWidget | None = None, *, size: int = 18) -> None:
        super().__init__(parent)
        self.tone = tone
        self.setFixedSize(QSize(size, size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The icon in the colour of its tone."""
        paint_icon(QPainter(self), QRectF(self.rect()), self.tone.value, _TINTS[self.tone])


class Banner(QFrame):
    """Hidden until it has something to say; the reader can act on it or dismiss it."""

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "banner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._do: Callable[[], object] | None = None
        self._icon = ToneIcon(Tone.INFO)
        self._words = PlainLabel(role=TextRole.BODY, wrap=True)
        self._action = LinkButton("")
        self._action.clicked.connect(self._act)
        self._close = ToolButton(icon("close"), self.tr("Dismiss"), size=14)
        self._close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 10, 7)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self.hide()

    def say(
        self,
        sentence: str,
        *,
        tone: Tone = Tone.INFO,
        action: str = "",
        do: Callable[[], object] | None = None,
        dismissible: bool = True,
    ) -> None:
        """Show a sentence; `action` names a button that calls `do`."""
        self._do = do
        self._icon.tone = tone
        self._words.setText(sentence)
        self._action.setText(action_text(action))
        self._action.setAccessibleName(action)
        self._action.setVisible(bool(action))
        self._close.setVisible(dismissible)
        self.setProperty("tone", tone.value)
        self.style().polish(self)  # a style sheet looks at properties only when asked to
        self.setAccessibleName(sentence)
        self.show()

    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def dismiss(self) -> None:
        """Hide, and tell that the reader has seen it."""
        self.hide()
        self.dismissed.emit()

    def _act(self) -> None:
        if self._do is not None:
            self._do()
