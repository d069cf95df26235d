"""What has to be written so that the records of a step stand as they did before it, or after it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from app.errors import Refused
from app.store.batches import among, bound
from app.store.bulk import fetch_rows
from app.store.journal import Write
from app.store.revision import NO_BODY, Revision, fingerprint_of, heads, parse_body, visible
from app.store.tables import Kind
from app.store.tables.annotators import annotators
from app.store.tables.history import revisions

_COLUMNS = ("record", "kind", "parents", "person", "seq", "deleted", "body", "id", "step")
_PAST = select(*(revisions.c[name] for name in _COLUMNS)).where(among(revisions.c.record))


class Restoration:
    """What to add, alter and remove for a batch of records of one kind.

    Refuses where a record stands otherwise than the step, or its undoing, left it, and where one
    of the steps `standing` after it has written it.
    """

    def __init__(
        self,
        connection: Connection,
        kind: Kind[Any],
        records: Sequence[str],
        standing: Mapping[int, str | None],
        *,
        step: int,
        undo: bool,
    ) -> None:
        self.additions: list[Write] = []
        self.alterations: list[Write] = []
        self.removals: list[Write] = []
        came: dict[str, int] = {}
        past = _past(connection, records, came)
        table = kind.table
        rows = dict(
            fetch_rows(
                connection,
                select(table.c.id, table.c.fingerprint).where(among(table.c.id)),
                bound(records),
            )
        )
        for record in records:
            history = past[record]
            own = {name: one for name, one in history.items() if came[name] == step}
            before, after = _around(history, own)
            expected, wanted = (after, before) if undo else (before, after)
            stands = rows.get(record)
            left = None if expected == NO_BODY else fingerprint_of(record, expected)
            if stands != left or (standing and any(came[name] in standing for name in history)):
                raise Refused(_changed_since(connection, kind, history.values()))
            if wanted == expected:
                continue
            body = None if wanted == NO_BODY else parse_body(wanted)
            write = Write(record, body, tuple(heads(history)))
            if body is None:
                self.removals.append(write)
            elif stands is None:
                self.additions.append(write)
            else:
                self.alterations.append(write)


def _past(
    connection: Connection, records: Sequence[str], came: dict[str, int]
) -> dict[str, dict[str, Revision]]:
    """Return each record's revisions by their ids; with which step they `came` is put there."""
    result: dict[str, dict[str, Revision]] = {}
    for row in fetch_rows(connection, _PAST, bound(records)):
        record, kind, parents, person, seq, deleted, body, name, step = row
        revision = Revision(record, kind, tuple(parents.split()), person, seq, bool(deleted), body)
        result.setdefault(record, {})[name] = revision
        came[name] = step
    return result


def _around(history: Mapping[str, Revision], own: Mapping[str, Revision]) -> tuple[str, str]:
    """Return the bodies before and after a step that wrote `own` of a record's revisions."""
    followed = {parent for revision in own.values() for parent in revision.parents}
    (last,) = own.keys() - followed
    earlier = {name: history[name] for name in followed - own.keys() if name in history}
    shown = visible(earlier) if earlier else None
    return (history[shown].body if shown else NO_BODY), own[last].body


def _changed_since(connection: Connection, kind: Kind[Any], history: Iterable[Revision]) -> str:
    states = list(history)
    newest = max(states, key=lambda one: (one.seq, one.id))
    name = None
    if newest.person is not None:
        name = connection.execute(
            select(annotators.c.name).where(annotators.c.id == newest.person)
        ).scalar()
    body = next((one.body for one in states if not one.deleted), NO_BODY)
    said = parse_body(body) if body != NO_BODY else {}
    words = said.get("quote") or said.get("title") or said.get("name") or ""
    shown = f" “{words[:60]}{'…' if len(words) > 60 else ''}”" if words else ""
    return (
        f"The {kind.name}{shown} was changed since by {name or 'someone else'}; it stays as it is."
    )
