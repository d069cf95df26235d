"""The tables, one noun per file, and the roll-call of the kinds of record they keep."""

from typing import Any, TypeVar

from sqlalchemy import Connection

from app.store.tables import (
    allotments,
    annotations,
    annotators,
    articles,
    assignments,
    bundles,
    labels,
    sittings,
)
from app.store.tables.columns import metadata
from app.store.tables.kind import Kind

Value = TypeVar("Value")

KINDS: tuple[Kind[Any], ...] = (
    labels.LABEL,
    annotators.ANNOTATOR,
    articles.ARTICLE,
    allotments.ALLOTMENT,
    assignments.ASSIGNMENT,
    annotations.ANNOTATION,
    sittings.SITTING,
)
"""Every kind of record, the ones that others refer to first."""

KIND_NAMED = {kind.name: kind for kind in KINDS}
_KIND_OF = {kind.value: kind for kind in KINDS}


def kind_of(value: type[Value]) -> Kind[Value]:
    """Return the kind that keeps values of this class."""
    return _KIND_OF[value]


def has_all_tables(connection: Connection) -> bool:
    """Tell whether the file has every table and column that Galley works with."""
    there = connection.exec_driver_sql(
        "SELECT tables.name, columns.name FROM sqlite_master AS tables, "
        "pragma_table_info(tables.name) AS columns WHERE tables.type = 'table'"
    )
    needed = {
        (table.name, column.name) for table in metadata.sorted_tables for column in table.columns
    }
    return needed <= {(table, column) for table, column in there}


__all__ = ["KINDS", "KIND_NAMED", "Kind", "bundles", "has_all_tables", "kind_of", "metadata"]
