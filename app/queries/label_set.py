"""Which labels are there?"""

from sqlalchemy import Connection, select

from app.domain.label import Label
from app.store.tables.labels import LABEL, labels


def label_set(connection: Connection) -> list[Label]:
    """Return the project's labels in their order."""
    rows = connection.execute(select(labels).order_by(labels.c.position, labels.c.id)).mappings()
    return [LABEL.from_row(row) for row in rows]
