"""Backups: whole copies of a project that count only once they were opened again."""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from app.errors import FileTrouble

_COUNTED = ("articles", "annotations", "revisions", "steps")


def back_up(path: Path, target: Path) -> None:
    """Copy the project at `path` to `target`, check the copy and only then give it its name.

    Must not be called while an engine of this process has `path` open. What a crash left half
    written there is taken back first, as by any opening.
    """
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        discard(part)
        with (
            closing(sqlite3.connect(_uri(path, "rw"), uri=True)) as source,
            closing(sqlite3.connect(part)) as copy,
        ):
            source.backup(copy)
            expected = _counts(source)
            copy.execute("PRAGMA journal_mode=DELETE").fetchall()
        sync_file(part)
        with closing(sqlite3.connect(_uri(part, "ro"), uri=True)) as copy:
            (answer,) = copy.execute("PRAGMA quick_check(1)").fetchone()
            if answer != "ok" or _counts(copy) != expected:
                raise FileTrouble(target, "the backup could not be read back.", "Nothing was done.")
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


def _uri(path: Path, mode: str) -> str:
    return f"{path.resolve().as_uri()}?mode={mode}"


def _counts(connection: sqlite3.Connection) -> list[int]:
    return [
        connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - our names
        for table in _COUNTED
    ]
