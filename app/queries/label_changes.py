"""When did the labels, or what their guideline says, change?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, select

from app.domain.guideline_names import renamed_in_examples
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


_Change = tuple[Sequence[_Said | None], _Said | None]
"""The states that a label's new state follows, and that one."""


def label_changes(connection: Connection) -> list[LabelChange]:
    """Return the steps after the first that changed what labels mean, the earliest first.

    Those are labels added, deleted, renamed, retired and offered again, and guidelines rewritten;
    not their keys, places and looks, nor that examples follow a label's new name. What was undone
    stands in it, and so does the undoing.
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
    found: dict[int, tuple[str, list[_Change]]] = {}
    for name, parents, deleted, called, guideline, retired, step, at, kind in fetch_rows(
        connection, query
    ):
        now = None if deleted else _Said(str(called), str(guideline or ""), bool(retired))
        states[name] = now
        before = [states.get(parent) for parent in parents.split()]
        changes = found.setdefault(step, (at, []))[1]
        if kind != "found":
            changes.append((before, now))
    told = [(at, _told(changes)) for at, changes in found.values()]
    return [LabelChange(day_here(at), phrases) for at, phrases in told if phrases]


def _told(changes: Sequence[_Change]) -> tuple[str, ...]:
    """Say what a step changed, each thing once."""
    names = {
        (one.name, now.name)
        for before, now in changes
        for one in before
        if one is not None and now is not None and one.name != now.name
    }
    return tuple(
        dict.fromkeys(
            phrase
            for before, now in changes
            for phrase in _phrases([_following(one, names) for one in before], now)
        )
    )


def _following(said: _Said | None, names: Iterable[tuple[str, str]]) -> _Said | None:
    """Return a state whose examples name labels by their new names, as the step lets them do."""
    if said is None:
        return None
    guideline = said.guideline
    for old, new in names:
        guideline = renamed_in_examples(guideline, old, new)
    return replace(said, guideline=guideline)


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
