"""How articles are kept: their particulars; the text lies under its hash."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Text

from app.domain.article import Article
from app.store.tables.columns import record_table
from app.store.tables.kind import Kind

articles = record_table(
    "articles",
    Column("title", Text, nullable=False),
    Column("sha256", Text, ForeignKey("texts.sha256"), nullable=False),
    Column(
        "characters",
        Integer,
        CheckConstraint("characters > 0", name="an_article_has_text"),
        nullable=False,
    ),
    Column("source", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("published", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("received_as", Text, nullable=False),
    Column("received_sha256", Text, nullable=False),
    Index("articles_by_text", "sha256"),
)

ARTICLE = Kind("article", Article, articles, lambda record, body: Article(id=record, **body))
