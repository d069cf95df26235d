"""Showing at once what one revision alone tells, as nearly all does that comes from elsewhere.

It comes to the same as `app.store.settling`, which reads the history again, but takes a fraction of
the time: what was checked a moment ago becomes a row. Whatever is not as plain as that is left.
"""

from collections.abc import Sequence
from operator import attrgetter
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from app.store.batches import among, bound
from app.store.bulk import fetch_rows, insert_values
from app.store.revision import Revision, fingerprint_of
from app.store.settling import BASES
from app.store.tables import KIND_NAMED, KINDS, Kind
from app.store.tables.annotations import ANNOTATION
from app.store.texts import TextShelf
from app.store.wording import misplaced


class Sound(msgspec.Struct, frozen=True, gc=False):
    """A revision that was checked: its name, its record, itself, and what it says if it lives."""

    name: str
    record: str
    revision: Revision
    said: Any


def show_alone(connection: Connection, shelf: TextShelf, alone: Sequence[Sound]) -> list[Sound]:
    """Write the rows of records that have one living revision each; return those that got theirs.

    The others refer to what has no row, or their words are not what stands in the article.
    """
    by_kind: dict[str, list[Sound]] = {}
    for one in alone:
        by_kind.setdefault(one.revision.kind, []).append(one)
    shown: list[Sound] = []
    for kind in KINDS:
        those = _with_bases(connection, kind, by_kind.get(kind.name, []))
        if kind is ANNOTATION:
            those = _in_place(connection, shelf, those)
        insert_values(connection, kind.table, _rows(kind, those))
        shown += those
    return shown


def _with_bases(connection: Connection, kind: Kind[Any], those: list[Sound]) -> list[Sound]:
    """Return those for which all that they refer to has a row."""
    for field, base in BASES.items():
        if those and field in kind.table.c:
            column, named = KIND_NAMED[base].table.c.id, attrgetter(field)
            wanted = {named(one.said) for one in those}
            query = select(column).where(among(column))
            here = {name for (name,) in fetch_rows(connection, query, bound(wanted))}
            if here != wanted:
                those = [one for one in those if named(one.said) in here]
    return those


def _in_place(connection: Connection, shelf: TextShelf, those: list[Sound]) -> list[Sound]:
    """Return those annotations whose words are what stands in the article."""
    made = [
        (said.article, said.start, said.end, said.quote, one.record)
        for one in those
        for said in (one.said,)
    ]
    wrong = misplaced(connection, shelf, made)
    return [one for one in those if one.record not in wrong] if wrong else those


def _rows(kind: Kind[Any], those: Sequence[Sound]) -> list[tuple[Any, ...]]:
    columns = attrgetter(*kind.columns)
    return [
        (one.record, one.name, fingerprint_of(one.record, one.revision.body), *columns(one.said))
        for one in those
    ]
