"""What is only kept, and in nobody's way: it goes with what it tells of, and comes back with it."""

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, Table, func, select

from app.store.batches import batches
from app.store.journal import Journal, Write
from app.store.revision import heads, last_living, parse_body
from app.store.settling import histories_of
from app.store.tables.annotators import annotators
from app.store.tables.articles import articles
from app.store.tables.history import revisions, steps
from app.store.tables.sittings import SITTING, sittings


def take_along(connection: Connection, journal: Journal, gone: Collection[str]) -> None:
    """Remove the sittings of articles and annotators that are about to be removed.

    Nobody did them on purpose, so they are no reason to refuse an undo.
    """
    for column in (sittings.c.article, sittings.c.annotator):
        for batch in batches(sorted(gone)):
            names = list(
                connection.execute(select(sittings.c.id).where(column.in_(batch))).scalars()
            )
            known = journal.heads_of(SITTING, names)
            journal.remove(SITTING, [Write(name, None, known[name]) for name in names])


def bring_along(connection: Connection, journal: Journal, number: int) -> None:
    """Bring back the sittings that went when step `number` was reversed the last time."""
    reversal = connection.execute(
        select(func.max(steps.c.number)).where(steps.c.reverses == number)
    ).scalar()
    if reversal is None:
        return
    went = select(revisions.c.record).where(
        revisions.c.step == reversal,
        revisions.c.kind == SITTING.name,
        revisions.c.deleted,
        revisions.c.record.not_in(select(revisions.c.record).where(revisions.c.step == number)),
    )
    for batch in batches(connection.execute(went).scalars().all()):
        histories = histories_of(connection, batch)
        there = _rows(connection, sittings, batch)
        writes = [
            Write(name, dict(parse_body(history[last].body)), tuple(heads(history)))
            for name, history in histories.items()
            if name not in there and (last := last_living(history)) is not None
        ]
        bodies = [write.body for write in writes if write.body]
        here = _rows(connection, articles, [body["article"] for body in bodies])
        here |= _rows(connection, annotators, [body["annotator"] for body in bodies])
        journal.add(
            SITTING,
            [
                write
                for write in writes
                if write.body and {write.body["article"], write.body["annotator"]} <= here
            ],
        )


def _rows(connection: Connection, table: Table, names: Iterable[str]) -> set[str]:
    """Return those of these ids that have a row."""
    query = select(table.c.id).where(table.c.id.in_(list(names)))
    return set(connection.execute(query).scalars())
