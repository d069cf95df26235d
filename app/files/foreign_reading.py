"""Reading a project file that may be hostile, in a process of its own that can be ended at will.

`python -m app.files.foreign_reading` takes requests as lines of JSON and answers each with a line.
It imports neither Qt nor SQLAlchemy: the less there is, the less can be led astray. What it finds
in order it writes as lines of JSON, which its parent checks again.
"""

import contextlib
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from itertools import repeat
from pathlib import Path
from time import monotonic
from typing import Any
from urllib.parse import quote

import msgspec

from app.domain.seal import Digest
from app.store.structure import Structure, difference, structure_of

MEMORY = 2_000_000_000
"""Bytes that this process may take, where the system can hold it to that."""

STEP_SECONDS = 3.0
"""How long SQLite may take from one batch of rows to the next."""

MOST_TEXTS = 200_000
MOST_REVISIONS = 5_000_000
_LONGEST_VALUE = 20_000_000
_OFTEN = 1_000
_ESCAPED_NUL = rb"\u0000"

_DAMAGED = "the file is damaged."
_ASK_AGAIN = "Ask for it to be sent again."

_LIMITS = {
    "LENGTH": _LONGEST_VALUE,
    "SQL_LENGTH": 100_000,
    "COLUMN": 100,
    "EXPR_DEPTH": 50,
    "VDBE_OP": 250_000,
    "ATTACHED": 0,
    "TRIGGER_DEPTH": 1,
}
_CONFIGURATION = {
    "DEFENSIVE": True,
    "TRUSTED_SCHEMA": False,
    "ENABLE_TRIGGER": False,
    "ENABLE_VIEW": False,
    "ENABLE_FTS3_TOKENIZER": False,
}
_SETTINGS = ("trusted_schema=OFF", "query_only=ON", "cell_size_check=ON", "mmap_size=0")

_ONE_ROW = {
    "identity": ("project",),
    "seat": ("annotator",),
    "seal": ("digest", "annotator", "way", "at"),
}
_TEXTS = {"sha256": str, "text": str}
_REVISIONS = {
    "record": str,
    "id": str,
    "kind": str,
    "parents": str,
    "person": str | None,
    "seq": int,
    "deleted": int,
    "body": str,
}
"""The columns that are read, the first of which say in which order."""


class Request(msgspec.Struct):
    """What is to be read: a private copy, how it must be made, and where its rows are to go.

    Without `texts` and `revisions` it is only looked at. `seconds` is how long all of it may take.
    """

    path: str
    structure: Structure
    seconds: float
    texts: str = ""
    revisions: str = ""


class Answer(msgspec.Struct):
    """What was found: what is wrong, and what to do; or whose file it is and how much it holds."""

    problem: str = ""
    advice: str = ""
    project: str = ""
    seat: str = ""
    seal: list[str] = msgspec.field(default_factory=list)
    texts: int = 0
    revisions: int = 0
    digest: str = ""


class Unsound(Exception):  # noqa: N818
    """The file is not what it must be; the message is a clause that says why."""


def answer(request: Request) -> Answer:
    """Read a file; whatever is in it, the answer tells."""
    try:
        with contextlib.closing(_Reading(request)) as reading:
            return reading.answer()
    except Unsound as reason:
        return Answer(problem=f"{reason}.", advice="It was not received; ask where it came from.")
    except MemoryError:
        return Answer(problem="it takes too much memory to read.", advice=_ASK_AGAIN)
    except (sqlite3.Error, UnicodeDecodeError, OverflowError, ValueError):
        return Answer(problem=_DAMAGED, advice=_ASK_AGAIN)


