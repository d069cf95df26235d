"""Cutting long work into batches, so that memory stays flat and statements short."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Column, ColumnElement, Text, bindparam, func, select

from app.store.revision import canonical_json

Item = TypeVar("Item")

BATCH = 400
"""Below SQLite's oldest limit of 999 bound values."""


def batches(items: Iterable[Item], size: int = BATCH) -> Iterator[list[Item]]:
    """Yield the items in lists of at most `size`, in order."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch


LARGE_BATCH = 2_000
"""For questions that take their values as one."""


def among(column: Column[Any]) -> ColumnElement[bool]:
    """Return the condition that a column has one of many values, which are bound as one.

    To put a statement together for each number of values takes longer than to answer it.
    """
    values = func.json_each(bindparam("among", type_=Text)).table_valued("value")
    return column.in_(select(values.c.value))


def bound(values: Iterable[str]) -> dict[str, str]:
    """Return what is bound to a statement that asks `among` these values."""
    return {"among": canonical_json(list(values)).decode()}
