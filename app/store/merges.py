"""Steps that brought work from another copy: done as one, taken back as one, done again as one."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, func, insert, select

from app.domain.changes import MANY, Changes
from app.errors import Refused
from app.store.batches import batches
from app.store.history import Step
from app.store.revision import parse_body
from app.store.settling import histories_of, records_of_step, settle_tables
from app.store.standing import is_built_upon, standing_since
from app.store.tables import KINDS
from app.store.tables.annotators import annotators
from app.store.tables.bundles import bundles
from app.store.tables.history import revisions, set_aside, steps
from app.store.texts import TextShelf
from app.store.union import Named, Tally, keep_texts, unite

_COLUMNS = [column.name for column in revisions.columns]


def merge(
    connection: Connection,
    shelf: TextShelf,
    *,
    step: int,
    texts: Iterable[tuple[str, str]],
    arriving: Iterable[Named],
) -> Tally:
    """Take in texts and revisions from another copy under a step, and show what is known now."""
    refused = keep_texts(connection, texts)
    tally = unite(connection, shelf, arriving, step=step)
    tally.refused_texts = refused
    if tally.new:
        settle_tables(connection, shelf, tally.unsettled)
    return tally


def is_merge(connection: Connection, step: Step) -> bool:
    """Tell whether a step brought work from another copy."""
    kind = connection.execute(select(steps.c.kind).filter_by(number=step.number)).scalar_one()
    return bool(kind == "merge")


def highest_seq(connection: Connection, step: int) -> int:
    """Return the highest Lamport counter among the step's revisions; 0 where there are none."""
    query = select(func.max(revisions.c.seq)).filter_by(step=step)
    return connection.execute(query).scalar_one() or 0


def set_merge_aside(connection: Connection, shelf: TextShelf, step: Step) -> Changes:
    """Undo a merge: put its revisions aside, as if the file had never come.

    They leave the history instead of being followed by deletions, for a deletion would travel to
    the other copies with the next bundle and undo their work, too. Refuses where later work builds
    on what the merge brought.
    """
    _refuse_beginning(connection, step)
    records = records_of_step(connection, step.number)
    changes = changes_of(connection, step.number)
    standing = standing_since(connection, step.number)
    _refuse_handed_out(connection, step)
    _refuse_received_again(connection, step, standing)
    _refuse_built_upon(connection, step, list(records), standing)
    _move(connection, step.number, source="revisions")
    settle_tables(connection, shelf, records)
    return changes


def bring_merge_back(connection: Connection, shelf: TextShelf, step: Step) -> Changes:
    """Redo a merge: what was put aside is in the history again."""
    here = select(revisions.c.id)  # the same file may have come again meanwhile
    again = (set_aside.c.step == step.number) & set_aside.c.id.in_(here)
    connection.execute(delete(set_aside).where(again))
    _move(connection, step.number, source="set_aside")
    records = records_of_step(connection, step.number)
    settle_tables(connection, shelf, records)
    return changes_of(connection, step.number)


def _move(connection: Connection, step: int, *, source: str) -> None:
    """Move a step's revisions into the history, or out of it."""
    outgoing, into = (revisions, set_aside) if source == "revisions" else (set_aside, revisions)
    here = outgoing.c.step == step
    chosen = select(*(outgoing.c[name] for name in _COLUMNS)).where(here)
    connection.execute(insert(into).from_select(_COLUMNS, chosen))
    connection.execute(delete(outgoing).where(here))


def _refuse_beginning(connection: Connection, step: Step) -> None:
    """Refuse where the step is what a copy was filled with when it was made."""
    if step.number == connection.execute(select(func.min(steps.c.number))).scalar():
        raise Refused(f"“{step.title}” stays: it is what this copy was made of.")


def _refuse_handed_out(connection: Connection, step: Step) -> None:
    """Refuse where the step decided something and went out since: the copies would bring it back.

    What came as a bundle may go: it is somebody else's, and would come again anyway.
    """
    if connection.execute(select(bundles.c.step).filter_by(step=step.number)).first():
        return
    newest = select(func.max(steps.c.number)).where(
        (steps.c.number == step.number) | (steps.c.reverses == step.number)
    )
    until = func.json_extract(bundles.c.told, "$.until")
    went = select(bundles.c.number).where(bundles.c.way == "out", until >= newest.scalar_subquery())
    if connection.execute(went.limit(1)).first():
        raise Refused(
            f"“{step.title}” stays: it was handed out since, and would come back with the work."
        )


def _refuse_received_again(
    connection: Connection, step: Step, standing: Mapping[int, str | None]
) -> None:
    """Refuse while a later file of the same person stands, which may hold what this one brought."""
    came = select(bundles.c.step, bundles.c.annotator).where(bundles.c.step.is_not(None))
    by_step: dict[int, str] = dict(map(tuple, connection.execute(came)))
    whose = by_step.get(step.number)
    if whose is None or all(by_step.get(later) != whose for later in standing):
        return
    names = connection.execute(select(annotators.c.name).filter_by(id=whose))
    raise Refused(
        f"“{step.title}” stays: a later file of {names.scalar() or 'the same person'} was received "
        "since. Whoever received that one can undo it first."
    )


def _refuse_built_upon(
    connection: Connection, step: Step, records: list[str], standing: Mapping[int, str | None]
) -> None:
    own = set(connection.execute(select(revisions.c.id).filter_by(step=step.number)).scalars())
    wholly = set()
    for batch in batches(records):
        for record, history in histories_of(connection, batch).items():
            others = {name: one for name, one in history.items() if name not in own}
            if any(not own.isdisjoint(one.parents) for one in others.values()):
                raise Refused(f"“{step.title}” stays: later work builds on what it brought.")
            if not others:
                wholly.add(record)
    if is_built_upon(connection, wholly, standing):
        raise Refused(f"“{step.title}” stays: later work refers to what it brought.")


def changes_of(connection: Connection, step: int) -> Changes:
    """Return the notice of what a merge touched."""
    touched = select(revisions.c.record).filter_by(step=step).distinct().limit(MANY)
    records = list(connection.execute(touched).scalars())
    kinds = frozenset(
        connection.execute(select(revisions.c.kind).filter_by(step=step).distinct()).scalars()
    )
    if len(records) >= MANY:
        return Changes(kinds, None, None, None)
    bodies = connection.execute(
        select(revisions.c.record, revisions.c.kind, revisions.c.body).where(
            revisions.c.record.in_(records)
        )
    ).all()
    known = {kind.name for kind in KINDS}
    articles = {record for record, kind, _ in bodies if kind == "article"}
    articles |= {
        body["article"]
        for _, kind, text in bodies
        if kind in known and (body := parse_body(text) if text != "null" else {}).get("article")
    }
    return Changes(kinds, frozenset(records), frozenset(articles), None)
