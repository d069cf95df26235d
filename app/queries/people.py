"""Who annotates here?"""

from sqlalchemy import Connection, select

from app.domain.annotator import Annotator
from app.store.tables.annotators import ANNOTATOR, annotators


def people(connection: Connection) -> list[Annotator]:
    """Return the project's annotators, in the order in which they came."""
    rows = connection.execute(select(annotators).order_by(annotators.c.id)).mappings()
    return [ANNOTATOR.from_row(row) for row in rows]
