"""Noticing what another program wrote into the open file: that it did, and what it changed."""

from sqlalchemy import Connection, func, select

from app.domain.changes import MANY, Changes
from app.store.revision import NO_BODY, parse_body
from app.store.tables import KINDS
from app.store.tables.history import revisions, steps

EVERYTHING = Changes(frozenset(kind.name for kind in KINDS), None, None, None)
"""The notice after which whoever shows something asks for all of it again."""


def data_version(connection: Connection) -> int:
    """Return a number that differs from the last one as soon as another connection has written."""
    number: int = connection.exec_driver_sql("PRAGMA data_version").scalar_one()
    return number


def last_step(connection: Connection) -> int:
    """Return the number of the newest step; 0 where there is none."""
    return connection.execute(select(func.max(steps.c.number))).scalar_one() or 0


def changes_since(connection: Connection, step: int) -> Changes | None:
    """Return the notice of all steps after `step`; None where there is none."""
    written = connection.execute(
        select(revisions.c.kind, revisions.c.record, revisions.c.body, revisions.c.parents)
        .where(revisions.c.step > step)
        .limit(MANY)
    ).all()
    if not written:
        return None
    if len(written) >= MANY:
        return EVERYTHING
    articles: set[str] = set()
    for row in written:
        body = row.body if row.body != NO_BODY else _body_of(connection, row.parents)
        articles |= {row.record} if row.kind == "article" else set()
        articles |= {parse_body(body)["article"]} if '"article"' in body else set()
    return Changes(
        frozenset(row.kind for row in written),
        frozenset(row.record for row in written),
        frozenset(articles),
        None,
    )


def _body_of(connection: Connection, parents: str) -> str:
    """Return what a record said before it was removed."""
    found = connection.execute(
        select(revisions.c.body).where(revisions.c.id.in_(parents.split())).limit(1)
    )
    return found.scalar() or NO_BODY
