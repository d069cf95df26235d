"""A kind of record: how its values become the bodies of revisions and the rows of its table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import Any, Generic, TypeVar

from sqlalchemy import Table

Value = TypeVar("Value")
Body = Mapping[str, Any]

_BOOKKEEPING = ("id", "revision", "fingerprint")


def plain_body(value: Any) -> dict[str, Any]:
    """Return the fields of a dataclass whose fields are plain JSON values, less its id."""
    return {name: getattr(value, name) for name in value.__dataclass_fields__ if name != "id"}


@dataclass(frozen=True)
class Kind(Generic[Value]):
    """One kind of record.

    A body is a JSON object with the table's own columns; the journal keeps it in the history and
    the same values in the row, so that table and history can be compared. Columns that came with a
    later schema have `defaults`, and a body leaves out those that stand at them: so what an older
    Galley wrote reads as it did, and the same value has the same body, hence the same fingerprint,
    whichever Galley wrote it.
    """

    name: str
    value: type[Value]
    table: Table
    from_body: Callable[[str, Body], Value]
    all_fields: Callable[[Value], dict[str, Any]] = plain_body
    defaults: Body = field(default_factory=dict)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The names of the table's own columns."""
        return tuple(
            column.name for column in self.table.columns if column.name not in _BOOKKEEPING
        )

    def body(self, value: Value) -> dict[str, Any]:
        """Return what the history keeps of a value."""
        every = self.all_fields(value)
        if not self.defaults:
            return every
        return {
            name: said
            for name, said in every.items()
            if name not in self.defaults or said != self.defaults[name]
        }

    def row(self, body: Body) -> dict[str, Any]:
        """Return the table's own columns as a body tells them."""
        return {**self.defaults, **body} if self.defaults else dict(body)

    def id_of(self, value: Value) -> str:
        """Return the id of the record."""
        record: str = attrgetter("id")(value)
        return record

    def from_row(self, row: Mapping[Any, Any]) -> Value:
        """Return the value that a row of the table keeps."""
        return self.from_body(row["id"], {name: row[name] for name in self.columns})
