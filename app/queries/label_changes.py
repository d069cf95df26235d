"""When did the labels, or what their guideline says, change?"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from app.domain.label_change import LabelChange
from app.queries.done_when import day_here
from app.store.bulk import fetch_rows
from app.store.tables.history import revisions, steps


@dataclass(frozen=True, slots=True)
class _Said:
    """What a state of a label says about its meaning; where it is deleted, nothing."""

    name: str
    guideline: str
    retired: bool


def label_changes(connection: Connection) -> list[LabelChange]:
    """Return the steps after the first that changed what labels mean, the earliest first.

    Those are labels added, deleted, renamed, retired and offered again, and guidelines rewritten;
    not their keys, places and looks. What was undone stands in it, and so does the undoing.
    """
    table = revisions.c
    query = (
        select(
            table.id,
            table.parents,
            table.deleted,
            func.json_extract(table.body, "$.name"),
            func.json_extract(table.body, "$.guideline"),
            func.json_extract(table.body, "$.retired"),
            steps.c.number,
            steps.c.at,
            steps.c.kind,
        )
        .join(steps, steps.c.number == table.step)
        .where(table.kind == "label")
        .order_by(steps.c.number, table.seq, table.id)
    )
    states: dict[str, _Said | None] = {}
    found: dict[int, tuple[str, list[str]]] = {}
    for name, parents, deleted, called, guideline, retired, step, at, kind in fetch_rows(
        connection, query
    ):
        now = None if deleted else _Said(str(called), str(guideline or ""), bool(retired))
        states[name] = now
        before = [states.get(parent) for parent in parents.split()]
        phrases = found.setdefault(step, (at, []))[1]
        if kind != "found":
            phrases += _phrases(before, now)
    return [
        LabelChange(day_here(at), tuple(dict.fromkeys(phrases)))
        for at, phrases in found.values()
        if phrases
    ]


def _phrases(before: Sequence[_Said | None], now: _Said | None) -> list[str]:
    """Say how a label's state differs from all of those it follows."""
    earlier = [one for one in before if one is not None]
    if now is None:
        return [f"{one.name}: deleted" for one in earlier[:1]]
    if not earlier:
        return [f"{now.name}: {'back again' if before else 'new'}"]
    said = []
    if all(one.name != now.name for one in earlier):
        said.append(f"{now.name}: was called {earlier[0].name}")
    if all(one.retired != now.retired for one in earlier):
        said.append(f"{now.name}: {'retired' if now.retired else 'offered again'}")
    if all(one.guideline != now.guideline for one in earlier):
        said.append(f"{now.name}: guideline")
    return said
