"""What undo and redo must not bring back: two labels with one name, or with one key."""

from collections.abc import Collection

from sqlalchemy import Connection, select

from app.domain.label import clash
from app.errors import Refused
from app.store.tables.labels import LABEL, labels


def refuse_clash(connection: Connection, title: str, *, restored: Collection[str]) -> None:
    """Refuse the step `title` where a label restored by it cannot be told from another one.

    Somebody else may have taken its name or its key meanwhile. Labels that clashed before, as in
    projects of earlier days, are no reason to refuse what is not about them.
    """
    if not restored:
        return
    rows = connection.execute(select(labels).order_by(labels.c.position, labels.c.id)).mappings()
    everyone = [LABEL.from_row(row) for row in rows]
    for own in everyone:
        if own.id in restored:
            others = [one for one in everyone if one.id != own.id]
            if same := clash(own, others):
                raise Refused(f"“{title}” stays as it is: {same} Change that label first.")
