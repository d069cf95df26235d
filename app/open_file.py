"""A project's file, held open: its one connection, whose turn it is, and what goes wrong there."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock, Thread, current_thread

from sqlalchemy import Connection, select
from sqlalchemy.exc import DatabaseError

from app.errors import FileTrouble, Kind
from app.store.access import Access, Footing, require_same
from app.store.engine import (
    BUSY_SECONDS,
    be_patient,
    close_engine,
    open_engine,
    reading,
    trouble_of,
)
from app.store.schema import DAMAGED
from app.store.shape import UNREADABLE, refuse_what_runs_by_itself
from app.store.tables import has_all_tables
from app.store.tables.history import identity

HURRIED_SECONDS = 0.15


class OpenFile:
    """One file that is looked at or written by one thread at a time.

    The same thread may look while it looks or writes. `access` says whether anything is written.
    """

    def __init__(self, path: Path, access: Access) -> None:
        self.path = path
        self.access = access
        self.lock = RLock()
        self.hurried: Thread | None = None
        """The thread that waits for other programs but shortly."""
        self._waits = float(BUSY_SECONDS)
        self._engine = open_engine(path, writable=not access.is_protected)
        self._footing = Footing.of(path)

    def identify(self) -> str:
        """Return the project's id; a file that has none, or several, is no whole project."""
        try:
            with self.looking() as connection:
                look = connection.exec_driver_sql
                refuse_what_runs_by_itself(self.path, lambda sql: look(sql).all())
                ids = connection.execute(select(identity.c.project)).scalars().all()
                is_whole = has_all_tables(connection)
        except (DatabaseError, UnicodeDecodeError) as error:  # or in decoding the message of one
            raise FileTrouble(self.path, *DAMAGED, kind=Kind.DAMAGED) from error
        if len(ids) != 1 or not is_whole:
            raise FileTrouble(self.path, *DAMAGED, kind=Kind.DAMAGED)
        name: str = ids[0]
        return name

    def name(self, person: str) -> None:
        """Let those who find the file held learn by whom."""
        if self.access.guard is not None:
            self.access.guard.name(person)

    def ask_to_write(self, *, anyway: bool) -> bool:
        """Try whether a file opened for reading can be written by now; tell whether it can."""
        with self.lock:
            self.require_same()
            if self.access.may_write or self.access.only_reads:
                return self.access.may_write
            was_protected = self.access.is_protected
            self.access = Access.ask(self.path, anyway=anyway)
            if self.access.may_write and was_protected:
                close_engine(self._engine)
                self._engine, self._waits = open_engine(self.path), float(BUSY_SECONDS)
            return self.access.may_write

    @property
    def is_at_work(self) -> bool:
        """Whether another thread is at it, so that whoever asks now would have to wait."""
        if not self.lock.acquire(blocking=False):
            return True
        self.lock.release()
        return False

    def require_same(self) -> None:
        """Raise `FileTrouble` where the file is no longer in its place."""
        require_same(self.path, self._footing)

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """Give the connection to read by, when it is this thread's turn."""
        with self.lock, self._honestly():
            self._wait_patiently()
            with reading(self._engine) as connection:
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give the connection in a transaction that is kept as a whole or not at all."""
        self.access.require()
        with self.lock:
            self.require_same()
            with self._honestly():
                self._wait_patiently()
                with self._engine.begin() as connection:
                    yield connection

    def close(self) -> None:
        """Let go of the file; afterwards there is exactly one."""
        with self.lock:
            close_engine(self._engine)
            self.access.let_go()

    def give_up(self) -> None:
        """Let go of a file that turned out to be no project; the access is its owner's."""
        self._engine.dispose()

    def _wait_patiently(self) -> None:
        seconds = HURRIED_SECONDS if current_thread() is self.hurried else float(BUSY_SECONDS)
        if seconds != self._waits:
            be_patient(self._engine, seconds)
            self._waits = seconds

    @contextmanager
    def _honestly(self) -> Iterator[None]:
        """Say of an error what it comes from: trouble with the file, or else a bug."""
        try:
            yield
        except UNREADABLE as error:
            trouble = trouble_of(self.path, error)
            if trouble is None and self._is_damaged():
                trouble = FileTrouble(self.path, *DAMAGED, kind=Kind.DAMAGED)
            if trouble is None:
                raise
            raise trouble from error

    def _is_damaged(self) -> bool:
        from app.queries.check import is_damaged

        with reading(self._engine) as connection:
            return is_damaged(connection)
