"""The one history: which step comes next to undo or redo, and writing its earlier bodies again."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select
from sqlalchemy.exc import IntegrityError

from app.errors import Cancelled, Refused
from app.store.batches import LARGE_BATCH, batches
from app.store.bookkeeping import bring_along, take_along
from app.store.journal import Journal, Write
from app.store.label_clash import refuse_clash
from app.store.restoration import Restoration
from app.store.settling import BASES
from app.store.standing import is_built_upon, standing_since
from app.store.tables import KINDS, Kind
from app.store.tables.history import revisions, steps
from app.store.tables.labels import LABEL

# each by itself: SQLite answers one maximum from its index, and two by reading all steps
_HIGHEST = tuple(select(func.max(column)) for column in (steps.c.number, steps.c.seq))
_NEW_STEP = insert(steps)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the history; `title` follows "Undo" or "Redo" in a menu."""

    number: int
    title: str


@dataclass(frozen=True, slots=True)
class NewStep:
    """What is written about a step when it ends."""

    number: int
    kind: str
    title: str
    person: str | None
    at: str
    seq: int
    reverses: int | None = None


def next_numbers(connection: Connection) -> tuple[int, int]:
    """Return the number and the Lamport seq of the step that begins."""
    number, seq = (connection.execute(highest).scalar_one() for highest in _HIGHEST)
    return (number or 0) + 1, (seq or 0) + 1


def begin_step(connection: Connection, kind: str, person: str | None) -> NewStep:
    """Return the step that begins now; its title is known when it ends."""
    number, seq = next_numbers(connection)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return NewStep(number, kind, "", person, now, seq)


def write_step(connection: Connection, step: NewStep) -> None:
    """Record a step."""
    connection.execute(_NEW_STEP, asdict(step))


def next_undo(connection: Connection, person: str | None) -> Step | None:
    """Return this person's newest step that still stands, or None."""
    settled: set[int] = set()
    for row in _steps_back(connection, person):
        target = row.number if row.reverses is None else row.reverses
        if target in settled:
            continue
        if row.kind != "undo":
            return Step(target, row.title)
        settled.add(target)
    return None


def next_redo(connection: Connection, person: str | None) -> Step | None:
    """Return the step this person undid last and has not redone; None after a new act."""
    settled: set[int] = set()
    for row in _steps_back(connection, person):
        if row.kind in ("do", "merge"):
            return None
        if row.reverses not in settled and row.kind == "undo":
            return Step(row.reverses, row.title)
        settled.add(row.reverses)
    return None


def _steps_back(connection: Connection, person: str | None) -> Iterator[Row[Any]]:
    """Yield this person's steps, newest first, a page at a time: mostly the first one answers."""
    before = None
    while True:
        query = select(steps).where(
            steps.c.kind.not_in(("found", "keep")), steps.c.person.is_not_distinct_from(person)
        )
        if before is not None:
            query = query.where(steps.c.number < before)
        page = connection.execute(query.order_by(steps.c.number.desc()).limit(100)).all()
        yield from page
        if len(page) < 100:
            return
        before = page[-1].number


def write_again(
    connection: Connection,
    journal: Journal,
    step: Step,
    *,
    undo: bool,
    stopped: Callable[[], bool],
) -> None:
    """Write the bodies from before the step (undo) or from after it (redo) again.

    Refuses where a record no longer stands as the step (undo), or its undoing (redo), left it, and
    where later work that stands builds on the step. Raises `Cancelled` once it is `stopped`. What
    was written by then is to be rolled back.
    """
    standing = standing_since(connection, step.number) if undo else {}
    labels: set[str] = set()
    removals: list[tuple[Kind[Any], list[Write]]] = []
    for kind in KINDS:
        gone: list[Write] = []
        for batch in batches(_records(connection, step, kind), LARGE_BATCH):
            if stopped():
                raise Cancelled
            restored = Restoration(connection, kind, batch, standing, step=step.number, undo=undo)
            try:
                journal.add(kind, restored.additions)
                journal.change(kind, restored.alterations)
            except IntegrityError:
                raise Refused(
                    f"“{step.title}” stays as it is: what it refers to is no longer in the project."
                ) from None
            gone += restored.removals
            if kind is LABEL:
                labels |= {one.record for one in restored.additions + restored.alterations}
        removals.append((kind, gone))
    if standing:
        names = {write.record for _, gone in removals for write in gone}
        if is_built_upon(connection, names, standing):
            raise _referred_to(step)
    take_along(
        connection,
        journal,
        {write.record for kind, gone in removals if kind.name in BASES for write in gone},
    )
    for kind, gone in reversed(removals):  # what refers to others goes before them
        try:
            journal.remove(kind, gone)
        except IntegrityError:
            raise _referred_to(step) from None
    bring_along(connection, journal, step.number)
    refuse_clash(connection, step.title, restored=labels)


def _referred_to(step: Step) -> Refused:
    return Refused(f"“{step.title}” stays: later work refers to what it brought.")


def _records(connection: Connection, step: Step, kind: Kind[Any]) -> list[str]:
    query = (
        select(revisions.c.record)
        .where(revisions.c.step == step.number, revisions.c.kind == kind.name)
        .distinct()
        .order_by(revisions.c.record)
    )
    return list(connection.execute(query).scalars())
