"""What a project file may hold besides rows: nothing that would run when somebody only looks.

SQLite lets a file bring triggers, views, generated columns and checks of its own, which run inside
whatever reads or writes it, may never end, and may write what nobody asked for. No Galley puts any
into a project, so a file that has some is not opened, whoever made it.
"""

import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy.exc import DatabaseError, MultipleResultsFound, NoResultFound

from app.errors import FileTrouble, Kind

UNREADABLE = (
    *(ValueError, TypeError, LookupError, ArithmeticError, RecursionError),
    *(msgspec.MsgspecError, NoResultFound, MultipleResultsFound, sqlite3.Error, DatabaseError),
)
"""What bytes that no Galley wrote are met with; where a file is whole these are bugs."""

Look = Callable[[str], Sequence[Any]]
"""Runs a statement that only looks, and returns its rows."""

_OBJECTS = "SELECT type, name, coalesce(sql, '') FROM sqlite_master"
_COLUMNS = (
    "SELECT columns.name, columns.hidden, coalesce(columns.dflt_value, '') "
    "FROM sqlite_master AS tables, pragma_table_xinfo(tables.name) AS columns "
    "WHERE tables.type = 'table'"
)
_INDEXED = (
    "SELECT indexes.name FROM sqlite_master AS indexes, pragma_index_xinfo(indexes.name) AS parts "
    "WHERE indexes.type = 'index' AND parts.cid = -2"
)

_STRING = re.compile(r"'(?:[^']|'')*'")
_CHECK = re.compile(r"\bCHECK\b", re.IGNORECASE)
_CALL = re.compile(r"""(?:([A-Za-z_]\w*)|["\]`])\s*\(""")
_COSTLY = re.compile(r"\b(?:LIKE|GLOB|MATCH|REGEXP|SELECT)\b", re.IGNORECASE)
_NO_CALLS = frozenset({"IN", "AND", "OR", "NOT", "CHECK"})
_LITERAL = re.compile(r"(?:'(?:[^']|'')*'|[+-]?\d+|NULL)?", re.IGNORECASE)


def refuse_what_runs_by_itself(path: Path, look: Look) -> None:
    """Raise `FileTrouble` where the file has something in it that would run when it is used.

    Looks at the file's description of itself alone, so that nothing of it runs meanwhile.
    """
    for strange in strange_parts(look):
        raise FileTrouble(
            path,
            f"it holds something that would run by itself ({strange}), which no Galley puts there.",
            "It was not opened; ask for it where it came from.",
            kind=Kind.DAMAGED,
        )


def strange_parts(look: Look) -> Iterator[str]:
    """Yield what would run by itself, each in a few words."""
    for kind, name, sql in look(_OBJECTS):
        if kind in ("trigger", "view"):
            yield f"the {kind} {name}"
        elif re.match(r"\s*CREATE\s+VIRTUAL\b", sql, re.IGNORECASE):
            yield f"the virtual table {name}"
        elif "/*" in sql or "--" in sql:
            yield f"a hidden remark in {name}"
        elif _computes(_STRING.sub("''", sql)):
            yield f"a check that computes, in {name}"
    for name, hidden, default in look(_COLUMNS):
        if hidden or not _LITERAL.fullmatch(default):
            yield f"the column {name}, which is computed"
    for (name,) in look(_INDEXED):
        yield f"the index {name}, which is computed"


def _computes(sql: str) -> bool:
    """Tell whether a table's checks call functions, or compare in ways that may take for ever."""
    return any(
        _COSTLY.search(check) or any(_is_call(call) for call in _CALL.finditer(check))
        for check in _checks(sql)
    )


def _is_call(found: re.Match[str]) -> bool:
    word: str | None = found[1]
    return word is None or word.upper() not in _NO_CALLS


def _checks(sql: str) -> Iterator[str]:
    """Yield what stands in the brackets after each CHECK."""
    for found in _CHECK.finditer(sql):
        depth = 0
        for at in range(found.end(), len(sql)):
            depth += (sql[at] == "(") - (sql[at] == ")")
            if sql[at] == ")" and depth <= 0:
                break
        else:
            at = len(sql)
        yield sql[found.end() : at]
