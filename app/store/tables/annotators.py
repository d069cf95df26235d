"""How annotators are kept."""

from typing import Any

from sqlalchemy import Column, Text

from app.domain.annotator import Annotator, Role
from app.store.tables.columns import record_table
from app.store.tables.kind import Body, Kind

annotators = record_table(
    "annotators",
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
)


def _body(annotator: Annotator) -> dict[str, Any]:
    return {"name": annotator.name, "role": annotator.role.value}


def _from_body(record: str, body: Body) -> Annotator:
    return Annotator(record, body["name"], Role(body["role"]))


ANNOTATOR = Kind(
    "annotator",
    Annotator,
    annotators,
    _from_body,
    _body,
    defaults={"role": Role.ANNOTATOR.value},
)
