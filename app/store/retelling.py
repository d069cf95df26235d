"""The whole history as lines of JSON, and a project made from such lines: work outlives its file.

The first line is about the file: what it is, which project, when and why it was written. Each that
follows has one key, `text`, `step` or `revision`, and under it a row of that table by its columns.
With those alone everything else can be told again, by hand if need be.
"""

import gzip
import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, cast

import msgspec
from sqlalchemy import Connection, delete, insert

from app.errors import Cancelled, FileTrouble
from app.store.backup import discard, sync_file, sync_folder
from app.store.batches import batches
from app.store.bulk import insert_rows
from app.store.engine import close_engine, open_engine
from app.store.rebuild import record_histories, rows_by_kind
from app.store.tables import KINDS
from app.store.tables.history import identity, revisions, steps
from app.store.tables.texts import texts

_QUICK = 1
"""How hard gzip tries: the least; a backup is made while somebody works."""

_PAGE = 500
_TABLES = {"text": "texts", "step": "steps", "revision": "revisions"}
_JSON = msgspec.json.Encoder()


def write_retelling(
    connection: sqlite3.Connection,
    target: Path,
    heading: Mapping[str, Any],
    *,
    stopped: Callable[[], bool],
) -> bool:
    """Write the history of a copy as gzipped lines; tell whether every text is what was received.

    The file gets its name when it is whole. Raises `OSError` where it cannot be written.
    """
    part = target.with_name(target.name + ".part")
    try:
        with gzip.open(part, "wb", compresslevel=_QUICK) as packed:
            is_whole = _write(connection, cast("BinaryIO", packed), heading, stopped)
        sync_file(part)
        part.replace(target)
        sync_folder(target.parent)
    finally:
        with suppress(OSError):  # the trouble that was met first is the one to tell
            part.unlink(missing_ok=True)
    return is_whole


def read_heading(path: Path) -> dict[str, Any]:
    """Return the first line of a retelling; empty where it cannot be read."""
    try:
        with gzip.open(path, "rb") as packed:
            line = packed.readline(64_000)
        found = msgspec.json.decode(line)
    except (OSError, EOFError, ValueError, msgspec.MsgspecError):
        return {}
    return found if isinstance(found, dict) else {}


def rebuild_from(retelling: Path, path: Path) -> None:
    """Make a project at `path`, which must not exist, from a retelling alone."""
    from app.store.migrate import create_file

    create_file(path)
    engine = open_engine(path, foreign_keys=False)
    try:
        with engine.begin() as connection:
            _tell_again(connection, retelling)
            if connection.exec_driver_sql("PRAGMA foreign_key_check").all():
                raise FileTrouble(retelling, "it does not tell a whole project.")
    except BaseException:
        close_engine(engine)
        discard(path)
        raise
    close_engine(engine)


def _write(
    connection: sqlite3.Connection,
    stream: BinaryIO,
    heading: Mapping[str, Any],
    stopped: Callable[[], bool],
) -> bool:
    is_whole = True
    stream.write(_JSON.encode(heading) + b"\n")
    for key, table in _TABLES.items():
        rows = connection.execute(f"SELECT * FROM {table} ORDER BY rowid")  # noqa: S608 - ours
        names = [column[0] for column in rows.description]
        while page := rows.fetchmany(_PAGE):
            if stopped():
                raise Cancelled
            lines = []
            for row in page:
                said = dict(zip(names, row, strict=True))
                if key == "text":
                    is_whole &= _is_as_received(said)
                lines.append(_JSON.encode({key: said}))
            stream.write(b"\n".join(lines) + b"\n")
    return is_whole


def _is_as_received(text: Mapping[str, Any]) -> bool:
    kept: str = text["text"]
    sha256: str = text["sha256"]
    return hashlib.sha256(kept.encode(errors="replace")).hexdigest() == sha256


def _tell_again(connection: Connection, retelling: Path) -> None:
    project = str(read_heading(retelling).get("project", ""))
    connection.execute(delete(identity))
    connection.execute(insert(identity).values(project=project))
    tables = {"text": texts, "step": steps, "revision": revisions}
    for key, rows in _pages(retelling):
        insert_rows(connection, tables[key], rows)
    shown = rows_by_kind(connection)
    for kind in KINDS:
        rows_of = shown[kind.name]
        names = ("id", *rows_of.names)
        places = ", ".join("?" * len(names))
        columns = ", ".join(f'"{name}"' for name in names)
        sql = f"INSERT INTO {kind.table.name} ({columns}) VALUES ({places})"  # noqa: S608
        told = (
            (history.record, *row)
            for history in record_histories(connection)
            if kind.name in history.kinds and (row := rows_of.expected(history)) is not None
        )
        for batch in batches(told):
            connection.exec_driver_sql(sql, batch)


def _pages(retelling: Path) -> Iterator[tuple[str, Iterable[dict[str, Any]]]]:
    """Yield rows, some hundred of one table at a time, in the order in which they lie."""
    decode = msgspec.json.Decoder(dict[str, dict[str, Any]]).decode
    with gzip.open(retelling, "rb") as lines:
        lines.readline()
        for batch in batches(map(decode, lines)):
            for key in _TABLES:
                if rows := [line[key] for line in batch if key in line]:
                    yield key, rows
