"""What tables and indexes a file has, in words that can be compared; needs no SQLAlchemy."""

import re
import sqlite3
from collections.abc import Iterable

_MOST = 200
_OBJECTS = f"SELECT type, name, tbl_name, sql FROM sqlite_master LIMIT {_MOST}"  # noqa: S608
_BLANKS = re.compile(r"\s+")

Structure = dict[str, str]
"""What each part is called, as "the table texts", with how it was made."""


def structure_of(connection: sqlite3.Connection) -> Structure:
    """Return how everything in the file was made, blanks apart: its own description of itself.

    Columns, types, checks, keys, generated columns and indexed expressions are all told there, and
    nowhere else; two files with the same description have the same structure.
    """
    return {
        f"the {kind} {name}": f"{table}: {_BLANKS.sub(' ', sql or '').strip()}"
        for kind, name, table, sql in map(_as_text, connection.execute(_OBJECTS))
    }


def difference(there: Structure, ours: Structure) -> str:
    """Return what of a structure is not as ours, in a clause; nothing where they are the same."""
    for part in there:
        if part not in ours:
            return f"it holds something that no Galley puts there ({part[:80]})"
    for part in ours:
        if part not in there:
            return f"it lacks {part}"
        if there[part] != ours[part]:
            return f"{part} is not as Galley makes it"
    return ""


def _as_text(row: Iterable[object]) -> list[str]:
    return [
        value.decode(errors="replace") if isinstance(value, bytes) else str(value or "")
        for value in row
    ]
