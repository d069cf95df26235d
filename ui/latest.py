"""Work aside of which only the latest counts, as in a search while somebody types on."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from app.errors import Cancelled, FileTrouble, Refused

Tell = Callable[[Any], None]
"""What work calls to say something before it is over."""

Stopped = Callable[[], bool]
"""What work asks now and then; once it says yes, work raises `Cancelled`."""


class Latest(QObject):
    """Does one piece of work at a time; the next one stops the one before, which tells nothing.

    Nobody waits for it and nothing is held back: for work that must be waited for there is `Jobs`.
    """

    _said = Signal(object, object)
    _ended = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="galley-latest")
        self._piece: _Piece | None = None
        self._said.connect(self._pass_on)
        # queued: what is over before anybody asks would come ahead of what it said on its way
        self._ended.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether there is work that counts."""
        return self._piece is not None

    def run(
        self,
        work: Callable[[Tell, Stopped], Any],
        *,
        done: Callable[[Any], object],
        failed: Callable[[Refused | FileTrouble], object],
        told: Callable[[Any], object] | None = None,
    ) -> None:
        """Do `work` aside; on this thread `told` hears what it says, then `done` its result.

        What was still going on is given up.
        """
        self.give_up()
        piece = _Piece(done, failed, told)
        self._piece = piece
        piece.future = self._pool.submit(
            work, lambda what: self._said.emit(piece, what), piece.stop.is_set
        )
        piece.future.add_done_callback(lambda _: self._ended.emit(piece))

    def give_up(self) -> None:
        """Let nothing come of what is going on."""
        piece, self._piece = self._piece, None
        if piece is not None:
            piece.stop.set()
            if piece.future is not None:
                piece.future.cancel()

    def close(self) -> None:
        """Give up, and wait until nothing goes on any more."""
        self.give_up()
        self._pool.shutdown(wait=True)

    def _pass_on(self, piece: "_Piece", what: object) -> None:
        if piece is self._piece and piece.told is not None:
            piece.told(what)

    def _finish(self, piece: "_Piece") -> None:
        if piece is not self._piece or piece.future is None:
            return
        self._piece = None
        try:
            result = piece.future.result()
        except Cancelled:
            return
        except (Refused, FileTrouble) as trouble:
            piece.failed(trouble)
        else:
            piece.done(result)


class _Piece:
    """One piece of work, and who waits for it."""

    def __init__(
        self,
        done: Callable[[Any], object],
        failed: Callable[[Refused | FileTrouble], object],
        told: Callable[[Any], object] | None,
    ) -> None:
        self.done, self.failed, self.told = done, failed, told
        self.stop = Event()
        self.future: Future[Any] | None = None
