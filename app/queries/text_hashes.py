"""Are the texts still those that were received? Asked a few at a time, beside the work."""

import hashlib
from dataclasses import dataclass

from sqlalchemy import Connection

AT_A_TIME = 8
"""Texts that are looked at while nobody else can ask."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look at some texts found: the last hash of them, None after all; and wrong titles."""

    last: str | None
    wrong: tuple[str, ...]


def look_at_texts(connection: Connection, *, after: str) -> Looked:
    """Compare the next few texts, in order of their hashes, with these hashes."""
    rows = connection.exec_driver_sql(
        "SELECT sha256, CAST(coalesce(text, '') AS BLOB) FROM texts WHERE sha256 > ? "
        "ORDER BY sha256 LIMIT ?",
        (after, AT_A_TIME),
    ).all()
    wrong = [name for name, kept in rows if hashlib.sha256(kept).hexdigest() != name]
    titles = [
        title
        for name in wrong
        for (title,) in connection.exec_driver_sql(
            "SELECT title FROM articles WHERE sha256 = ? ORDER BY id", (name,)
        )
    ]
    return Looked(rows[-1][0] if len(rows) == AT_A_TIME else None, tuple(titles))
