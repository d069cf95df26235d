"""Is the project whole: its file, its texts, every quote, and the tables against the history?"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import DBAPIError, NoResultFound

from app.store.batches import batches
from app.store.rebuild import RecordHistory, Rows, record_histories, rows_by_kind
from app.store.settling import is_contested
from app.store.shape import UNREADABLE
from app.store.tables.annotations import annotations
from app.store.tables.history import apart, identity, revisions, steps
from app.store.tables.texts import texts

Progress = Callable[[int, int], None]
"""Told how many of how many rows have been looked at."""

_TOLD_OF_EACH = 100
_PAGE = 1000
_UNREADABLE = "it cannot be read in full"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as Galley left it: where, and what is wrong, in a clause."""

    where: str
    problem: str

    def __str__(self) -> str:
        return f"{self.where}: {self.problem}."


class _Ticker:
    """Tells of progress, a page at a time."""

    def __init__(self, connection: Connection, progress: Progress | None) -> None:
        self._progress = progress
        self._done = 0
        self._total = 0
        if progress is not None:
            for table in (texts, revisions, annotations):
                query = select(func.count()).select_from(table)
                self._total += connection.execute(query).scalar_one()

    def add(self, rows: int) -> None:
        if self._progress is not None:
            before, self._done = self._done, self._done + rows
            if before // _PAGE != self._done // _PAGE or self._done == self._total:
                self._progress(min(self._done, self._total), self._total)


def check(connection: Connection, *, progress: Progress | None = None) -> Iterator[Finding]:
    """Yield everything that is wrong with the project; nothing where it is whole.

    To be used up within one question. Reads a page at a time, so memory stays flat. What cannot be
    read because the file is damaged is a finding too.
    """
    ticker: list[_Ticker] = []

    def tick(rows: int) -> None:
        if not ticker:
            ticker.append(_Ticker(connection, progress))
        ticker[0].add(rows)

    for part in (_file, _references, _identity, _texts, _articles, _steps, _history, _strangers):
        try:
            yield from part(connection, tick)
        except (DBAPIError, NoResultFound) as error:
            reason = error.orig if isinstance(error, DBAPIError) else error
            yield Finding("the file", f"{_UNREADABLE} ({reason})")
        except UNREADABLE:  # the driver could not even decode its own message, or a value is none
            yield Finding("the file", _UNREADABLE)


def is_damaged(connection: Connection) -> bool:
    """Tell whether anything is wrong with the project; stops at the first finding."""
    return next(check(connection), None) is not None


_Tick = Callable[[int], None]


def _file(connection: Connection, _tick: _Tick) -> Iterator[Finding]:
    """SQLite's own check of its pages, indexes and constraints."""
    for (answer,) in connection.exec_driver_sql(f"PRAGMA integrity_check({_TOLD_OF_EACH})"):
        if answer != "ok":
            yield Finding("the file", f"SQLite finds it damaged: {answer}")


def _references(connection: Connection, _tick: _Tick) -> Iterator[Finding]:
    """Rows that name another row which is not there."""
    found = connection.exec_driver_sql("PRAGMA foreign_key_check")
    for table, row, parent, _ in found.fetchmany(_TOLD_OF_EACH):
        yield Finding(f"{table}, row {row}", f"it refers to something that is not in {parent}")
    found.close()


def _identity(connection: Connection, _tick: _Tick) -> Iterator[Finding]:
    count = connection.execute(select(func.count()).select_from(identity)).scalar_one()
    if count != 1:
        yield Finding("the project", f"it has {count} ids instead of one")


def _texts(connection: Connection, tick: _Tick) -> Iterator[Finding]:
    """Every text against the hash that is its key."""
    rows = connection.execute(
        text("SELECT sha256, CAST(coalesce(text, '') AS BLOB) FROM texts").execution_options(
            yield_per=1
        )
    )
    for sha256, kept in rows:
        tick(1)
        if hashlib.sha256(kept).hexdigest() != sha256:
            yield Finding(f"text {sha256}", "it is not the text that was received")


def _articles(connection: Connection, tick: _Tick) -> Iterator[Finding]:
    """Every article's length, and every annotation's spans and quote in its article's text."""
    rows = connection.execute(
        text(
            "SELECT articles.id, title, characters, CAST(coalesce(text, '') AS BLOB) FROM articles"
            " JOIN texts ON texts.sha256 = articles.sha256 ORDER BY articles.id"
        ).execution_options(yield_per=1)
    )
    for article, title, characters, kept in rows:
        words = kept.decode(errors="replace")
        if len(words) != characters:
            problem = f"it has {len(words)} characters, not {characters}"
            yield Finding(f"article {article} “{title}”", problem)
        standing = connection.execute(
            text(
                'SELECT id, start, "end", fragments, quote FROM annotations WHERE article = :here'
            ),
            {"here": article},
        )
        for name, start, end, fragments, quote in standing:
            tick(1)
            if problem := _misplaced(words, start, end, fragments, quote):
                yield Finding(f"annotation {name} in “{title}”", problem)


def _misplaced(words: str, start: Any, end: Any, fragments: Any, quote: Any) -> str:
    """Return what is wrong with where an annotation stands, or an empty string."""
    try:
        pieces = json.loads(fragments) if fragments is not None else [[start, end]]
        in_order = all(first < last for first, last in pieces) and all(
            before[1] < after[0] for before, after in pairwise(pieces)
        )
        if not in_order or (pieces[0][0], pieces[-1][1]) != (start, end):
            return f"its spans {pieces} are not in order from {start} to {end}"
        if not 0 <= start < end <= len(words):
            return f"its span {start}–{end} is not within the text, which has {len(words)}"
    except (ValueError, TypeError, LookupError):
        return f"its spans cannot be read ({fragments})"
    if words[start:end] != quote:
        return f"its quote is not what stands at {start}–{end}"
    return ""


