"""Bringing the tables into line with a history that came together from several copies.

What the tables show is a function of the set of revisions alone, so that copies which know the same
show the same. A record shows its newest living state (`visible`). Three rules besides:

* What somebody's work refers to is shown even where it was deleted, in its last living state
  (*revived*): a change beats a deletion until someone decides.
* Work that refers to what is nowhere is kept in the history, and not shown (*homeless*).
* An annotation whose words are not what stands in its article is kept and not shown (*misplaced*).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, bindparam, delete, exists, select

from app.store.batches import LARGE_BATCH, among, batches, bound
from app.store.bulk import fetch_rows, insert_rows
from app.store.revision import (
    Revision,
    fingerprint_of,
    heads,
    last_living,
    parse_body,
    visible,
)
from app.store.tables import KIND_NAMED, KINDS, Kind
from app.store.tables.annotations import annotations
from app.store.tables.history import apart, revisions
from app.store.texts import TextShelf
from app.store.wording import misplaced

Histories = Mapping[str, Mapping[str, Revision]]

BASES: Mapping[str, str] = {"article": "article", "annotator": "annotator", "label": "label"}
"""Each field that names another record, with the kind of what it names."""


_COLUMNS = ("record", "id", "kind", "parents", "person", "seq", "deleted", "body")
_STATES = select(*(revisions.c[name] for name in _COLUMNS)).where(among(revisions.c.record))
_OF_STEP = select(revisions.c.record, revisions.c.kind).filter_by(step=bindparam("step")).distinct()
_STANDING_ON = select(annotations.c.id).where(among(annotations.c.article))

_Shown = tuple[str, str]
"""The name of the revision that a record shows, and its body."""


def stands_apart(connection: Connection) -> bool:
    """Tell whether any record waits for a decision or for what it refers to."""
    return connection.execute(select(apart.c.record).limit(1)).first() is not None


def is_any_contested(connection: Connection, records: Iterable[str]) -> bool:
    """Tell whether any of these records was, when last settled, one whose states differ."""
    waiting = set(connection.execute(select(apart.c.record).filter_by(why="contested")).scalars())
    return not waiting.isdisjoint(records)


def settle_tables(connection: Connection, shelf: TextShelf, records: Mapping[str, str]) -> None:
    """Make the rows of these records, and of all that stand apart, what the history tells.

    The records come with their kinds, as `records_of_step` gives them.
    """
    _Settling(connection, shelf).settle(dict(records))


class _Settling:
    """One bringing into line: bases first, then what refers to them, then what nobody needs."""

    def __init__(self, connection: Connection, shelf: TextShelf) -> None:
        self._connection = connection
        self._shelf = shelf
        self._reasons: list[dict[str, str]] = []
        self._revive: dict[str, set[str]] = {name: set() for name in BASES.values()}
        self._shown_bases: dict[str, set[str]] = {name: set() for name in BASES.values()}

    def settle(self, records: dict[str, str]) -> None:
        """Bring records into line, each given with its kind."""
        records |= dict(fetch_rows(self._connection, select(apart.c.record, apart.c.kind)))
        self._connection.execute(delete(apart))
        moved = [record for record, kind in records.items() if kind == "article"]
        records |= dict.fromkeys(self._standing_on(moved), "annotation")
        by_kind: dict[str, list[str]] = {kind.name: [] for kind in KINDS}
        for record, kind_name in records.items():
            by_kind[kind_name].append(record)
        for kind in KINDS:
            if kind.name in self._revive:
                place, there = self._place_bases, set(by_kind[kind.name])
            else:  # what rests on a base that goes has to be looked at, whoever brought it
                place, there = self._place_work, {*by_kind[kind.name], *self._losing_base(kind)}
            for batch in batches(sorted(there), LARGE_BATCH):
                place(kind, batch)
        for kind in reversed(KINDS):  # what was put aside has no history here any more
            self._delete(kind, self._forgotten[kind.name])
        self._take_away_what_nobody_needs()
        insert_rows(self._connection, apart, self._reasons)

    @cached_property
    def _forgotten(self) -> dict[str, list[str]]:
        """The records of each kind that have no history."""
        return {kind.name: [] for kind in KINDS}

    def _standing_on(self, moved: Sequence[str]) -> Iterator[str]:
        """Yield the annotations in these articles: the text under them may be another now."""
        for batch in batches(moved, LARGE_BATCH):
            for (record,) in fetch_rows(self._connection, _STANDING_ON, bound(batch)):
                yield record

    def _losing_base(self, kind: Kind[Any]) -> Iterator[str]:
        """Yield the rows of a kind that refer to what has no history here any more."""
        table = kind.table
        for field, base in BASES.items():
            if field in table.c:
                query = select(table.c.id).where(among(table.c[field]))
                for batch in batches(self._forgotten[base], LARGE_BATCH):
                    for (record,) in fetch_rows(self._connection, query, bound(batch)):
                        yield record

    def _states(self, kind: Kind[Any], records: Sequence[str]) -> dict[str, _Shown | None]:
        """Return what each record shows, None where nothing; note those that are contested.

        Most records have one revision, and then there is nothing to work out.
        """
        lying: dict[str, list[tuple[Any, ...]]] = {}
        for row in fetch_rows(self._connection, _STATES, bound(records)):
            lying.setdefault(row[0], []).append(row)
        self._forgotten[kind.name] += [record for record in records if record not in lying]
        result: dict[str, _Shown | None] = {}
        for record, rows in lying.items():
            if len(rows) == 1:
                _, name, _, _, _, _, deleted, body = rows[0]
                result[record] = None if deleted else (name, body)
                continue
            history = {row[1]: _revision(row) for row in rows}
            shown = visible(history)
            result[record] = None if shown is None else (shown, history[shown].body)
            if is_contested(history):
                self._note(kind, [record], "contested")
        return result

    def _place_bases(self, kind: Kind[Any], records: Sequence[str]) -> None:
        """Show living labels, people and articles; remember the deleted ones for the end."""
        rows = []
        for record, shown in self._states(kind, records).items():
            if shown is None:
                self._revive[kind.name].add(record)
            else:
                rows.append(_row(kind, record, *shown))
        self._write(kind, rows)
        self._shown_bases[kind.name].update(row["id"] for row in rows)

    def _place_work(self, kind: Kind[Any], records: Sequence[str]) -> None:
        """Show what people said, where what it refers to is here and the words fit."""
        living: list[dict[str, Any]] = []
        gone = []
        for record, shown in self._states(kind, records).items():
            if shown is None:
                gone.append(record)
            else:
                living.append(_row(kind, record, *shown))
        homeless = self._without_base(living)
        elsewhere = self._misplaced(kind, living, homeless)
        self._note(kind, homeless, "homeless")
        self._note(kind, elsewhere, "misplaced")
        unshown = homeless | elsewhere
        self._write(kind, [row for row in living if row["id"] not in unshown])
        self._delete(kind, [*gone, *unshown])

    def _note(self, kind: Kind[Any], records: Iterable[str], why: str) -> None:
        self._reasons += [
            {"record": record, "kind": kind.name, "why": why} for record in sorted(records)
        ]

    def _without_base(self, rows: Sequence[Mapping[str, Any]]) -> set[str]:
        """Return the ids of rows that refer to what is nowhere; bring back what was deleted."""
        missing = set()
        for field, kind_name in BASES.items():
            kind = KIND_NAMED[kind_name]
            wanted = {row[field] for row in rows if field in row}
            absent = wanted - self._shown_bases[kind_name]
            absent -= self._find_shown(kind, absent)
            absent -= self._bring_back(kind, absent)
            if absent:
                missing |= {row["id"] for row in rows if row.get(field) in absent}
        return missing

    def _find_shown(self, kind: Kind[Any], records: Iterable[str]) -> set[str]:
        """Return those of the records that have a row, and remember them."""
        column = kind.table.c.id
        query = select(column).where(among(column))
        found = {
            name
            for batch in batches(sorted(records), LARGE_BATCH)
            for (name,) in fetch_rows(self._connection, query, bound(batch))
        }
        found.difference_update(self._forgotten[kind.name])  # their rows are the last to go
        self._shown_bases[kind.name] |= found
        return found

    def _bring_back(self, kind: Kind[Any], records: set[str]) -> set[str]:
        """Show deleted records in their last living state; return those that had one."""
        rows = []
        for record, history in histories_of(self._connection, sorted(records)).items():
            last = last_living(history)
            if last is not None and history[last].kind == kind.name:
                rows.append(_row(kind, record, last, history[last].body))
        self._write(kind, rows)
        found = {row["id"] for row in rows}
        self._revive[kind.name] |= found
        self._shown_bases[kind.name] |= found
        return found

    def _misplaced(
        self, kind: Kind[Any], rows: Sequence[Mapping[str, Any]], homeless: set[str]
    ) -> set[str]:
        """Return the ids of annotations whose words are not what stands in their article."""
        if kind.name != "annotation":
            return set()
        made = [
            (row["article"], row["start"], row["end"], row["quote"], row["id"])
            for row in rows
            if row["id"] not in homeless
        ]
        return misplaced(self._connection, self._shelf, made)

    def _take_away_what_nobody_needs(self) -> None:
        """Of the deleted bases keep those that work refers to, and delete the others' rows."""
        for kind in reversed(KINDS):
            for batch in batches(sorted(self._revive.get(kind.name, ()))):
                needed = self._referred_to(kind, batch)
                histories = histories_of(self._connection, sorted(needed))
                rows = [
                    _row(kind, record, last, history[last].body)
                    for record, history in histories.items()
                    if (last := last_living(history)) is not None
                ]
                self._write(kind, rows)
                self._delete(kind, [record for record in batch if record not in needed])
                self._note(kind, needed, "revived")

    def _referred_to(self, kind: Kind[Any], records: Sequence[str]) -> set[str]:
        """Return those of the records that some row names."""
        table = kind.table
        uses = [
            exists().where(other.table.c[field] == table.c.id)
            for field, named in BASES.items()
            if named == kind.name
            for other in KINDS
            if field in other.table.c
        ]
        found: set[str] = set()
        for use in uses:
            query = select(table.c.id).where(table.c.id.in_(records), use)
            found |= set(self._connection.execute(query).scalars())
        return found

    def _write(self, kind: Kind[Any], rows: Sequence[Mapping[str, Any]]) -> None:
        insert_rows(self._connection, kind.table, rows, or_update=True)

    def _delete(self, kind: Kind[Any], records: Iterable[str]) -> None:
        for batch in batches(records):
            self._connection.execute(delete(kind.table).where(kind.table.c.id.in_(batch)))


def is_contested(history: Mapping[str, Revision]) -> bool:
    """Tell whether a record's newest states differ in what they say."""
    if len(history) < 2:
        return False
    return len({history[name].body for name in heads(history)}) > 1


def histories_of(connection: Connection, records: Sequence[str]) -> Histories:
    """Return all revisions of each of these records, by their ids."""
    result: dict[str, dict[str, Revision]] = {}
    for batch in batches(records, LARGE_BATCH):
        for row in fetch_rows(connection, _STATES, bound(batch)):
            result.setdefault(row[0], {})[row[1]] = _revision(row)
    return result


def records_of_step(connection: Connection, step: int) -> dict[str, str]:
    """Return the records that a step wrote revisions of, each with its kind."""
    return dict(fetch_rows(connection, _OF_STEP, {"step": step}))


def _revision(row: Sequence[Any]) -> Revision:
    record, _, kind, parents, person, seq, deleted, body = row
    return Revision(record, kind, tuple(parents.split()), person, seq, bool(deleted), body)


def _row(kind: Kind[Any], record: str, shown: str, body: str) -> dict[str, Any]:
    return {
        "id": record,
        "revision": shown,
        "fingerprint": fingerprint_of(record, body),
        **kind.row(parse_body(body)),
    }
