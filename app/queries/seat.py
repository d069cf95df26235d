"""Whose copy of the project is this?"""

from sqlalchemy import Connection, select

from app.domain.annotator import Annotator
from app.store.tables.annotators import ANNOTATOR, annotators
from app.store.tables.bundles import seat as seats


def seat(connection: Connection) -> Annotator | None:
    """Return the only annotator who works in this copy; None where it is the lead's.

    Whoever it is sits down without being asked, and nobody else does.
    """
    query = select(annotators).join(seats, seats.c.annotator == annotators.c.id)
    row = connection.execute(query).mappings().first()
    return None if row is None else ANNOTATOR.from_row(row)
