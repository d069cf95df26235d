"""The one connection that owns a project file, and the settings that keep it whole."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import QueuePool

from app.errors import FileTrouble, Kind
from app.store.schema import DAMAGED

BUSY_SECONDS = 3

_SETTINGS = {
    "busy_timeout": (BUSY_SECONDS * 1000, BUSY_SECONDS * 1000),
    "journal_mode": ("TRUNCATE", "truncate"),
    "synchronous": ("FULL", 2),
    "foreign_keys": ("ON", 1),
    "trusted_schema": ("OFF", 0),
    "cell_size_check": ("ON", 1),
    "temp_store": ("MEMORY", 2),
    "cache_size": (-32_000, -32_000),
}
"""Each pragma with the value to set and the one it must read back as.

A rollback journal keeps the file on disk whole after every act, so that a plain copy of it is
complete; TRUNCATE with FULL lost nothing in simulated power cuts.
"""


def open_engine(path: Path, *, foreign_keys: bool = True, writable: bool = True) -> Engine:
    """Return an engine whose single connection owns the project at `path`.

    `foreign_keys=False` is for upgrades only: with them on, rewriting a parent table deletes its
    children. `writable=False` leaves every byte as it is, also where a crash left work to finish.
    """
    engine = create_engine(
        _url(path, writable=writable),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        connect_args={"check_same_thread": False, "timeout": BUSY_SECONDS},
    )

    @event.listens_for(engine, "connect")
    def settle(connection: DBAPIConnection, _record: object) -> None:
        driver: Any = connection
        driver.isolation_level = None  # the driver sends no BEGIN of its own: ours is IMMEDIATE
        for name, (value, expected) in _SETTINGS.items():
            if name == "foreign_keys" and not foreign_keys:
                value, expected = "OFF", 0
            driver.execute(f"PRAGMA {name}={value}").fetchall()
            (found,) = driver.execute(f"PRAGMA {name}").fetchone()
            if found != expected:
                raise FileTrouble(path, f"the setting {name} could not be made ({found}).")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        kind = connection.get_execution_options().get("galley_begin", "IMMEDIATE")
        connection.exec_driver_sql(f"BEGIN {kind}")

    return engine


def _url(path: Path, *, writable: bool) -> URL:
    if writable:
        return URL.create("sqlite", database=str(path.absolute()))  # a name may hold ? and %
    named = f"file:{quote(str(path.absolute()))}"
    return URL.create("sqlite", database=named, query={"mode": "ro", "uri": "true"})


def be_patient(engine: Engine, seconds: float) -> None:
    """Wait up to this long from now on, where another program is using the file."""
    with closing(engine.raw_connection()) as connection:
        driver: Any = connection.driver_connection
        driver.execute(f"PRAGMA busy_timeout={int(seconds * 1000)}").fetchall()


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Give a connection that only looks: it takes no write lock and leaves the file as it is."""
    with engine.connect() as connection:
        connection = connection.execution_options(galley_begin="DEFERRED")
        with connection.begin() as transaction:
            yield connection
            transaction.rollback()


def close_engine(engine: Engine) -> None:
    """Let go of the file and leave exactly one: SQLite's emptied journal goes too.

    What was let go, or never opened, stays so.
    """
    if not isinstance(engine.pool, QueuePool) or not engine.pool.checkedin():
        return
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)  # noqa: S101 - the driver of this engine
        # a file that was moved or write-protected meanwhile still has to be let go
        with suppress(sqlite3.OperationalError):
            driver.execute("PRAGMA journal_mode=DELETE").fetchall()
    engine.dispose()


_BUSY = ("another program is using the file.", "Close it there and try again.", Kind.BUSY)
_SENTENCES = {
    "SQLITE_BUSY": _BUSY,
    "SQLITE_LOCKED": _BUSY,
    "SQLITE_FULL": (
        "the disk is full; this was not saved.",
        "Free some space and try again.",
        Kind.FULL,
    ),
    "SQLITE_IOERR": (
        "the disk could not be written or read.",
        "Check it and try again.",
        Kind.DISK,
    ),
    "SQLITE_READONLY_DBMOVED": (
        "the file was moved, renamed or deleted while it was open.",
        "Put it back, or close it and open it where it is now.",
        Kind.MOVED,
    ),
    "SQLITE_READONLY_ROLLBACK": (
        "it was not closed properly, and cannot be put right where it may not be written.",
        "Copy it to another folder, together with the file ending in -journal beside it.",
        Kind.PROTECTED,
    ),
    "SQLITE_READONLY": (
        "the file is write-protected.",
        "Allow writing, or work on a copy.",
        Kind.PROTECTED,
    ),
    "SQLITE_CANTOPEN": (
        "the file cannot be opened.",
        "Check that you may use it and its folder.",
        Kind.PROTECTED,
    ),
    "SQLITE_CORRUPT": (*DAMAGED, Kind.DAMAGED),
    "SQLITE_NOTADB": (
        "this is not a Galley project.",
        "Choose a file that ends in .galley.",
        Kind.DAMAGED,
    ),
}


def trouble_of(path: Path, error: Exception) -> FileTrouble | None:
    """Return the sentence for an error that a person can mend; None where it is a bug of ours."""
    cause = error.orig if isinstance(error, DatabaseError) else error
    name = getattr(cause, "sqlite_errorname", None) or ""
    while name:
        if name in _SENTENCES:
            problem, advice, kind = _SENTENCES[name]
            return FileTrouble(path, problem, advice, kind=kind)
        name = name.rpartition("_")[0]
    return None
