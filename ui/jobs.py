"""Long work off the thread of the window: one job at a time, with progress and a way to stop it."""

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Signal
from PySide6.QtWidgets import QWidget

from app.errors import Cancelled, FileTrouble, Refused
from ui.widgets.busy import PATIENCE, WorkDialog

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

Result = TypeVar("Result")
SCALE = 1_000
"""Progress travels in thousandths, because bytes do not fit into Qt's bars."""


class Progress(Protocol):
    """What work calls to say how far it is: `done` of `total`, in any unit."""

    def __call__(self, done: int, total: int, text: str = "", /) -> None:
        """Say it."""


Stopped = Callable[[], bool]
"""What work asks now and then; once it says yes, work raises `Cancelled`."""

Work = Callable[[Progress, Stopped], Result]


class Jobs(QObject):
    """Runs jobs for one window and holds its input back meanwhile.

    The project has one connection: whoever asked it during the work would wait for it anyway, with
    a window that does not even repaint.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._pool: ThreadPoolExecutor | None = None
        self._waiting = QEventLoop(self)
        self._job: _Job[Any] | None = None
        self._held = _HeldInput(window)

    @property
    def is_busy(self) -> bool:
        """Whether a job is running."""
        return self._job is not None

    def run(
        self,
        title: str,
        work: Work[Result],
        *,
        done: Callable[[Result], object],
        failed: Callable[[Refused | FileTrouble], object],
        stopped: Callable[[], object] | None = None,
        over: QWidget | None = None,
        patience: int = PATIENCE,
    ) -> None:
        """Do `work` aside; then, on this thread, call exactly one of the other three.

        A bug in the work is raised here, on the thread of the window. The box that shows work which
        takes longer than `patience` milliseconds lies over the dialog `over`, or over the window.
        """
        if self._job is not None:
            failed(Refused(self.tr("Something else is still going on; wait or cancel it.")))
            return
        job = _Job(work, done, failed, stopped)
        job.over.connect(self._finish)
        self._job = job
        self._held.hold(on=True)
        self._pool = self._pool or _one_thread()
        job.begin(self._pool, WorkDialog(title, over or self._window, patience=patience))

    def wait_for(self, title: str, work: Work[Result], *, patience: int = PATIENCE) -> Result:
        """Do `work` aside and return its result, while the window goes on being painted.

        Raises what `run` would hand to `failed`, and `Cancelled` where it was stopped.
        """
        done: list[Result] = []
        troubles: list[Refused | FileTrouble] = []
        self.run(title, work, done=done.append, failed=troubles.append, patience=patience)
        if not done and not troubles:
            self._waiting.exec()
        if troubles:
            raise troubles[0]
        if not done:
            raise Cancelled
        return done[0]

    def stop(self) -> None:
        """Ask a running job to stop, wait until it has, and call none of its callers."""
        job, self._job = self._job, None
        if job is not None:
            job.stop()
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=True)
        self._waiting.quit()
        if job is not None:
            job.put_away()
        self._held.hold(on=False)

    def _finish(self) -> None:
        job, self._job = self._job, None
        if job is None:
            return
        self._held.hold(on=False)
        job.put_away()
        self._waiting.quit()
        job.tell()


def _one_thread() -> "ThreadPoolExecutor":
    from concurrent.futures import ThreadPoolExecutor  # slow to import

    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="galley-job")


class _Job(QObject, Generic[Result]):
    """One piece of work, the box that shows it and those who wait for its end."""

    over = Signal()
    _progressed = Signal(int, str)

    def __init__(
        self,
        work: Work[Result],
        done: Callable[[Result], object],
        failed: Callable[[Refused | FileTrouble], object],
        stopped: Callable[[], object] | None,
    ) -> None:
        super().__init__()
        self._work, self._done, self._failed, self._stopped = work, done, failed, stopped
        self._stop = Event()
        self._last = (-1, "")
        self._future: Future[Result] | None = None
        self._dialog: WorkDialog | None = None
        self._progressed.connect(self._show)

    def begin(self, pool: "ThreadPoolExecutor", dialog: WorkDialog) -> None:
        self._dialog = dialog
        dialog.cancelled.connect(self.stop)
        self._future = pool.submit(self._work, self._report, self._stop.is_set)
        self._future.add_done_callback(lambda _: self.over.emit())

    def stop(self) -> None:
        self._stop.set()

    def put_away(self) -> None:
        if self._dialog is not None:
            self._dialog.finish()
            self._dialog = None
        self.deleteLater()

    def tell(self) -> None:
        assert self._future is not None  # noqa: S101 - it has ended, so it had begun
        try:
            result = self._future.result()
        except Cancelled:
            if self._stopped is not None:
                self._stopped()
        except (Refused, FileTrouble) as trouble:
            self._failed(trouble)
        else:
            self._done(result)

    def _report(self, done: int, total: int, text: str = "", /) -> None:
        """Pass progress on, from the job's thread, only where something would look different."""
        told = (min(SCALE, done * SCALE // total) if total > 0 else 0, text)
        if told != self._last:
            self._last = told
            self._progressed.emit(*told)

    def _show(self, thousandths: int, text: str) -> None:
        if self._dialog is not None:
            self._dialog.show_progress(thousandths, SCALE, text)


_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Wheel,
        QEvent.Type.ContextMenu,
        QEvent.Type.DragEnter,
        QEvent.Type.Drop,
    }
)


class _HeldInput(QObject):
    """Keeps what a person does from reaching a window, without greying it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def hold(self, *, on: bool) -> None:
        app = QCoreApplication.instance()
        if app is None:
            return
        if on:
            app.installEventFilter(self)
        else:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() in _INPUT
            and isinstance(watched, QWidget)
            and watched.window() is self._window
        ):
            event.setAccepted(event.type() == QEvent.Type.ShortcutOverride)
            return True
        return False
