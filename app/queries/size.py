"""How much does the project hold?"""

from dataclasses import dataclass

from sqlalchemy import Connection, Table, func, select

from app.store.tables.annotations import annotations
from app.store.tables.articles import articles
from app.store.tables.history import steps


@dataclass(frozen=True, slots=True)
class Size:
    """Counts of what a project holds."""

    articles: int
    annotations: int
    steps: int


def size(connection: Connection) -> Size:
    """Count the articles, the annotations and the steps of the history."""
    return Size(*(_rows(connection, table) for table in (articles, annotations, steps)))


def _rows(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()
