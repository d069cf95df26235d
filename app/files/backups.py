"""Backups of a project: made where it changed, listed, thinned out and compared with now."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import DatabaseError

from app.domain.difference import (
    Amount,
    Cell,
    Differences,
    How,
    Line,
    amount_of,
    by_person,
    sorted_out,
    unlike_cells,
)
from app.domain.thinning import Kept, to_drop
from app.errors import FileTrouble
from app.project import Project
from app.queries.differences import annotation_lines, annotation_marks, article_lines, standing
from app.queries.stamp import stamp
from app.store.engine import open_engine, reading, trouble_of
from app.store.retelling import read_heading
from app.store.shelf import Shelf, Slot, Suspicion, Why, shelf_of, shelves

if TYPE_CHECKING:
    from sqlalchemy import Connection

MOST_LINES = 300
"""How many differences are told one by one."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup and what is known of it: counts, the state it holds and whose file it was made of.

    Where its retelling has gone, only its name is known: then the counts are None.
    """

    slot: Slot
    size: int
    articles: int | None = None
    annotations: int | None = None
    stamp: str = ""
    of: Path | None = None

    @property
    def path(self) -> Path:
        """Where it lies."""
        return self.slot.path

    @property
    def made(self) -> datetime:
        """When it was made, in UTC."""
        return self.slot.made

    @property
    def why(self) -> Why:
        """What it was made for."""
        return self.slot.why


def _never() -> bool:
    return False


def make_backup(
    project: Project,
    root: Path,
    why: Why,
    *,
    stopped: Callable[[], bool] = _never,
    anyhow: bool = False,
) -> Backup | None:
    """Back the open project up, then thin out; None where nothing changed since the last one.

    Raises `FileTrouble`, as `NoRoom` where the disk is too full, and `Cancelled`.
    """
    shelf = shelf_of(root, project.id)
    last = next(iter(of_file(_on(shelf), project.path)), None)
    if not anyhow and last is not None and last.stamp == project.ask(stamp):
        return None
    slot = project.back_up(shelf, why, stopped=stopped)
    if why is not Why.RESTORING:  # the one that is about to be restored must not go
        thin_out(shelf, project.path)
    return _backup(slot)


def backups(root: Path, project: str) -> list[Backup]:
    """Return the backups of the project with this id, the newest first, whichever file they are of.

    Newest by number: no clock decides.
    """
    return _on(shelf_of(root, project))


def backups_of(root: Path, path: Path) -> list[Backup]:
    """Return the backups that were made of this file, when it cannot be asked who it is."""
    found = []
    for shelf in shelves(root):
        last = next(iter(of_file(_on(shelf), path)), None)
        if last is not None:
            found.append((last.made, shelf))
    if not found:
        return []
    _, newest = max(found, key=lambda pair: pair[0])
    return of_file(_on(newest), path)


def of_file(found: Sequence[Backup], path: Path) -> list[Backup]:
    """Return those that were made of the file at `path`, or of who knows which."""
    return [one for one in found if one.of is None or _is_same(one.of, path)]


def thin_out(shelf: Shelf, path: Path, *, now: datetime | None = None) -> int:
    """Remove what is not worth its room any more; return how many went.

    Each file's backups count for themselves; where the project may be damaged nothing goes.
    """
    if shelf.is_suspected:
        return 0
    mine = [one for one in of_file(_on(shelf), path) if one.of is not None]
    moment = (now or datetime.now(UTC)).astimezone()
    gone = to_drop([Kept(one.slot.number, one.made.astimezone()) for one in mine], moment)
    for one in mine:
        if one.slot.number in gone:
            with suppress(OSError):  # it goes another time
                shelf.remove(one.slot)
    return len(gone)


def say_checked(project: Project, root: Path, *, is_whole: bool) -> None:
    """Remember whether the project passed its check: else no earlier backup must go.

    One that passed also takes back what a backup that went wrong made one suspect.
    """
    shelf = shelf_of(root, project.id)
    for by in Suspicion if is_whole else (Suspicion.CHECK,):
        shelf.suspect(by, is_so=not is_whole)


def differences(project: Project, backup: Path) -> Differences:
    """Compare a backup with the open project as it is now."""
    now = project.ask(standing)
    with asking(backup) as there:
        then = standing(there)
        cells = unlike_cells(now, then)
        ours = project.ask(annotation_marks, cells=cells)
        theirs = annotation_marks(there, cells=cells)
        unlike = [(cell, sorted_out(ours.get(cell, {}), theirs.get(cell, {}))) for cell in cells]
        articles = sorted_out(now.articles, then.articles)
        lines: list[Line] = []
        for how in How:
            ids = articles[how][: MOST_LINES - len(lines)]
            if how is How.FEWER:
                lines += project.ask(article_lines, how=how, ids=ids)
            else:
                lines += article_lines(there, how=how, ids=ids)
        for how in How:
            ids = _first(unlike, how, MOST_LINES - len(lines))
            if how is How.FEWER:
                lines += project.ask(annotation_lines, how=how, ids=ids)
            else:
                lines += annotation_lines(there, how=how, ids=ids)
    amounts = [(cell, amount_of(found)) for cell, found in unlike]
    total = sum((amount for _, amount in amounts), Amount())
    every = total + amount_of(articles)
    return Differences(
        articles=amount_of(articles),
        annotations=total,
        labels=amount_of(sorted_out(now.labels, then.labels)),
        done=amount_of(sorted_out(now.done, then.done)),
        people=by_person(amounts, now, then),
        lines=tuple(lines),
        untold=every.more + every.fewer + every.changed - len(lines),
    )


@contextmanager
def asking(path: Path) -> "Iterator[Connection]":
    """Give a connection that asks a backup, which stays as it is."""
    engine = open_engine(path, writable=False)
    try:
        with reading(engine) as connection:
            yield connection
    except (DatabaseError, UnicodeDecodeError) as error:
        told = trouble_of(path, error) if isinstance(error, DatabaseError) else None
        raise told or FileTrouble(path, "this backup cannot be read.", "Try another.") from error
    finally:
        engine.dispose()


def _first(unlike: Sequence[tuple[Cell, dict[How, list[str]]]], how: How, most: int) -> list[str]:
    """Return the first of the annotations that differ in this way."""
    found: list[str] = []
    for _, each in unlike:
        if len(found) >= most:
            break
        found += each[how]
    return found[: max(0, most)]


def _on(shelf: Shelf) -> list[Backup]:
    return [_backup(slot) for slot in reversed(shelf.slots())]


def _backup(slot: Slot) -> Backup:
    told = read_heading(slot.retelling)
    try:
        size = slot.path.stat().st_size
    except OSError:
        size = 0
    of, name = told.get("path"), told.get("stamp")
    return Backup(
        slot=slot,
        size=size,
        articles=_number(told.get("articles")),
        annotations=_number(told.get("annotations")),
        stamp=name if isinstance(name, str) else "",
        of=Path(of) if isinstance(of, str) and of else None,
    )


def _number(said: object) -> int | None:
    return said if isinstance(said, int) else None


def _is_same(one: Path, other: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)


__all__ = [
    "Backup",
    "Why",
    "backups",
    "backups_of",
    "differences",
    "make_backup",
    "of_file",
    "say_checked",
    "thin_out",
]
