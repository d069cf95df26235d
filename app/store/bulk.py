"""Inserting and fetching many rows at the speed of the driver."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Dialect, Select, Table, insert

from app.store.tables.columns import Flag

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

    Their values are put in order here, which SQLAlchemy would do for each row by itself.
    """
    _, in_order, _ = _statement(table, connection.dialect)
    insert_values(connection, table, map(in_order, rows), or_update=or_update)


def insert_values(
    connection: Connection,
    table: Table,
    rows: Iterable[tuple[Any, ...]],
    *,
    or_update: bool = False,
) -> None:
    """Insert rows whose values come in the order of the table's columns, as `insert_rows` does.

    SQLite looks twice for each row that may have to be updated: that takes a fifth longer.
    """
    sql, _, keep = _statement(table, connection.dialect)
    if or_update:
        rest = [column.name for column in table.columns if column.name != "id"]
        sets = ", ".join(f'"{name}" = excluded."{name}"' for name in rest)
        sql = f"{sql} ON CONFLICT (id) DO UPDATE SET {sets}"
    values = list(rows)
    if not values:
        return
    if keep:
        values = [_kept(row_values, keep) for row_values in values]
    connection.exec_driver_sql(sql, values)


def _kept(values: tuple[Any, ...], keep: Mapping[int, _Keep]) -> tuple[Any, ...]:
    """Return a row's values as they are stored; most of them are stored as they are."""
    for at, process in keep.items():
        if values[at] is not None:
            values = (*values[:at], process(values[at]), *values[at + 1 :])
    return values


def fetch_rows(
    connection: Connection, query: Select[Any], facts: Mapping[str, Any] | None = None
) -> list[tuple[Any, ...]]:
    """Return the rows as the driver hands them out: plain tuples, every value as it is stored.

    SQLAlchemy would put each row into an object of its own, which takes as long as reading it.
    """
    with connection.execute(query, facts) as result:
        cursor: Any = result.cursor
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


@lru_cache(maxsize=64)
def _statement(table: Table, dialect: Dialect) -> tuple[str, _InOrder, dict[int, _Keep]]:
    """Return the statement, what puts a row in its order, and how some of the values are kept."""
    keep: dict[int, _Keep] = {}
    for at, column in enumerate(table.columns):
        process = column.type.dialect_impl(dialect).bind_processor(dialect)
        if process is not None and not isinstance(column.type, Flag):  # the driver stores 1 or 0
            keep[at] = process
    in_order: Any = itemgetter(*(column.name for column in table.columns))
    return str(insert(table).compile(dialect=dialect)), in_order, keep
