"""What the window tells under the page: troubles, which stay, and what is said in passing."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from ui.widgets.banner import Banner, Tone

LINGER = 8_000
"""Milliseconds that a passing sentence stays, unless the next act comes first."""


class Messages(QWidget):
    """Frames the page: bars take their room at its foot, and Esc puts away what can be.

    At the foot, because a page is laid out from its top: what is under the mouse or the reader's
    eyes stays where it is, and nothing is covered.
    `said` carries every sentence, for whoever does not see it.
    """

    said = Signal(str)

    def __init__(self, framed: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.trouble_banner = Banner()
        self.passing_banner = Banner()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LINGER)
        self._timer.timeout.connect(self.passing_banner.hide)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(framed, 1)
        column.addWidget(self.trouble_banner)
        column.addWidget(self.passing_banner)
        if isinstance(framed, QStackedWidget):
            framed.currentChanged.connect(self.move_on)

    def put_first(self, banner: QWidget) -> None:
        """Give a bar that stays as long as things stand so its room before the others."""
        self._column.insertWidget(1, banner)

    def refuse(self, sentence: str) -> None:
        """Say which rule forbids what was asked."""
        self._pass(sentence, Tone.WARNING)

    def tell(
        self, sentence: str, *, action: str = "", do: Callable[[], object] | None = None
    ) -> None:
        """Say what was done, and what can be done next."""
        self._pass(sentence, Tone.GOOD, action=action, do=do)

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
        """Keep the key that put a bar away from what has the focus, once."""
        if event.type() == QEvent.Type.KeyPress:
            watched.removeEventFilter(self)
            return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Let Esc put a bar away before the page hears of it, if nothing else wants the key."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            for banner in (self.passing_banner, self.trouble_banner):
                if banner.isVisible():
                    banner.dismiss()
                    event.accept()
                    focused = QApplication.focusWidget()
                    if focused is not None:
                        focused.installEventFilter(self)  # the key has done its work
                    return True
        return super().event(event)

    def _pass(
        self,
        sentence: str,
        tone: Tone,
        *,
        action: str = "",
        do: Callable[[], object] | None = None,
    ) -> None:
        self.passing_banner.say(sentence, tone=tone, action=action, do=do)
        self.said.emit(sentence)
        self._timer.start()
