"""The tables, one noun per file, and the roll-call of the kinds of record they keep."""

from typing import Any, TypeVar

from app.store.tables import annotations, annotators, articles, assignments, labels
from app.store.tables.columns import metadata
from app.store.tables.kind import Kind

Value = TypeVar("Value")

KINDS: tuple[Kind[Any], ...] = (
    labels.LABEL,
    annotators.ANNOTATOR,
    articles.ARTICLE,
    assignments.ASSIGNMENT,
    annotations.ANNOTATION,
)
"""Every kind of record, the ones that others refer to first."""

KIND_NAMED = {kind.name: kind for kind in KINDS}
_KIND_OF = {kind.value: kind for kind in KINDS}


def kind_of(value: type[Value]) -> Kind[Value]:
    """Return the kind that keeps values of this class."""
    return _KIND_OF[value]


__all__ = ["KINDS", "KIND_NAMED", "Kind", "kind_of", "metadata"]
