"""Bringing the tables into line with a history that came together from several copies.

What the tables show is a function of the set of revisions alone, so that copies which know the same
show the same. A record shows its newest living state (`visible`). Three rules besides:

* What somebody's work refers to is shown even where it was deleted, in its last living state
  (*revived*): a change beats a deletion until someone decides.
* Work that refers to what is nowhere is kept in the history, and not shown (*homeless*).
* An annotation whose words are not what stands in its article is kept and not shown (*misplaced*).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, exists, select

from app.store.batches import batches
from app.store.bulk import insert_rows
from app.store.revision import (
    Revision,
    fingerprint_of,
    from_row,
    heads,
    last_living,
    parse_body,
    visible,
)
from app.store.tables import KIND_NAMED, KINDS, Kind
from app.store.tables.history import apart, revisions
from app.store.texts import TextShelf

Histories = Mapping[str, Mapping[str, Revision]]

BASES: Mapping[str, str] = {"article": "article", "annotator": "annotator", "label": "label"}
"""Each field that names another record, with the kind of what it names."""


def stands_apart(connection: Connection) -> bool:
    """Tell whether any record waits for a decision or for what it refers to."""
    return connection.execute(select(apart.c.record).limit(1)).first() is not None


def settle_tables(connection: Connection, shelf: TextShelf, records: Iterable[str]) -> None:
    """Make the rows of these records, and of all that stand apart, what the history tells."""
    _Settling(connection, shelf).settle(set(records))


class _Settling:
    """One bringing into line: bases first, then what refers to them, then what nobody needs."""

    def __init__(self, connection: Connection, shelf: TextShelf) -> None:
        self._connection = connection
        self._shelf = shelf
        self._reasons: list[dict[str, str]] = []
        self._revive: dict[str, set[str]] = {name: set() for name in BASES.values()}

    def settle(self, records: set[str]) -> None:
        records |= set(self._connection.execute(select(apart.c.record)).scalars())
        self._connection.execute(delete(apart))
        kinds = self._kinds(records)
        records |= self._standing_on({name for name in records if kinds.get(name) == "article"})
        kinds = self._kinds(records)
        for kind in KINDS:
            own = sorted(record for record in records if kinds.get(record) == kind.name)
            place = self._place_bases if kind.name in self._revive else self._place_work
            for batch in batches(own):
                place(kind, batch)
        for kind in reversed(KINDS):  # what was put aside has no history here any more
            self._delete(kind, sorted(records - kinds.keys()))
        self._take_away_what_nobody_needs()
        insert_rows(self._connection, apart, self._reasons)

    def _kinds(self, records: Iterable[str]) -> dict[str, str]:
        query = select(revisions.c.record, revisions.c.kind).distinct()
        return {
            record: kind
            for batch in batches(records)
            for record, kind in self._connection.execute(query.where(revisions.c.record.in_(batch)))
        }

    def _standing_on(self, articles: Iterable[str]) -> set[str]:
        """Return the annotations in these articles: the text under them may be another now."""
        table = KIND_NAMED["annotation"].table
        return {
            record
            for batch in batches(sorted(articles))
            for record in self._connection.execute(
                select(table.c.id).where(table.c.article.in_(batch))
            ).scalars()
        }

    def _place_bases(self, kind: Kind[Any], records: Sequence[str]) -> None:
        """Show living labels, people and articles; remember the deleted ones for the end."""
        histories = histories_of(self._connection, records)
        rows = []
        for record, history in histories.items():
            shown = visible(history)
            if shown is None:
                self._revive[kind.name].add(record)
            else:
                rows.append(_row(kind, record, shown, history))
            self._note_contest(kind, record, history)
        self._write(kind, rows)

    def _place_work(self, kind: Kind[Any], records: Sequence[str]) -> None:
        """Show what people said, where what it refers to is here and the words fit."""
        histories = histories_of(self._connection, records)
        living: list[dict[str, Any]] = []
        gone = []
        for record, history in histories.items():
            shown = visible(history)
            if shown is None:
                gone.append(record)
            else:
                living.append(_row(kind, record, shown, history))
            self._note_contest(kind, record, history)
        homeless = self._without_base(living)
        misplaced = self._misplaced(kind, living, homeless)
        for names, why in ((homeless, "homeless"), (misplaced, "misplaced")):
            self._reasons += [
                {"record": name, "kind": kind.name, "why": why} for name in sorted(names)
            ]
        unshown = homeless | misplaced
        self._write(kind, [row for row in living if row["id"] not in unshown])
        self._delete(kind, [*gone, *unshown])

    def _without_base(self, rows: Sequence[Mapping[str, Any]]) -> set[str]:
        """Return the ids of rows that refer to what is nowhere; bring back what was deleted."""
        missing = set()
        for field, kind_name in BASES.items():
            kind = KIND_NAMED[kind_name]
            wanted = {row[field] for row in rows if field in row}
            absent = wanted - self._shown(kind, wanted)
            absent -= self._bring_back(kind, absent)
            missing |= {row["id"] for row in rows if row.get(field) in absent}
        return missing

    def _shown(self, kind: Kind[Any], records: Iterable[str]) -> set[str]:
        column = kind.table.c.id
        return {
            name
            for batch in batches(sorted(records))
            for name in self._connection.execute(select(column).where(column.in_(batch))).scalars()
        }

    def _bring_back(self, kind: Kind[Any], records: set[str]) -> set[str]:
        """Show deleted records in their last living state; return those that had one."""
        rows = []
        for record, history in histories_of(self._connection, sorted(records)).items():
            last = last_living(history)
            if last is not None and history[last].kind == kind.name:
                rows.append(_row(kind, record, last, history))
        self._write(kind, rows)
        found = {row["id"] for row in rows}
        self._revive[kind.name] |= found
        return found

    def _misplaced(
        self, kind: Kind[Any], rows: Sequence[Mapping[str, Any]], homeless: set[str]
    ) -> set[str]:
        """Return the ids of annotations whose words are not what stands in their article."""
        if kind.name != "annotation":
            return set()
        table = KIND_NAMED["article"].table.c
        wanted = sorted({row["article"] for row in rows if row["id"] not in homeless})
        hashes = {
            article: sha256
            for batch in batches(wanted)
            for article, sha256 in self._connection.execute(
                select(table.id, table.sha256).where(table.id.in_(batch))
            )
        }
        wrong = set()
        for row in sorted(rows, key=lambda row: str(row["article"])):
            if row["id"] in homeless:
                continue
            text = self._shelf.text(self._connection, hashes[row["article"]])
            if text[row["start"] : row["end"]] != row["quote"]:
                wrong.add(row["id"])
        return wrong

    def _take_away_what_nobody_needs(self) -> None:
        """Of the deleted bases keep those that work refers to, and delete the others' rows."""
        for kind in reversed(KINDS):
            for batch in batches(sorted(self._revive.get(kind.name, ()))):
                needed = self._referred_to(kind, batch)
                histories = histories_of(self._connection, sorted(needed))
                rows = [
                    _row(kind, record, last, history)
                    for record, history in histories.items()
                    if (last := last_living(history)) is not None
                ]
                self._write(kind, rows)
                self._delete(kind, [record for record in batch if record not in needed])
                self._reasons += [
                    {"record": name, "kind": kind.name, "why": "revived"} for name in sorted(needed)
                ]

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

    def _note_contest(self, kind: Kind[Any], record: str, history: Mapping[str, Revision]) -> None:
        if is_contested(history):
            self._reasons.append({"record": record, "kind": kind.name, "why": "contested"})

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
    for batch in batches(records):
        query = select(revisions).where(revisions.c.record.in_(batch))
        for row in connection.execute(query).mappings():
            result.setdefault(row["record"], {})[row["id"]] = from_row(row)
    return result


def records_of_step(connection: Connection, step: int) -> Iterator[str]:
    """Yield the records that a step wrote revisions of."""
    query = select(revisions.c.record).where(revisions.c.step == step).distinct()
    yield from connection.execute(query).scalars().all()


def _row(
    kind: Kind[Any], record: str, shown: str, history: Mapping[str, Revision]
) -> dict[str, Any]:
    body = history[shown].body
    return {
        "id": record,
        "revision": shown,
        "fingerprint": fingerprint_of(record, body),
        **kind.row(parse_body(body)),
    }
