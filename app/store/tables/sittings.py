"""How it is kept how long annotators were at work."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Text

from app.domain.sitting import Sitting
from app.store.tables.columns import record_table
from app.store.tables.kind import Kind

sittings = record_table(
    "sittings",
    Column("article", Text, ForeignKey("articles.id"), nullable=False),
    Column("annotator", Text, ForeignKey("annotators.id"), nullable=False),
    Column("day", Text, nullable=False),
    Column("seconds", Integer, nullable=False),
    CheckConstraint("seconds > 0", name="a_sitting_takes_time"),
    Index("sittings_by_article", "article", "annotator"),
)

SITTING = Kind("sitting", Sitting, sittings, lambda record, body: Sitting(id=record, **body))
