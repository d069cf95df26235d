"""What stands on top of a step: later steps that nobody undid and that build on what it did."""

from collections.abc import Mapping, Set
from typing import Any

from sqlalchemy import Connection, select

from app.store.batches import batches
from app.store.revision import NO_BODY, parse_body
from app.store.tables import KINDS, Kind
from app.store.tables.history import revisions, steps


def standing_since(connection: Connection, number: int) -> dict[int, str | None]:
    """Return the steps that were done, or done again, after step `number` and stand now.

    Each is named by the number under which its revisions lie, with the person who did it.
    """
    query = (
        select(steps.c.number, steps.c.kind, steps.c.reverses, steps.c.person)
        .where(steps.c.number >= number)
        .order_by(steps.c.number)
    )
    last: dict[int, tuple[int, str, str | None]] = {}
    for at, kind, reverses, person in connection.execute(query):
        last[at if reverses is None else reverses] = (at, kind, person)
    since, _, _ = last.pop(number)
    return {
        at: person
        for at, kind, person in last.values()
        if at > since and kind in ("do", "redo", "merge")
    }


def is_built_upon(
    connection: Connection, gone: Set[str], standing: Mapping[int, str | None]
) -> bool:
    """Tell whether the standing steps were done by, or wrote anything that refers to, `gone`."""
    if not gone:
        return False
    if not gone.isdisjoint(person for person in standing.values() if person):
        return True
    for kind in KINDS:
        columns = _references(kind)
        for batch in batches(sorted(standing) if columns else ()):
            bodies = connection.execute(
                select(revisions.c.body).where(
                    revisions.c.step.in_(batch),
                    revisions.c.kind == kind.name,
                    revisions.c.body != NO_BODY,
                )
            )
            for body in map(parse_body, bodies.scalars()):
                if any(body[column] in gone for column in columns):
                    return True
    return False


def _references(kind: Kind[Any]) -> list[str]:
    """Return those of the kind's columns that name other records."""
    records = {other.table for other in KINDS}
    return [
        column.name
        for column in kind.table.columns
        if any(key.column.table in records for key in column.foreign_keys)
    ]
