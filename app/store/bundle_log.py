"""What a project's file keeps about bundles: whose copy it is, its seal, what came and went."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from app.domain.seal import Seal, Way
from app.store.tables.bundles import bundles, seal, seat
from app.store.tables.history import identity, revisions
from app.store.union import digest_of

_SEATED = select(seat.c.annotator)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log: a bundle that went out or came in, and what was told of it, as JSON."""

    way: Way
    digest: str
    annotator: str
    at: str
    told: str


def seated(connection: Connection) -> str | None:
    """Return the id of the only annotator who works in this copy; None in the lead's."""
    return connection.execute(_SEATED).scalar()


def give_seat(connection: Connection, annotator: str) -> None:
    """Make this the copy of one annotator."""
    connection.execute(delete(seat))
    connection.execute(insert(seat).values(annotator=annotator))


def set_seal(connection: Connection, sealed: Seal) -> None:
    """Seal the file as it stands."""
    connection.execute(delete(seal))
    connection.execute(
        insert(seal).values(
            digest=sealed.digest, annotator=sealed.annotator, way=sealed.way.value, at=sealed.at
        )
    )


def digest_here(connection: Connection) -> str:
    """Return what stands for all that the file says: the hash over the names of its revisions."""
    names = connection.execute(select(revisions.c.id).order_by(revisions.c.id)).scalars()
    return digest_of(names)


def project_of(connection: Connection) -> str:
    """Return the id that the project has in every copy."""
    name: str = connection.execute(select(identity.c.project)).scalar_one()
    return name


def log_bundle(connection: Connection, entry: Entry, *, step: int | None) -> None:
    """Note that a bundle went out or came in; `step` is what brought it, which may yet be written.

    SQLite looks for the step when the transaction ends.
    """
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    connection.execute(
        insert(bundles).values(
            way=entry.way.value,
            digest=entry.digest,
            annotator=entry.annotator,
            at=entry.at,
            step=step,
            told=entry.told,
        )
    )
