"""Which state is the project in?"""

from sqlalchemy import Connection, func, select

from app.store.tables.history import revisions, steps


def stamp(connection: Connection) -> str:
    """Return what names the state: its newest step, and the first of the revisions it wrote.

    Two files with the same stamp have the same history, unless somebody made them so.
    """
    number = connection.execute(select(func.max(steps.c.number))).scalar_one()
    if number is None:
        return "0 "
    first = select(func.min(revisions.c.id)).filter_by(step=number)
    return f"{number} {connection.execute(first).scalar_one()}"
