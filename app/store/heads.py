"""What are a record's newest states, and what did it say last?"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from app.store.revision import heads, last_living, parse_body
from app.store.settling import histories_of
from app.store.tables.history import apart


def heads_of(connection: Connection, *, record: str) -> dict[str, Mapping[str, Any] | None]:
    """Return the bodies of a record's newest states by their revisions' ids; None for a deletion.

    There is one, but where work came together from several copies.
    """
    history = histories_of(connection, [record]).get(record, {})
    return {
        name: None if history[name].deleted else parse_body(history[name].body)
        for name in heads(history)
    }


def last_words(connection: Connection, *, record: str) -> Mapping[str, Any] | None:
    """Return what a record said before it was deleted; None where it never said anything."""
    history = histories_of(connection, [record]).get(record, {})
    name = last_living(history)
    return None if name is None else parse_body(history[name].body)


def is_apart(connection: Connection, *, record: str) -> bool:
    """Tell whether a record waits for a decision."""
    return connection.execute(select(apart.c.why).filter_by(record=record)).first() is not None