class _Reading:
    """One file being read, within limits of length, depth and time."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._end = monotonic() + request.seconds
        self._until = self._end
        where = f"file:{quote(request.path)}?mode=ro&immutable=1"
        self._connection = sqlite3.connect(where, uri=True, isolation_level=None)
        for name, value in _LIMITS.items():
            self._connection.setlimit(getattr(sqlite3, f"SQLITE_LIMIT_{name}"), value)
        if sys.version_info >= (3, 12):
            for name, is_on in _CONFIGURATION.items():
                self._connection.setconfig(getattr(sqlite3, f"SQLITE_DBCONFIG_{name}"), is_on)
        self._connection.set_progress_handler(lambda: monotonic() > self._until, _OFTEN)
        self._connection.text_factory = bytes
        for setting in _SETTINGS:
            self._connection.execute(f"PRAGMA {setting}").fetchall()

    def close(self) -> None:
        self._connection.close()

    def answer(self) -> Answer:
        told = difference(structure_of(self._connection), self._request.structure)
        if told:
            raise Unsound(told)
        if self._connection.execute("PRAGMA quick_check(1)").fetchall() != [(b"ok",)]:
            raise Unsound("the file is damaged")
        self._connection.text_factory = str  # which is UTF-8, or an error
        found = Answer()
        if not self._request.revisions:
            return found
        (project,) = self._only("identity") or ("",)
        found.project = project
        found.seat = (self._only("seat") or ("",))[0]
        found.seal = list(self._only("seal"))
        found.texts = self._write("texts", 1, _TEXTS, self._request.texts, MOST_TEXTS)
        found.revisions = self._write(
            "revisions", 2, _REVISIONS, self._request.revisions, MOST_REVISIONS
        )
        found.digest = self._digest()
        return found

    def _only(self, table: str) -> tuple[str, ...]:
        """Return the one row of a table that has one at most."""
        names = ", ".join(_ONE_ROW[table])
        rows = self._connection.execute(f"SELECT {names} FROM {table} LIMIT 2").fetchall()  # noqa: S608
        if len(rows) > 1:
            raise Unsound(f"it says twice what its {table} is")
        if not rows:
            return ()
        _require_types(tuple(map(type, rows[0])), repeat(str), table)
        _require_no_nul(rows[0], table)
        return tuple(rows[0])

    def _write(
        self, table: str, ordering: int, columns: dict[str, Any], target: str, most: int
    ) -> int:
        """Write a table's rows in order of their first columns; return how many."""
        (total,) = self._only_row(f"SELECT count(*) FROM {table} NOT INDEXED")  # noqa: S608
        if total > most:
            raise Unsound(f"it holds more than {most:,} {table}")
        indexed = f"SELECT count(*) FROM {table} INDEXED BY sqlite_autoindex_{table}_1"  # noqa: S608
        if self._only_row(indexed) != (total,):  # an index that leaves some out
            raise Unsound("the file is damaged")
        encode, shaped = msgspec.json.Encoder().encode, _SHAPED[table]
        with Path(target).open("wb") as out:
            for values in self._in_order(table, ordering, columns):
                line = encode(shaped(*values))
                if _ESCAPED_NUL in line:  # which may be somebody's own six characters
                    _require_no_nul(values, table)
                out.write(line + b"\n")
        return int(total)

    def _digest(self) -> str:
        """Return what stands for the names of all revisions."""
        names = Digest()
        for (name,) in self._in_order("revisions", 1, {"id": str}):
            names.add(name)
        return names.hexdigest()

    def _in_order(
        self, table: str, ordering: int, columns: dict[str, Any]
    ) -> Iterator[tuple[Any, ...]]:
        """Yield a table's rows in order of their first columns, no two of which are the same.

        Indexes are left out of it: what they say may be something else than what the table says.
        """
        order = ", ".join([*columns][:ordering])
        query = f"SELECT {', '.join(columns)} FROM {table} NOT INDEXED ORDER BY {order}"  # noqa: S608
        fitting: set[tuple[type, ...]] = set()
        last = None
        for row in self._rows(query):
            types = tuple(map(type, row))
            if types not in fitting:
                _require_types(types, columns.values(), table)
                fitting.add(types)
            if last is not None and row[:ordering] <= last:
                raise Unsound("the file is damaged")
            last = row[:ordering]
            yield row

    def _only_row(self, query: str) -> tuple[Any, ...]:
        row: tuple[Any, ...] = self._connection.execute(query).fetchone()
        return row

    def _rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        """Yield rows, each batch of them within the time that a step may take.

        Before the first of them all are put in order, for which there is as much time as for all.
        """
        for number, row in enumerate(self._connection.execute(query)):
            if number % _OFTEN == 0:
                self._until = min(self._end, monotonic() + STEP_SECONDS)
            yield row
        self._until = self._end


def _require_types(types: Iterable[type], allowed: Iterable[Any], table: str) -> None:
    """Let no value be of another type than its column's."""
    if not all(map(issubclass, types, allowed)):
        raise Unsound(f"a value among its {table} is of another type")


def _require_no_nul(values: Iterable[Any], table: str) -> None:
    if any(isinstance(value, str) and "\0" in value for value in values):
        raise Unsound(f"a text among its {table} holds a NUL")


def _as_named(record: str, name: str, kind: str, parents: str, *rest: Any) -> tuple[Any, ...]:
    """Return a row of the history as `app.store.union.Named` is written."""
    person, seq, deleted, body = rest
    return name, (record, kind, parents.split(), person, seq, bool(deleted), body)


def _as_it_is(*values: Any) -> tuple[Any, ...]:
    return values


_SHAPED = {"texts": _as_it_is, "revisions": _as_named}


def _limit_memory() -> None:
    """Take no more memory than a sound file needs, where the system can see to that."""
    try:
        import resource
    except ImportError:  # Windows: the time limit stays
        return
    with contextlib.suppress(ValueError, OSError):  # macOS knows the limit and refuses it
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def main() -> None:
    """Answer requests until there are no more."""
    _limit_memory()
    decoder, encoder = msgspec.json.Decoder(Request), msgspec.json.Encoder()
    for line in sys.stdin.buffer:
        sys.stdout.buffer.write(encoder.encode(answer(decoder.decode(line))) + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
