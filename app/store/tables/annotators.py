"""How annotators are kept."""

from sqlalchemy import Column, Text

from app.domain.annotator import Annotator
from app.store.tables.columns import record_table
from app.store.tables.kind import Kind

annotators = record_table("annotators", Column("name", Text, nullable=False))

ANNOTATOR = Kind(
    "annotator", Annotator, annotators, lambda record, body: Annotator(id=record, **body)
)
