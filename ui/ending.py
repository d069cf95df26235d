"""Ending as the system wishes: at log-out, at shutdown, or when the process is asked to stop."""

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from types import FrameType

    from ui.main_window import MainWindow

ASKED_TO_STOP = ("SIGTERM", "SIGHUP", "SIGINT")


class Ending(QObject):
    """Closes the window when the process is asked to stop, with all that can be kept kept.

    Python hears a signal only when Python runs again, which may be long in a window at rest; the
    byte that it puts into a pipe wakes the window at once. Windows sends no such signals.
    """

    def __init__(self, window: "MainWindow", *, saved: Callable[[], object]) -> None:
        """`saved` is called when the session ends and nothing is left to be saved."""
        super().__init__(window)
        self._window, self._saved = window, saved
        self._pipe: tuple[int, int] | None = None
        self._notifier: QSocketNotifier | None = None
        if sys.platform != "win32":
            self._listen()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.commitDataRequest.connect(self._end_session)

    def stop(self) -> None:
        """Hear no more signals; the window is closed."""
        if self._pipe is None or self._notifier is None:
            return
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        for end in self._pipe:
            os.close(end)
        self._pipe = None

    def _listen(self) -> None:
        self._pipe = ear, mouth = os.pipe()
        for end in self._pipe:
            os.set_blocking(end, False)
        self._notifier = QSocketNotifier(ear, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)
        signal.set_wakeup_fd(mouth, warn_on_full_buffer=False)
        for name in ASKED_TO_STOP:
            signal.signal(getattr(signal, name), _let_the_pipe_tell)

    def _hear(self) -> None:
        if self._pipe is not None:
            with suppress(BlockingIOError):
                os.read(self._pipe[0], 64)
        self._window.standing.leave_at_once(self._window.close)

    def _end_session(self, _manager: object) -> None:
        """Save what is half typed; the system closes the windows, or ends the process, then."""
        opened = self._window.opened
        if opened is not None and not opened.project.is_at_work:
            opened.settling.emit()
            opened.parting.emit()
            opened.kept.retry()
        self._window.settings.save()
        if opened is None or not opened.kept.acts:
            self._saved()


def _let_the_pipe_tell(_number: int, _frame: "FrameType | None") -> None:
    """Python calls this some time later than the pipe has told."""
