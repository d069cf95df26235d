"""How it is kept how far an annotator is with an article."""

from sqlalchemy import Column, ForeignKey, Integer, Text, UniqueConstraint

from app.domain.assignment import Assignment
from app.store.tables.columns import Flag, record_table
from app.store.tables.kind import Kind

assignments = record_table(
    "assignments",
    Column("article", Text, ForeignKey("articles.id"), nullable=False),
    Column("annotator", Text, ForeignKey("annotators.id"), nullable=False),
    Column("done", Flag, nullable=False),
    Column("done_as", Integer, nullable=False),
    UniqueConstraint("article", "annotator", name="one_assignment_each"),
)

ASSIGNMENT = Kind(
    "assignment", Assignment, assignments, lambda record, body: Assignment(id=record, **body)
)
