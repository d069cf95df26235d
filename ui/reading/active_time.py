"""How long a person is at work on an article: seconds with activity, kept once something was done.

Looking around leaves the file as it is: seconds wait, article by article, until the person does
something there.
"""

import time
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.commands.sittings import keep
from app.domain.changes import Changes
from app.domain.sitting import IDLE_SECONDS
from ui.open_project import OpenProject

KEEP_EVERY = 180_000
"""Milliseconds after which what was spent is kept while an article stays on the desk."""

_ACTIVITY = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
    )
)


class ActiveTime(QObject):
    """Counts the seconds at one article after another; a pause counts as two minutes at most.

    `clock` gives seconds that only grow, `today` the date in ISO form.
    """

    def __init__(
        self,
        opened: OpenProject,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        today: Callable[[], str] = lambda: datetime.now().astimezone().date().isoformat(),
    ) -> None:
        super().__init__(parent)
        self._opened, self.clock, self._today = opened, clock, today
        self._article: str | None = None
        self._day = ""
        self._last = 0.0
        self._seconds = 0.0
        self._unkept: dict[tuple[str | None, str], float] = {}
        self._is_work = self._has_worked = False
        self._timer = QTimer(self)
        self._timer.setInterval(KEEP_EVERY)
        self._timer.timeout.connect(self._keep_in_passing)
        opened.changed.connect(self._learn)
        opened.saved.connect(self._note_work)
        opened.parting.connect(lambda: self.turn_to(None))

    def watch(self, *widgets: QWidget) -> None:
        """Take keys, mouse and wheel on these widgets for activity."""
        for widget in widgets:
            widget.installEventFilter(self)

    def turn_to(self, article: str | None) -> None:
        """Count for this article from now on; None while there is none on the desk."""
        if article == self._article:
            return
        if self._article is not None:
            self.touch()
            self.keep()
            self._unkept[self._opened.person_id, self._article] = self._seconds
        self._article, self._has_worked = article, False
        self._last, self._day = self.clock(), self._today()
        if article is None:
            self._timer.stop()
        else:
            self._seconds = self._unkept.pop((self._opened.person_id, article), 0.0)

    def touch(self) -> None:
        """Note that the person is there."""
        now = self.clock()
        self._seconds += min(now - self._last, IDLE_SECONDS)
        self._last = now

    def keep(self) -> None:
        """Keep what was spent, if anything was done at this article since it was kept last."""
        self._timer.stop()
        seconds = int(self._seconds)
        can_write = self._opened.person_id is not None and not self._opened.project.why_read_only
        if self._article is None or not self._has_worked or not seconds or not can_write:
            return
        self._has_worked = False
        self._seconds -= seconds
        self._opened.perform(keep, article=self._article, seconds=seconds, day=self._day)
        self._day = self._today()

    def _keep_in_passing(self) -> None:
        """Keep what was spent, a little later where the window would wait for long work."""
        if self._opened.project.is_at_work:
            self._timer.start()
        else:
            self.keep()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notice keys, mouse and wheel, and let them go on."""
        if event.type() in _ACTIVITY:
            self.touch()
        return False

    def _learn(self, changes: Changes) -> None:
        of_work = changes.concerns("annotation", "assignment")
        self._is_work = of_work and changes.concerns_article(self._article)

    def _note_work(self) -> None:
        """An act of this window reached the disk."""
        if self._is_work and self._article is not None:
            self._is_work, self._has_worked = False, True
            self.touch()
            if not self._timer.isActive():
                self._timer.start()