_STEPS = {
    "it wrote nothing": (
        "kind IN ('do', 'found') AND NOT EXISTS (SELECT 1 FROM revisions WHERE step = steps.number)"
    ),
    "it reverses nothing": "kind IN ('undo', 'redo') AND reverses IS NULL",
    "it is no undo or redo, yet it reverses another": (
        "kind IN ('do', 'found') AND reverses IS NOT NULL"
    ),
    "what it reverses is not an earlier act": (
        "reverses IS NOT NULL AND NOT EXISTS (SELECT 1 FROM steps AS earlier"
        " WHERE earlier.number = steps.reverses AND earlier.kind IN ('do', 'merge')"
        " AND earlier.number < steps.number)"
    ),
    "somebody else, or another moment, wrote its revisions": (
        "kind <> 'merge' AND EXISTS (SELECT 1 FROM revisions WHERE step = steps.number"
        " AND (revisions.seq <> steps.seq OR revisions.person IS NOT steps.person))"
    ),
}


def _steps(connection: Connection, _tick: _Tick) -> Iterator[Finding]:
    """Steps against each other and against the revisions they wrote; every word can be read."""
    for page in connection.execute(text("SELECT title, person, at FROM steps")).partitions(_PAGE):
        del page
    for problem, where in _STEPS.items():
        found = connection.execute(text(f"SELECT number FROM steps WHERE {where}"))  # noqa: S608
        for number in found.scalars():
            yield Finding(f"step {number}", problem)


def _history(connection: Connection, tick: _Tick) -> Iterator[Finding]:
    """Every revision against its id, and what the history tells against the tables."""
    rows = rows_by_kind(connection)
    waiting = _standing_apart(connection)
    for page in batches(record_histories(connection)):
        known: dict[str, list[RecordHistory]] = {name: [] for name in rows}
        for history in page:
            tick(len(history.revisions) + history.unreadable)
            yield from _revisions(connection, history)
            kinds = history.kinds
            if not kinds:
                continue
            if len(kinds) == 1 and kinds <= known.keys():
                known[kinds.pop()].append(history)
            else:
                yield Finding(
                    f"record {history.record}", f"its kind is not known: {', '.join(sorted(kinds))}"
                )
        for name, histories in known.items():
            yield from _rows(connection, rows[name], histories, waiting)


def _revisions(connection: Connection, history: RecordHistory) -> Iterator[Finding]:
    if history.unreadable:
        yield Finding(f"record {history.record}", "a part of its history cannot be read")
    for name, revision in history.revisions.items():
        if revision.id != name:
            yield Finding(f"revision {name}", "it is not what was written under this id")
        for parent in revision.parents:
            if parent not in history.revisions and not _came_by_merge(connection, name):
                yield Finding(f"revision {name}", f"it follows {parent}, which is missing")


def _came_by_merge(connection: Connection, revision: str) -> bool:
    """Tell whether another copy brought it, which may have lacked, or spoilt, what it follows."""
    query = (
        select(steps.c.kind)
        .join(revisions, revisions.c.step == steps.c.number)
        .where(revisions.c.id == revision)
    )
    return connection.execute(query).scalar() == "merge"


def _standing_apart(connection: Connection) -> dict[str, set[str]]:
    """Return the records that wait for a decision, each with the reasons."""
    result: dict[str, set[str]] = {}
    for record, why in connection.execute(select(apart.c.record, apart.c.why)):
        result.setdefault(record, set()).add(why)
    return result


def _rows(
    connection: Connection,
    rows: Rows,
    histories: list[RecordHistory],
    waiting: Mapping[str, set[str]],
) -> Iterator[Finding]:
    """The rows of one kind against what the history tells."""
    found = rows.found(connection, [history.record for history in histories])
    for history in histories:
        where = f"{rows.kind.name} {history.record}"
        row = found.get(history.record)
        why = waiting.get(history.record, set())
        if is_contested(history.revisions) is not ("contested" in why):
            yield Finding(where, "its newest states differ, or not, other than is told")
        if why & {"homeless", "misplaced"}:
            if row is not None:
                yield Finding(where, "it waits to be placed, yet it is there")
            continue
        try:
            expected = rows.expected(history, revived="revived" in why)
        except (ValueError, msgspec.MsgspecError):
            yield Finding(where, "what the history tells of it cannot be read")
            continue
        if expected is None and row is not None:
            yield Finding(where, "it was deleted, yet it is there")
        elif expected is not None and row is None:
            yield Finding(where, "it is in the history, yet it is not there")
        elif expected is not None and row is not None and row != expected:
            pairs = zip(rows.names, row, expected, strict=True)
            names = ", ".join(name for name, here, there in pairs if here != there)
            yield Finding(where, f"it is not as the history tells ({names})")


def _strangers(connection: Connection, _tick: _Tick) -> Iterator[Finding]:
    """Rows that the history knows nothing of."""
    for name, rows in rows_by_kind(connection).items():
        column = rows.kind.table.c.id
        known = select(revisions.c.record).where(revisions.c.record == column)
        for record in connection.execute(select(column).where(~known.exists())).scalars():
            yield Finding(f"{name} {record}", "it is there, yet the history knows nothing of it")
