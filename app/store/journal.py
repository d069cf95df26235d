"""The journal: the only way to write rows, which gives each of them its revision in the history."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update

from app.domain.changes import MANY, Changes
from app.domain.place import Place
from app.domain.span import Span
from app.errors import Refused
from app.store.batches import LARGE_BATCH, among, batches, bound
from app.store.bulk import fetch_rows, insert_rows
from app.store.revision import (
    NO_BODY,
    Revision,
    canonical_json,
    fingerprint_of,
    parse_body,
)
from app.store.tables import Kind
from app.store.tables.history import revisions

_PAST = select(revisions.c.id, revisions.c.record, revisions.c.kind, revisions.c.parents).where(
    among(revisions.c.record)
)


@dataclass(frozen=True, slots=True)
class Write:
    """One record's next state: its body, or None to remove it; `parents` are revision ids."""

    record: str
    body: dict[str, Any] | None
    parents: tuple[str, ...] = ()


class Journal:
    """Writes the rows and revisions of one step, and notes what the step touched."""

    def __init__(self, connection: Connection, *, step: int, seq: int, person: str | None) -> None:
        self._connection = connection
        self._step = step
        self._seq = seq
        self._person = person
        self.noted = Changes(frozenset(), frozenset(), frozenset(), None)
        """The notice of what has been written so far."""
        self.first: str | None = None
        """The name of the first revision written: where it is, all of the step is."""

    @property
    def step(self) -> int:
        """The number of the step under way."""
        return self._step

    def following(self) -> "Journal":
        """Return the journal of a step that would come next."""
        return Journal(
            self._connection, step=self._step + 1, seq=self._seq + 1, person=self._person
        )

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing has been written."""
        return not self.noted.kinds

    def add(self, kind: Kind[Any], writes: Iterable[Write]) -> None:
        """Insert records that have no row."""
        for batch in batches(writes):
            rows = self._record(kind, batch)
            insert_rows(self._connection, kind.table, rows)

    def change(self, kind: Kind[Any], writes: Iterable[Write]) -> None:
        """Update records that have a row."""
        statement = (
            update(kind.table)
            .where(kind.table.c.id == bindparam("record"))
            .values({name: bindparam(name) for name in ("revision", "fingerprint", *kind.columns)})
        )
        for batch in batches(writes):
            rows = self._record(kind, batch)
            for row in rows:
                row["record"] = row.pop("id")
            self._connection.execute(statement, rows)

    def remove(self, kind: Kind[Any], writes: Iterable[Write]) -> None:
        """Delete the rows of records; their history stays."""
        for batch in batches(writes):
            rows = self._record(kind, batch)
            gone = [row["id"] for row in rows]
            self._connection.execute(delete(kind.table).where(kind.table.c.id.in_(gone)))

    def write(self, kind: Kind[Any], writes: Iterable[Write]) -> None:
        """Write revisions only; whoever calls this brings the tables into line afterwards."""
        for batch in batches(writes):
            self._record(kind, batch)

    def note_all(self, changes: Changes) -> None:
        """Let the notice tell of changes that came from another copy, too."""
        self.noted = Changes(
            self.noted.kinds | changes.kinds, changes.ids, changes.articles, changes.place
        )

    def heads_of(self, kind: Kind[Any], records: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Return the ids of the revisions on which the next one of each record follows.

        Refuses ids that another kind of record has had: an id is one record's for ever.
        """
        known: dict[str, list[str]] = {}
        followed: set[str] = set()
        for batch in batches(records, LARGE_BATCH):
            for name, record, other, parents in fetch_rows(self._connection, _PAST, bound(batch)):
                if other != kind.name:
                    raise Refused(
                        f"The id {record} stands for something else here ({other}); "
                        f"no {kind.name} can have it."
                    )
                known.setdefault(record, []).append(name)
                followed.update(parents.split())
        return {
            record: tuple(sorted(name for name in names if name not in followed))
            for record, names in known.items()
        }

    def _record(self, kind: Kind[Any], writes: Sequence[Write]) -> list[dict[str, Any]]:
        """Write one revision for each and return the rows to be written, `id` among their keys."""
        history: list[dict[str, Any]] = []
        rows: list[dict[str, Any]] = []
        for write in writes:
            body = NO_BODY if write.body is None else canonical_json(write.body).decode()
            revision = Revision(
                record=write.record,
                kind=kind.name,
                parents=write.parents,
                person=self._person,
                seq=self._seq,
                deleted=write.body is None,
                body=body,
            )
            name = revision.id
            self.first = self.first or name
            history.append(
                {
                    "id": name,
                    "record": write.record,
                    "kind": kind.name,
                    "parents": " ".join(write.parents),
                    "person": self._person,
                    "seq": self._seq,
                    "deleted": revision.deleted,
                    "body": body,
                    "step": self._step,
                }
            )
            fingerprint = fingerprint_of(write.record, body)
            rows.append(
                {"id": write.record, "revision": name, "fingerprint": fingerprint}
                | ({} if write.body is None else kind.row(write.body))
            )
        if history:
            insert_rows(self._connection, revisions, history)
            self._note(kind.name, writes)
        return rows

    def _note(self, kind: str, writes: Sequence[Write]) -> None:
        """Remember what was touched, for the notice; beyond many records only their kind."""
        kinds = self.noted.kinds | {kind}
        ids, articles, place = self.noted.ids, self.noted.articles, self.noted.place
        if ids is None or articles is None or len(ids) + len(writes) >= MANY:
            self.noted = Changes(kinds, None, None, place)
            return
        places = [_place(kind, one.record, one.body or self._last_body(one)) for one in writes]
        for there in filter(None, places):
            if place is None or (there.span and not place.span):
                place = there
        self.noted = Changes(
            kinds,
            ids | {one.record for one in writes},
            articles | {there.article for there in places if there},
            place,
        )

    def _last_body(self, write: Write) -> Mapping[str, Any]:
        """Return what a record said before it was removed."""
        said = select(revisions.c.body).where(
            revisions.c.id.in_(write.parents), ~revisions.c.deleted
        )
        body = self._connection.execute(said).scalars().first()
        return {} if body is None else parse_body(body)


def _place(kind: str, record: str, body: Mapping[str, Any]) -> Place | None:
    """Return where a record is, as its body tells."""
    if kind == "article":
        return Place(record)
    if "article" not in body:
        return None
    span = Span(body["start"], body["end"]) if "start" in body else None
    return Place(body["article"], span, record if span else None)
