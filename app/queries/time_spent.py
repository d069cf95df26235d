"""How long was an annotator at work, and how fast were they lately?"""

from sqlalchemy import Connection, func, select, type_coerce
from sqlalchemy.types import Integer

from app.domain.estimating import LAST, Work
from app.store.tables.articles import articles
from app.store.tables.assignments import assignments
from app.store.tables.history import revisions
from app.store.tables.sittings import sittings


def time_spent(connection: Connection, *, annotator: str | None) -> dict[str, int]:
    """Return the seconds that an annotator (an id) spent on each article, by its id."""
    seconds = func.sum(sittings.c.seconds)
    query = select(sittings.c.article, seconds).where(sittings.c.annotator == annotator)
    return dict(map(tuple, connection.execute(query.group_by(sittings.c.article))))


def last_done(connection: Connection, *, annotator: str | None) -> list[Work]:
    """Return what the last articles that an annotator finished took, the last one first.

    Which came last is told by the history and by no clock. What was done without any time at work
    being known, as in a file that was received, tells nothing and is left out.
    """
    spent = (
        select(sittings.c.article, func.sum(sittings.c.seconds).label("seconds"))
        .where(sittings.c.annotator == annotator)
        .group_by(sittings.c.article)
        .subquery()
    )
    query = (
        select(articles.c.characters, spent.c.seconds)
        .select_from(spent)
        .join(articles, articles.c.id == spent.c.article)
        .join(assignments, assignments.c.article == spent.c.article)
        .join(revisions, revisions.c.id == assignments.c.revision)
        .where(
            assignments.c.annotator == annotator,
            type_coerce(assignments.c.done, Integer) == 1,
        )
        .order_by(revisions.c.seq.desc(), articles.c.id)
        .limit(LAST)
    )
    return [Work(*row) for row in connection.execute(query)]
