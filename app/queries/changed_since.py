"""What was changed after its annotator said it to be done?"""

from sqlalchemy import Connection, func, select

from app.store.bulk import fetch_rows
from app.store.tables.annotations import annotations, fingerprint_sum
from app.store.tables.assignments import assignments


def changed_since_done(connection: Connection) -> set[tuple[str, str]]:
    """Return articles (ids) with annotators (ids) who changed them since, as `state_of` tells."""
    table = annotations.c
    standing = (
        select(table.article, table.annotator, fingerprint_sum().label("sum"))
        .group_by(table.article, table.annotator)
        .subquery()
    )
    query = (
        select(assignments.c.article, assignments.c.annotator)
        .outerjoin(
            standing,
            (standing.c.article == assignments.c.article)
            & (standing.c.annotator == assignments.c.annotator),
        )
        .where(assignments.c.done, func.coalesce(standing.c.sum, 0) != assignments.c.done_as)
    )
    return {(article, annotator) for article, annotator in fetch_rows(connection, query)}
