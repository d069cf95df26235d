"""Letting go of what nothing needs any more, on the thread of the window alone.

Python looks for rings of objects that hold only each other on whatever thread happens to make an
object. Work aside does that all the time, and a ring may hold widgets: Qt does not survive their
end on another thread, least of all while the window's own thread is delivering an event to one.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 500
"""Milliseconds between two looks at whether it is time."""


class LettingGo(QObject):
    """Searches as often as Python would, but when the thread of the window has a moment."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.search)
        self._timer.start()

    def search(self) -> None:
        """Search the oldest generation whose time has come, and with it all younger ones."""
        counts, limits = gc.get_count(), gc.get_threshold()
        due = [age for age in range(len(counts)) if limits[age] and counts[age] > limits[age]]
        if due:
            gc.collect(max(due))
