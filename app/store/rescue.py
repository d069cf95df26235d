"""Copies made through the connection that is open, whatever has become of the file's name.

The path is never opened for it: at that name may lie another file, and closing a second handle on
the same file would drop the locks of the first (https://www.sqlite.org/howtocorrupt.html, 2.2).
"""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy import Connection

from app.errors import FileTrouble
from app.store.backup import discard, sync_file, sync_folder
from app.store.engine import trouble_of

_COUNTED = ("articles", "annotations", "revisions", "steps")


def copy_open(connection: Connection, target: Path) -> None:
    """Copy all that the open project holds to `target`, which is there whole or not at all."""
    source = connection.connection.driver_connection
    assert isinstance(source, sqlite3.Connection)  # noqa: S101 - the driver of our engine
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        discard(part)
        with closing(sqlite3.connect(part)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE").fetchall()
        sync_file(part)
        with closing(sqlite3.connect(f"{part.resolve().as_uri()}?mode=ro", uri=True)) as copy:
            (answer,) = copy.execute("PRAGMA quick_check(1)").fetchone()
            if answer != "ok" or _counts(copy) != _counts(source):
                raise FileTrouble(target, "the copy could not be read back.", "Try another place.")
        part.replace(target)
        sync_folder(target.parent)
    except sqlite3.Error as error:
        trouble = trouble_of(target, error)
        raise trouble or FileTrouble(target, f"no copy can be made ({error}).") from error
    except OSError as error:
        raise FileTrouble(target, f"no copy can be written ({error.strerror}).") from error
    finally:
        with suppress(OSError):  # the trouble that was met first is the one to tell
            discard(part)


def free_name(folder: Path, stem: str, ending: str) -> Path:
    """Return a path in `folder` that no file has: the plain name, or else a numbered one."""
    free, number = folder / f"{stem}{ending}", 1
    while free.exists():
        number += 1
        free = folder / f"{stem}-{number}{ending}"
    return free


def _counts(connection: sqlite3.Connection) -> list[int]:
    return [
        connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - our names
        for table in _COUNTED
    ]
