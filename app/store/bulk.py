"""Inserting and fetching many rows at the speed of the driver."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Dialect, Select, Table, insert

_InOrder = Callable[[Mapping[str, Any]], tuple[Any, ...]]
_Keep = Callable[[Any], Any]


def insert_rows(
    connection: Connection,
    table: Table,
    rows: Iterable[Mapping[str, Any]],
    *,
    or_update: bool = False,
) -> None:
    """Insert rows, each with a value for every column; `or_update` those whose id has a row.

    The statement is SQLAlchemy's; the values of thousands of rows are put in order here, which it
    would do for each row by itself.
    """
    sql, in_order, keep = _statement(table, connection.dialect)
    if or_update:
        rest = [column.name for column in table.columns if column.name != "id"]
        sets = ", ".join(f'"{name}" = excluded."{name}"' for name in rest)
        sql = f"{sql} ON CONFLICT (id) DO UPDATE SET {sets}"
    values = list(map(in_order, rows))
    if not values:
        return
    if keep:
        values = [
            tuple(keep[at](value) if at in keep else value for at, value in enumerate(row_values))
            for row_values in values
        ]
    connection.exec_driver_sql(sql, values)


def fetch_rows(connection: Connection, query: Select[Any]) -> list[tuple[Any, ...]]:
    """Return the rows as the driver hands them out: plain tuples, every value as it is stored.

    SQLAlchemy would put each row into an object of its own, which takes as long as reading it.
    """
    with connection.execute(query) as result:
        cursor: Any = result.cursor
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


@lru_cache(maxsize=64)
def _statement(table: Table, dialect: Dialect) -> tuple[str, _InOrder, dict[int, _Keep]]:
    """Return the statement, what puts a row in its order, and how some of the values are kept."""
    keep: dict[int, _Keep] = {}
    for at, column in enumerate(table.columns):
        process = column.type.dialect_impl(dialect).bind_processor(dialect)
        if process is not None:
            keep[at] = process
    in_order: Any = itemgetter(*(column.name for column in table.columns))
    return str(insert(table).compile(dialect=dialect)), in_order, keep
