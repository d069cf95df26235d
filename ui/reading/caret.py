"""The caret of a text that cannot be typed in: where it is, and whether it shows just now."""

from PySide6.QtCore import QBasicTimer, QObject, QRect, QTimerEvent, Signal
from PySide6.QtWidgets import QApplication

_MARGIN = 12


class Caret(QObject):
    """Blinks at a place in the viewport; `stale` carries what must be painted again."""

    stale = Signal(QRect)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_shown = False
        self._place = QRect()
        self._blink = QBasicTimer()

    def show_at(self, place: QRect) -> None:
        """Show it at a place, from now on and, as the system's carets do, on and off."""
        self._turn(shown=False)
        self._place = place.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        self._turn(shown=True)
        period = QApplication.cursorFlashTime()
        if period > 1:
            self._blink.start(period // 2, self)

    def hide(self) -> None:
        """Show it no more."""
        self._blink.stop()
        self._turn(shown=False)

    def timerEvent(self, event: QTimerEvent) -> None:
        """Turn it on or off."""
        if event.timerId() == self._blink.timerId():
            self._turn(shown=not self.is_shown)
        else:
            super().timerEvent(event)

    def _turn(self, *, shown: bool) -> None:
        if self.is_shown != shown:
            self.is_shown = shown
            self.stale.emit(self._place)
