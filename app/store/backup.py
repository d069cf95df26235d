"""Backups: whole copies of a project that count only once they were opened again."""

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import RLock
from time import monotonic, sleep
from typing import Any

from app.errors import Cancelled, FileTrouble

_COUNTED = ("articles", "annotations", "revisions", "steps")
PAGES = 256
"""Pages that are copied at a time while the project is in use: 1 MB, some milliseconds."""

PAUSE = 0.002
"""Seconds between those, in which others come to the project."""

PATIENCE = 5.0
"""Seconds for which another program may hold the file before the backup is given up."""

_DONE = 101

Look = Callable[[sqlite3.Connection], object]
"""What reads a copy before it gets its name; it raises `FileTrouble` where that cannot be."""


class Damaged(FileTrouble):
    """A copy was made, but cannot be read back or is not what was to be copied."""


def back_up(path: Path, target: Path, *, mode: str = "rw", look: Look | None = None) -> None:
    """Copy the project at `path` to `target`, check the copy and only then give it its name.

    Must not be called while an engine of this process has `path` open. What a crash left half
    written there is taken back first, as by any opening; with the mode "ro" nothing is.
    """

    def fill(part: Path) -> list[int]:
        with (
            closing(sqlite3.connect(_uri(path, mode), uri=True)) as source,
            closing(_empty(part)) as copy,
        ):
            source.backup(copy)
            return _counts(source)

    _make(path, target, fill, look)


def back_up_open(
    source: sqlite3.Connection,
    path: Path,
    target: Path,
    *,
    lock: RLock,
    stopped: Callable[[], bool],
    look: Look | None = None,
) -> None:
    """Do the same through the one connection that owns the open project at `path`.

    A megabyte at a time: `lock` is held for that only, so that the work goes on meanwhile. What is
    written between two of them through this connection comes into the copy too. Raises `Cancelled`
    once `stopped` says yes.
    """

    def fill(part: Path) -> list[int]:
        counted: list[int] = []
        moved = monotonic()
        last = -1

        def take_turns(status: int, remaining: int, _total: int) -> None:
            nonlocal moved, last
            if status == _DONE:
                counted.extend(_counts(source))  # of the very moment that was copied
                return
            if remaining != last:
                moved, last = monotonic(), remaining
            elif monotonic() - moved > PATIENCE:
                raise FileTrouble(path, "another program is using the file.", "Nothing was done.")
            lock.release()
            try:
                sleep(PAUSE)
            finally:
                lock.acquire()
            if stopped():
                raise Cancelled

        with closing(_empty(part)) as copy, lock:
            source.backup(copy, pages=PAGES, progress=take_turns, sleep=PAUSE)
        return counted

    _make(path, target, fill, look, stopped)


@contextmanager
def looking_into(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection to a backup, or a project that is not open here, that only reads."""
    try:
        with closing(sqlite3.connect(_uri(path, "ro"), uri=True)) as connection:
            connection.execute("PRAGMA trusted_schema=OFF").fetchall()
            yield connection
    except sqlite3.Error as error:
        raise FileTrouble(path, f"it cannot be read ({error}).") from error
    except UnicodeDecodeError as error:  # the driver could not even decode its own message
        raise FileTrouble(path, "it cannot be read.") from error


def discard(path: Path) -> None:
    """Remove a database that is of no use, with the journal that a crash may have left beside it.

    A journal that stayed would be played back into the next file of that name.
    """
    path.unlink(missing_ok=True)
    path.with_name(path.name + "-journal").unlink(missing_ok=True)


def sync_file(path: Path) -> None:
    """Wait until the file's bytes are on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the folder's names are on the disk, where the system can say so."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _make(
    path: Path,
    target: Path,
    fill: Callable[[Path], list[int]],
    look: Look | None,
    stopped: Callable[[], bool] = lambda: False,
) -> None:
    """Have a copy filled, read it back, and give it its name; say in words what stands against."""
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        discard(part)
        expected = fill(part)
        sync_file(part)
        _read_back(part, target, expected)
        if look is not None:
            with looking_into(part) as copy:
                look(copy)
        if stopped():
            raise Cancelled
        part.replace(target)
        sync_folder(target.parent)
    except sqlite3.Error as error:
        raise FileTrouble(
            path, f"no backup could be made ({error}).", "Nothing was done."
        ) from error
    except OSError as error:
        raise FileTrouble(
            target, f"no backup can be written ({error.strerror}).", "Nothing was done."
        ) from error
    finally:
        with suppress(OSError):  # the trouble that was met first is the one to tell
            discard(part)


def _read_back(part: Path, target: Path, expected: Sequence[int]) -> None:
    """Open the copy, ask SQLite whether it is sound, and count."""
    try:
        with closing(sqlite3.connect(_uri(part, "ro"), uri=True)) as copy:
            (answer,) = copy.execute("PRAGMA quick_check(1)").fetchone()
            is_whole = answer == "ok" and _counts(copy) == list(expected)
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        is_whole = False
    if not is_whole:
        raise Damaged(target, "the backup could not be read back.", "Nothing was done.")


def _empty(part: Path) -> sqlite3.Connection:
    """Open a new file to copy into; it needs no journal, as it counts only when it is whole."""
    copy = sqlite3.connect(part, isolation_level=None)
    for setting in ("journal_mode=OFF", "synchronous=OFF"):
        copy.execute(f"PRAGMA {setting}").fetchall()
    return copy


def _uri(path: Path, mode: str) -> str:
    return f"{path.resolve().as_uri()}?mode={mode}"


def _counts(connection: sqlite3.Connection) -> list[int]:
    def count(table: str) -> Any:
        return connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608

    return [count(table) for table in _COUNTED]
