"""Ending as the system wishes: at log-out, at shutdown, or when the process is asked to stop."""

import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from types import FrameType

    from ui.main_window import MainWindow

ASKED_TO_STOP = ("SIGTERM", "SIGHUP", "SIGINT")
"""Not every system has all of them."""


class Ending(QObject):
    """Closes the window when the process is asked to stop, with all that can be kept kept.

    Python hears a signal only when Python runs again, which may be long in a window at rest; the
    byte that it puts into a socket wakes the window at once.
    """

    def __init__(self, window: "MainWindow", *, saved: Callable[[], object]) -> None:
        """`saved` is called when the session ends and nothing is left to be saved."""
        super().__init__(window)
        self._window, self._saved = window, saved
        self._ear, self._mouth = socket.socketpair()
        self._ear.settimeout(0)
        self._mouth.settimeout(0)
        self._notifier = QSocketNotifier(self._ear.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)
        signal.set_wakeup_fd(self._mouth.fileno(), warn_on_full_buffer=False)
        for name in ASKED_TO_STOP:
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), _let_the_socket_tell)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.commitDataRequest.connect(self._end_session)

    def stop(self) -> None:
        """Hear no more signals; the window is closed."""
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        self._ear.close()
        self._mouth.close()

    def _hear(self) -> None:
        with suppress(BlockingIOError):
            self._ear.recv(64)
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


def _let_the_socket_tell(_number: int, _frame: "FrameType | None") -> None:
    """Python calls this some time later than the socket has told."""
