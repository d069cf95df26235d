"""When backups are made: on opening, every ten minutes and before articles come in, if need be."""

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.errors import Cancelled, FileTrouble
from ui.settings import Settings

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from app.files.backups import Backup, Why
    from ui.open_project import OpenProject

EVERY = 600_000
"""Milliseconds between two looks whether something has changed."""


class Schedule(QObject):
    """Backs the open project up, on a thread of its own, while the person goes on working.

    `kept` carries the newest backup, just made or still good because nothing changed; `left_out`
    carries why there is none. Neither ever stands in the way of the work.
    """

    kept = Signal(object)
    left_out = Signal(object)
    _ended = Signal(object)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._opened: OpenProject | None = None
        self._pool: ThreadPoolExecutor | None = None
        self._stop = Event()
        self._going: Future[Backup | None] | None = None
        self.timer = QTimer(self)
        self.timer.setInterval(EVERY)
        self.timer.timeout.connect(self._in_time)
        # queued: what is quicker than the window's arrival must not be told before it
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether a backup is being made."""
        return self._going is not None

    def begin(self, opened: "OpenProject") -> None:
        """Look after this project from now on."""
        from app.files.backups import Why

        self.end()
        self._opened = opened
        self._stop = Event()
        from concurrent.futures import ThreadPoolExecutor

        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="galley-backup")
        self.timer.start()
        self._back_up(Why.OPENING)

    def end(self) -> None:
        """Give up what is going on; the project is about to be closed."""
        self.timer.stop()
        self._stop.set()
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=True, cancel_futures=True)
        self._opened = None
        self._going = None

    def before_receiving(self, opened: "OpenProject", stopped: Callable[[], bool]) -> None:
        """Back up on the thread of the work that is about to begin; what fails is only told."""
        from app.files.backups import Why

        try:
            self._ended.emit(self._make(opened, Why.RECEIVING, stopped))
        except FileTrouble as trouble:
            self._ended.emit(trouble)

    def _in_time(self) -> None:
        from app.files.backups import Why

        if not self.is_busy:
            self._back_up(Why.WORK)

    def _back_up(self, why: "Why") -> None:
        opened, stop = self._opened, self._stop
        if opened is None or self._pool is None or opened.project.why_read_only:
            return
        going = self._pool.submit(self._make, opened, why, stop.is_set)
        self._going = going
        going.add_done_callback(self._ended.emit)

    def _make(
        self, opened: "OpenProject", why: "Why", stopped: Callable[[], bool]
    ) -> "Backup | None":
        from app.files.backups import backups, make_backup, of_file

        project, root = opened.project, self._settings.backups_folder
        made = make_backup(project, root, why, stopped=stopped)
        return made or next(iter(of_file(backups(root, project.id), project.path)), None)

    def _tell(self, outcome: object) -> None:
        from concurrent.futures import Future

        if isinstance(outcome, Future):
            if outcome is not self._going:
                return  # of a project that is closed by now
            self._going = None
            try:
                outcome = outcome.result()
            except Cancelled:
                return
            except FileTrouble as trouble:
                outcome = trouble
        if self._opened is None or outcome is None:
            return
        if isinstance(outcome, FileTrouble):
            self.left_out.emit(outcome)
        else:
            self.kept.emit(outcome)
