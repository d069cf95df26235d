"""Inserting many rows at the speed of the driver."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Dialect, Table, insert


def insert_rows(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert rows, each with a value for every column.

    The statement is SQLAlchemy's; the values of thousands of rows are put in order here, which it
    would do for each row by itself.
    """
    sql, in_order, kept = _statement(table, connection.dialect)
    values = list(map(in_order, rows))
    if kept:
        values = [
            tuple(kept[at](value) if at in kept else value for at, value in enumerate(row_values))
            for row_values in values
        ]
    connection.exec_driver_sql(sql, values)


@lru_cache(maxsize=64)
def _statement(
    table: Table, dialect: Dialect
) -> tuple[str, Callable[[Mapping[str, Any]], tuple[Any, ...]], dict[int, Callable[[Any], Any]]]:
    """Return the statement, what puts a row in its order, and how some of the values are kept."""
    processors = {
        at: process
        for at, column in enumerate(table.columns)
        if (process := column.type.dialect_impl(dialect).bind_processor(dialect))
    }
    names = [column.name for column in table.columns]
    return str(insert(table).compile(dialect=dialect)), itemgetter(*names), processors
