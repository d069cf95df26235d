"""Child processes that are heard until they are killed."""

from collections.abc import Callable
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from time import monotonic
from typing import Any

_HOW = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
_CONTEXT: Any = get_context(_HOW)
if _HOW == "forkserver":  # what is slow to import is imported once, and no engine is open there
    _CONTEXT.set_forkserver_preload(["tests.drill.acting", "tests.drill.judging"])

BUG = "bug"
"""What a child says that fails with an exception nobody expects."""

PATIENCE = 120.0
"""Seconds after which a child that should have ended has not."""


class Child:
    """A process that runs `work(say, *facts)`; what it says is kept in `heard`."""

    def __init__(self, work: Callable[..., None], *facts: object) -> None:
        self.heard: list[Any] = []
        self._ear, mouth = _CONTEXT.Pipe(duplex=False)
        self.process = _CONTEXT.Process(target=_run, args=(mouth, work, facts), daemon=True)
        self.process.start()
        mouth.close()

    def hear_for(self, seconds: float) -> bool:
        """Listen for that long; False as soon as the child has ended."""
        until = monotonic() + seconds
        while (left := until - monotonic()) > 0:
            if self._ear.poll(left) and not self._hear():
                return False
        return True

    def hear_until(self, word: str, seconds: float = PATIENCE) -> bool:
        """Listen until the child has said something that begins with `word`."""
        until = monotonic() + seconds
        while not self.has_said(word):
            if not self._ear.poll(max(0.0, until - monotonic())) or not self._hear():
                return False
        return True

    def has_said(self, word: str) -> bool:
        """Tell whether one of the things it said begins with `word`."""
        return any(said[0] == word for said in self.heard)

    def heard_of(self, word: str) -> list[Any]:
        """Return the things it said that begin with `word`."""
        return [said for said in self.heard if said[0] == word]

    def kill(self) -> None:
        """End the process without warning, and take in what it had said until then."""
        self.process.kill()
        while self._hear():
            pass
        self.let_go()

    def end(self) -> None:
        """Listen to the end."""
        while self._ear.poll(PATIENCE) and self._hear():
            pass
        self.process.kill()
        self.let_go()

    def let_go(self) -> None:
        """Wait for the process, and close what it leaves."""
        self.process.join()
        self._ear.close()

    def _hear(self) -> bool:
        try:
            self.heard.append(self._ear.recv())
        except (EOFError, ConnectionResetError):
            return False
        return True


def _run(mouth: Connection, work: Callable[..., None], facts: tuple[object, ...]) -> None:
    with mouth:
        try:
            work(mouth.send, *facts)
        except BaseException as error:
            mouth.send((BUG, f"{type(error).__name__}: {str(error)[:300]}"))
            raise
