"""What the window tells in passing: troubles above the page, refusals over its foot."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.banner import Banner, Tone

LINGER = 8_000
"""Milliseconds that a passing sentence stays, unless the next act comes first."""


class Messages(QWidget):
    """Frames the page: a trouble takes room above it, a passing sentence lies over its foot.

    The passing one takes no room, so that the text under the reader's eyes stays where it is.
    `said` carries every sentence, for whoever does not see it.
    """

    said = Signal(str)

    def __init__(self, framed: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.trouble_banner = Banner()
        self.passing_banner = Banner(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LINGER)
        self._timer.timeout.connect(self.passing_banner.hide)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.trouble_banner)
        column.addWidget(framed, 1)
        framed.installEventFilter(self)

    def put_above(self, banner: QWidget) -> None:
        """Give a bar that stays its room above everything else."""
        self._column.insertWidget(0, banner)

    def refuse(self, sentence: str) -> None:
        """Say which rule forbids what was asked."""
        self._pass(sentence, Tone.WARNING)

    def tell(self, sentence: str) -> None:
        """Say what was done."""
        self._pass(sentence, Tone.GOOD)

    def hint(self, sentence: str) -> None:
        """Say what could be done."""
        self._pass(sentence, Tone.INFO)

    def trouble(
        self, sentence: str, *, action: str = "", do: Callable[[], object] | None = None
    ) -> None:
        """Say what a person has to mend, and what can be done; it stays until dismissed."""
        self.passing_banner.hide()
        self.trouble_banner.say(sentence, tone=Tone.DANGER, action=action, do=do)
        self.said.emit(sentence)

    def explain(self, sentence: str) -> None:
        """Say what is to be known about where one is; it stays until dismissed."""
        self.trouble_banner.say(sentence, tone=Tone.INFO)

    def move_on(self) -> None:
        """The next act has come; what was said in passing goes."""
        self._timer.stop()
        self.passing_banner.hide()

    def clear(self) -> None:
        """Say nothing any more."""
        self.move_on()
        self.trouble_banner.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the passing sentence at the foot of the page."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return super().eventFilter(watched, event)

    def _pass(self, sentence: str, tone: Tone) -> None:
        self.passing_banner.say(sentence, tone=tone)
        self.said.emit(sentence)
        self._place()
        self.passing_banner.raise_()
        self._timer.start()

    def _place(self) -> None:
        banner = self.passing_banner
        height = max(banner.sizeHint().height(), banner.heightForWidth(self.width()))
        banner.setGeometry(0, self.height() - height, self.width(), height)
