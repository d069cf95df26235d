"""What the tables share: metadata, the columns of every record, and two column types."""

import json
from typing import Any

from sqlalchemy import Column, Dialect, Integer, MetaData, Table, Text
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeDecorator

metadata = MetaData()


class Flag(TypeDecorator[bool]):
    """True or False, kept as 1 or 0."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, _dialect: Dialect) -> int | None:
        """Return the number that is stored."""
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, _dialect: Dialect) -> bool | None:
        """Return the truth value of what was stored."""
        return None if value is None else bool(value)


def pieces_of(fragments: str) -> list[list[int]]:
    """Return the pieces that a column of type `Fragments` keeps, as lists of start and end."""
    pieces: list[list[int]] = json.loads(fragments)
    return pieces


class Fragments(TypeDecorator[list[list[int]]]):
    """The pieces of an interrupted annotation, kept as JSON: `[[start, end], …]`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: list[list[int]] | None, _dialect: Dialect) -> str | None:
        """Return the JSON that is stored."""
        return None if value is None else json.dumps(value, separators=(",", ":"))

    def process_result_value(self, value: str | None, _dialect: Dialect) -> Any:
        """Return the pieces as lists."""
        return None if value is None else pieces_of(value)


def record_table(name: str, *columns: SchemaItem) -> Table:
    """Return a table of records: `columns` besides id, newest revision and fingerprint.

    Every CHECK needs a name: a later migration that rewrites the table would leave out the others.
    """
    return Table(
        name,
        metadata,
        Column("id", Text, primary_key=True),
        Column("revision", Text, nullable=False),
        Column("fingerprint", Integer, nullable=False),
        *columns,
        sqlite_strict=True,
    )


def constant_table(name: str, *columns: SchemaItem) -> Table:
    """Return a table of rows that are written once and never changed."""
    return Table(name, metadata, *columns, sqlite_strict=True)
