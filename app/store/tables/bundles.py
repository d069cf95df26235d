"""How it is kept what went out of this copy of the project and what came back, and whose it is."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Text

from app.store.tables.columns import constant_table

bundles = constant_table(
    "bundles",
    Column("number", Integer, primary_key=True),
    Column("way", Text, CheckConstraint("way IN ('out', 'in')", name="out_or_in"), nullable=False),
    Column("digest", Text, nullable=False),
    Column("annotator", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("step", Integer, ForeignKey("steps.number")),
    Column("told", Text, nullable=False),
    Index("bundles_by_digest", "digest"),
)
"""One row for each bundle that was handed out or received here; `told` is the report, as JSON. What
was received has the `step` that brought it, None where it brought nothing new."""

seat = constant_table(
    "seat",
    Column("annotator", Text, primary_key=True),
)
"""One row in a copy that was handed out: the only one who works in it. None in the lead's."""

seal = constant_table(
    "seal",
    Column("digest", Text, primary_key=True),
    Column("annotator", Text, nullable=False),
    Column("way", Text, nullable=False),
    Column("at", Text, nullable=False),
)
"""One row in a file that was sealed: whose work it holds, and the hash of what it held then."""
