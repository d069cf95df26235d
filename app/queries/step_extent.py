"""How much did a step write, and whose work did it bring?"""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from app.store.tables.annotators import annotators
from app.store.tables.bundles import bundles
from app.store.tables.history import revisions, set_aside


@dataclass(frozen=True, slots=True)
class Extent:
    """How many states a step wrote, which is how long its undoing takes.

    Where it received a file, `received` says whose work that is, or what the file is called where
    it was sealed for nobody, and `annotations` how many it brought that were not here before.
    """

    states: int
    received: str | None = None
    annotations: int = 0


def step_extent(connection: Connection, *, step: int) -> Extent:
    """Return how far a step (its number) reaches, also where it was undone."""
    states = sum(
        connection.execute(
            select(func.count()).select_from(table).where(table.c.step == step)
        ).scalar_one()
        for table in (revisions, set_aside)
    )
    told = bundles.c.told
    query = (
        select(
            func.coalesce(annotators.c.name, func.json_extract(told, "$.name")),
            func.json_extract(told, "$.records.annotation.new"),
        )
        .outerjoin(annotators, annotators.c.id == bundles.c.annotator)
        .where(bundles.c.step == step)
    )
    brought = connection.execute(query).first()
    if brought is None:
        return Extent(states)
    received, annotations = brought
    return Extent(states, received or "", annotations or 0)
