"""How it is kept who shall read what."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Text, UniqueConstraint

from app.domain.allotment import Allotment
from app.store.tables.columns import record_table
from app.store.tables.kind import Kind

allotments = record_table(
    "allotments",
    Column("article", Text, ForeignKey("articles.id"), nullable=False),
    Column("annotator", Text, ForeignKey("annotators.id"), nullable=False),
    Column("round", Integer, nullable=False),
    UniqueConstraint("article", "annotator", name="one_allotment_each"),
    CheckConstraint("round >= 1", name="rounds_count_from_one"),
    Index("allotments_by_annotator", "annotator", "article"),
)

ALLOTMENT = Kind(
    "allotment", Allotment, allotments, lambda record, body: Allotment(id=record, **body)
)
