"""When was each piece of work finished, and in which round was it allotted?"""

from datetime import UTC, datetime

from sqlalchemy import Connection, func, select

from app.store.bulk import fetch_rows
from app.store.tables.allotments import allotments
from app.store.tables.assignments import assignments
from app.store.tables.history import revisions, steps
from app.store.tables.sittings import sittings

Key = tuple[str, str]
"""An article's and an annotator's id."""


def done_when(connection: Connection) -> dict[Key, str]:
    """Return the day on which each work that is done was finished, as an ISO date.

    It is the last one on which the annotator was at work on it, by the clock of their machine.
    Where no sitting tells that, it is the day on which it was said, or came into this file.
    """
    last = (
        select(sittings.c.article, sittings.c.annotator, func.max(sittings.c.day).label("day"))
        .group_by(sittings.c.article, sittings.c.annotator)
        .subquery()
    )
    query = (
        select(assignments.c.article, assignments.c.annotator, last.c.day, steps.c.at)
        .outerjoin(revisions, revisions.c.id == assignments.c.revision)
        .outerjoin(steps, steps.c.number == revisions.c.step)
        .outerjoin(
            last,
            (last.c.article == assignments.c.article)
            & (last.c.annotator == assignments.c.annotator),
        )
        .where(assignments.c.done)
    )
    return {
        (article, who): sat_on or day_here(at or "")
        for article, who, sat_on, at in fetch_rows(connection, query)
    }


def rounds_of(connection: Connection) -> dict[Key, int]:
    """Return the round of work in which each article is allotted to whom, counted from 1."""
    query = select(allotments.c.article, allotments.c.annotator, allotments.c.round)
    return {(article, who): number for article, who, number in fetch_rows(connection, query)}


def day_here(at: str) -> str:
    """Return the day of a moment in this machine's time; the moment's own where it is none."""
    try:
        return datetime.fromisoformat(at).replace(tzinfo=UTC).astimezone().date().isoformat()
    except (ValueError, OverflowError, OSError):
        return at[:10]
