"""What the tables must show, told by the history alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Column, Connection, Dialect, Label, select, type_coerce
from sqlalchemy.types import NullType

from app.store.batches import batches
from app.store.revision import Revision, fingerprint_of, last_living, parse_body, visible
from app.store.tables import KINDS, Kind
from app.store.tables.history import revisions

_PAGE = 1000

_COLUMNS = {
    "id": str,
    "record": str,
    "kind": str,
    "parents": str,
    "person": str | None,
    "seq": int,
    "deleted": int,
    "body": str,
}


@dataclass(frozen=True, slots=True)
class RecordHistory:
    """All revisions of one record, by the ids that the file gives them.

    `unreadable` counts those in which a number stands for a text, or the like.
    """

    record: str
    revisions: Mapping[str, Revision]
    unreadable: int = 0

    @property
    def kinds(self) -> set[str]:
        """The kinds that the revisions name: one, unless the file is damaged."""
        return {revision.kind for revision in self.revisions.values()}

    def shown(self, *, revived: bool = False) -> str | None:
        """Return the id of the revision that the table must show; None where it must show none.

        What was deleted shows its last living state where work that refers to it `revived` it.
        """
        found = visible(self.revisions)
        return last_living(self.revisions) if found is None and revived else found


def record_histories(connection: Connection) -> Iterator[RecordHistory]:
    """Yield every record's history, in order of the records' ids, never more than a page at once.

    Values are taken as they lie in the file, so that damaged ones can be told.
    """
    query = select(*_raw(*(revisions.c[name] for name in _COLUMNS))).order_by(revisions.c.record)
    rows = (
        row
        for page in connection.execute(query.execution_options(yield_per=_PAGE)).partitions()
        for row in page
    )
    for record, group in groupby(rows, key=itemgetter(1)):
        lying = list(group)
        readable = {row[0]: _revision(row) for row in lying if _is_readable(row)}
        yield RecordHistory(record, readable, len(lying) - len(readable))


class Rows:
    """The rows of one kind's table, as they lie in the file and as the history tells them.

    A row is a tuple of its columns `names`, in the form in which the file keeps them.
    """

    def __init__(self, kind: Kind[Any], dialect: Dialect) -> None:
        self.kind = kind
        self.names = ("revision", "fingerprint", *kind.columns)
        self._columns = [kind.table.c[name] for name in self.names]
        self._kept = [
            (name, kind.table.c[name].type.dialect_impl(dialect).bind_processor(dialect))
            for name in kind.columns
        ]

    def found(self, connection: Connection, records: list[str]) -> dict[str, tuple[Any, ...]]:
        """Return the rows of those of the records that have one."""
        column = self.kind.table.c.id
        return {
            row[0]: tuple(row[1:])
            for batch in batches(records)
            for row in connection.execute(
                select(*_raw(column, *self._columns)).where(column.in_(batch))
            ).all()
        }

    def expected(self, history: RecordHistory, *, revived: bool = False) -> tuple[Any, ...] | None:
        """Return the row that the history tells; None where it tells of none.

        Raises `ValueError` or `msgspec.MsgspecError` where the body cannot be read.
        """
        name = history.shown(revived=revived)
        if name is None:
            return None
        text = history.revisions[name].body
        body = self.kind.row(parse_body(text))
        if body.keys() != set(self.kind.columns):
            raise ValueError("its fields are not those of its kind")
        kept = (keep(body[column]) if keep else body[column] for column, keep in self._kept)
        return (name, fingerprint_of(history.record, text), *kept)


def rows_by_kind(connection: Connection) -> dict[str, Rows]:
    """Return every kind's rows by the kind's name."""
    return {kind.name: Rows(kind, connection.dialect) for kind in KINDS}


def _raw(*columns: Column[Any]) -> list[Label[Any]]:
    """Return columns whose values come as they lie in the file, nothing decoded."""
    return [type_coerce(column, NullType).label(column.name) for column in columns]


def _is_readable(row: Sequence[Any]) -> bool:
    return all(isinstance(value, of) for value, of in zip(row, _COLUMNS.values(), strict=True))


def _revision(row: Sequence[Any]) -> Revision:
    _, record, kind, parents, person, seq, deleted, body = row
    return Revision(
        record=record,
        kind=kind,
        parents=tuple(parents.split()),
        person=person,
        seq=seq,
        deleted=bool(deleted),
        body=body,
    )
