"""When was each piece of work finished, and in which round was it allotted?"""

from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, Table, case, func, select

from app.store.bulk import fetch_rows
from app.store.tables.allotments import allotments
from app.store.tables.assignments import assignments
from app.store.tables.history import revisions, steps
from app.store.tables.sittings import sittings

Key = tuple[str, str]
"""An article's and an annotator's id."""


def done_when(connection: Connection, *, within: tuple[str, str] | None = None) -> dict[Key, str]:
    """Return the day on which each work that is done was finished, as an ISO date.

    It is the last one on which the annotator was at work on it, by the clock of their machine.
    Where no sitting tells that, it is the day on which it was said, or came into this file.
    Only articles whose ids lie `within` two are looked at, where these are given.
    """
    last = (
        select(sittings.c.article, sittings.c.annotator, func.max(sittings.c.day).label("day"))
        .where(*_within(sittings, within))
        .group_by(sittings.c.article, sittings.c.annotator)
        .subquery()
    )
    said = (  # looked up only where it is needed: it costs more than all the rest
        select(steps.c.at)
        .join(revisions, revisions.c.step == steps.c.number)
        .where(revisions.c.id == assignments.c.revision)
        .scalar_subquery()
    )
    query = (
        select(
            assignments.c.article,
            assignments.c.annotator,
            last.c.day,
            case((last.c.day.is_(None), said)),
        )
        .outerjoin(
            last,
            (last.c.article == assignments.c.article)
            & (last.c.annotator == assignments.c.annotator),
        )
        .where(assignments.c.done, *_within(assignments, within))
    )
    return {
        (article, who): sat_on or day_here(at or "")
        for article, who, sat_on, at in fetch_rows(connection, query)
    }


def _within(table: Table, within: tuple[str, str] | None) -> list[ColumnElement[bool]]:
    return [] if within is None else [table.c.article.between(*within)]


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
