"""What is one annotator to read?"""

from sqlalchemy import Connection, func, select

from app.domain.annotator import Role
from app.queries.article_list import ArticleRow, article_list
from app.queries.seat import seat
from app.store.tables.allotments import allotments
from app.store.tables.annotators import annotators
from app.store.tables.articles import articles
from app.store.tables.history import revisions

WORK = ("allotment", "assignment", "annotation", "sitting")
"""The kinds of records that are one annotator's, in one article."""


def is_anything_allotted(connection: Connection) -> bool:
    """Tell whether any article is allotted to anybody."""
    return connection.execute(select(allotments.c.id).limit(1)).first() is not None


def reading_list(
    connection: Connection, *, annotator: str | None, only: str | None = None
) -> list[ArticleRow]:
    """Return the articles that an annotator (an id) is to read, or `only` one of them, by id.

    These are the ones allotted to them and those they worked on; all, as long as nothing is
    allotted to anybody, and for a lead to whom nothing is allotted.
    """
    rows = article_list(connection, annotator=annotator, only=only)
    if annotator is None or reads_all(connection, annotator=annotator):
        return rows
    query = select(allotments.c.article).where(allotments.c.annotator == annotator)
    if only is not None:
        query = query.where(allotments.c.article == only)
    own = set(connection.execute(query).scalars())
    return [row for row in rows if row.id in own or row.annotations or row.state.is_done]


def reads_all(connection: Connection, *, annotator: str) -> bool:
    """Tell whether an annotator reads every article, because nobody said what they are to read.

    In a copy of their own nothing shows what others are to read. There somebody did say so where
    all that is here was theirs to read once, or worked on, and none of it is allotted any more.
    """
    if not is_anything_allotted(connection):
        return seat(connection) is None or not _was_all_given(connection)
    own = select(allotments.c.id).where(allotments.c.annotator == annotator).limit(1)
    if connection.execute(own).first() is not None:
        return False
    role = connection.execute(select(annotators.c.role).filter_by(id=annotator)).scalar()
    return role == Role.LEAD.value


def _was_all_given(connection: Connection) -> bool:
    """Tell whether articles were allotted here, and every article was, or was worked on.

    An article beside these came along while everybody read all.
    """
    given = select(revisions.c.id).where(revisions.c.kind == "allotment").limit(1)
    if connection.execute(given).first() is None:
        return False
    named = select(func.json_extract(revisions.c.body, "$.article")).where(
        revisions.c.kind.in_(WORK), revisions.c.body != "null"
    )
    beside = select(articles.c.id).where(articles.c.id.not_in(named)).limit(1)
    return connection.execute(beside).first() is None
