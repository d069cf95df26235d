"""Article texts, kept once under the SHA-256 of their UTF-8; never changed, never removed."""

from sqlalchemy import Column, Text

from app.store.tables.columns import constant_table

texts = constant_table(
    "texts",
    Column("sha256", Text, primary_key=True),
    Column("text", Text, nullable=False),
)
