"""The shelf: one folder for the backups of each project, and how they are named, made and told of.

A backup is a whole project, `00042-20261122T142005Z-opening.galley`, with a retelling beside it.
Its number only grows, whatever the clock does; the heading of the retelling says what is worth
knowing before the backup itself is opened.
"""

import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from threading import RLock
from time import time
from typing import Any

from app.errors import FileTrouble
from app.store.backup import Damaged, Look, back_up, back_up_open, looking_into
from app.store.retelling import write_retelling

LEAST_ROOM = 200_000_000
"""Bytes that must be left on the disk, besides three times the project itself."""

ROOM_FOR = 3

_NAME = re.compile(r"(\d{5,})-(\d{8}T\d{6}Z)-([a-z]+)\.galley")
_MOMENT = "%Y%m%dT%H%M%SZ"
_LEFT_OVER = re.compile(r"\d{5,}-\d{8}T\d{6}Z-[a-z]+\.(?:galley|jsonl\.gz)\.part(?:-journal)?")
_LINES = ".jsonl.gz"
_SUSPECTED = "suspected-by-"
UNTOUCHED = 3_600
"""Seconds after which nobody is at work any more on what is half made."""

_STAMP = (
    "SELECT number, (SELECT min(id) FROM revisions WHERE step = number)"
    " FROM steps ORDER BY number DESC LIMIT 1"
)


class Why(StrEnum):
    """What a backup was made for; it is part of its name."""

    OPENING = "opening"
    WORK = "work"
    RECEIVING = "receiving"
    UPGRADE = "upgrade"
    RESTORING = "restoring"


class Suspicion(StrEnum):
    """What made one think that the project may be damaged."""

    BACKUP = "backup"
    CHECK = "check"


class NoRoom(FileTrouble):
    """There is too little room for a backup."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A backup by its name: its number, when it was made (UTC), what for, and where it lies."""

    number: int
    made: datetime
    why: Why
    path: Path

    @property
    def retelling(self) -> Path:
        """Where the history lies as lines."""
        return self.path.with_suffix(_LINES)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folder of one project's backups."""

    folder: Path

    def slots(self) -> list[Slot]:
        """Return the backups that lie there, by their numbers."""
        try:
            found = [slot for path in self.folder.iterdir() if (slot := _slot(path))]
        except OSError:
            return []
        return sorted(found, key=lambda one: one.number)

    def next_slot(self, why: Why, now: datetime) -> Slot:
        """Return the name that the next backup is to have."""
        number = max((slot.number for slot in self.slots()), default=0) + 1
        made = now.astimezone(UTC).replace(microsecond=0)
        name = f"{number:05}-{made.strftime(_MOMENT)}-{why.value}.galley"
        return Slot(number, made, why, self.folder / name)

    def remove(self, slot: Slot) -> None:
        """Take a backup away; the backup first, so that none is left without its retelling."""
        slot.path.unlink(missing_ok=True)
        slot.retelling.unlink(missing_ok=True)

    def sweep(self) -> None:
        """Remove what a backup left half made that was cut off; what is being made stays."""
        with suppress(OSError):  # it goes another time
            for path in self.folder.iterdir():
                if _is_left_over(path) and abs(time() - path.stat().st_mtime) > UNTOUCHED:
                    path.unlink(missing_ok=True)

    @property
    def is_suspected(self) -> bool:
        """Whether the project may be damaged, so that no earlier backup must go."""
        return any(self._mark(by).exists() for by in Suspicion)

    def suspect(self, by: Suspicion, *, is_so: bool) -> None:
        """Remember, or take back, that the project may be damaged."""
        with suppress(OSError):
            if is_so:
                self.folder.mkdir(parents=True, exist_ok=True)
                self._mark(by).write_text("Nothing is thinned out here.\n", "utf-8")
            else:
                self._mark(by).unlink(missing_ok=True)

    def _mark(self, by: Suspicion) -> Path:
        return self.folder / f"{_SUSPECTED}{by.value}.txt"


def shelf_of(root: Path, project: str) -> Shelf:
    """Return the shelf of the project with this id among all shelves in `root`."""
    if not re.fullmatch(r"[0-9A-Za-z-]{1,64}", project):  # it comes from a file
        raise FileTrouble(root, "a project's id is not one.", "Open another copy of it.")
    return Shelf(root / project)


def shelves(root: Path) -> Iterator[Shelf]:
    """Yield all shelves."""
    with suppress(OSError):
        for folder in sorted(root.iterdir()):
            if folder.is_dir():
                yield Shelf(folder)


def keep_closed(path: Path, root: Path, why: Why) -> Slot:
    """Put a copy of a project on its shelf; no engine of this process may have it open."""
    with looking_into(path) as connection:
        (project,) = connection.execute("SELECT project FROM identity").fetchone() or ("",)
    shelf = shelf_of(root, str(project))
    return _keep(path, shelf, why, lambda slot, look: back_up(path, slot.path, look=look), _never)


def keep_open(
    source: object,
    path: Path,
    shelf: Shelf,
    why: Why,
    *,
    lock: RLock,
    stopped: Callable[[], bool],
) -> Slot:
    """Put a copy of an open project on its shelf, through the connection that owns its file."""
    assert isinstance(source, sqlite3.Connection)  # noqa: S101 - the driver of our engine

    def copy(slot: Slot, look: Look) -> None:
        back_up_open(source, path, slot.path, lock=lock, stopped=stopped, look=look)

    return _keep(path, shelf, why, copy, stopped)


def stamp_of(connection: sqlite3.Connection) -> str:
    """Return what names the state that a project is in: its newest step and a revision of that."""
    number, revision = connection.execute(_STAMP).fetchone() or (0, "")
    return f"{number} {revision}"


def need_room(path: Path, folder: Path) -> None:
    """Raise `NoRoom` where a backup would leave the disk too full to work on."""
    there = next((one for one in (folder, *folder.parents) if one.exists()), folder)
    with suppress(OSError):  # where nobody can tell, writing will
        free = shutil.disk_usage(there).free
        if free < max(LEAST_ROOM, ROOM_FOR * path.stat().st_size):
            raise NoRoom(
                folder, "there is too little room for a backup.", "Make some room on the disk."
            )


def _keep(
    path: Path,
    shelf: Shelf,
    why: Why,
    copy: Callable[[Slot, Look], None],
    stopped: Callable[[], bool],
) -> Slot:
    shelf.sweep()
    need_room(path, shelf.folder)
    slot = shelf.next_slot(why, datetime.now(UTC))
    suspected: list[bool] = []

    def look(connection: sqlite3.Connection) -> None:
        heading = _heading(connection, path, slot)
        suspected.append(not write_retelling(connection, slot.retelling, heading, stopped=stopped))

    try:
        copy(slot, look)
    except BaseException as error:
        if isinstance(error, Damaged):
            shelf.suspect(Suspicion.BACKUP, is_so=True)
        with suppress(OSError):  # the trouble that was met first is the one to tell
            slot.retelling.unlink(missing_ok=True)
        raise
    if any(suspected):  # a later backup that is well takes nothing back: only a check does
        shelf.suspect(Suspicion.BACKUP, is_so=True)
    return slot


def _heading(connection: sqlite3.Connection, path: Path, slot: Slot) -> dict[str, Any]:
    def one(sql: str) -> Any:
        return connection.execute(sql).fetchone()[0]

    return {
        "galley": "backup",
        "project": one("SELECT project FROM identity"),
        "schema": one("PRAGMA user_version"),
        "path": str(path.absolute()),
        "made": slot.made.isoformat(timespec="seconds"),
        "why": slot.why.value,
        "stamp": stamp_of(connection),
        "articles": one("SELECT count(*) FROM articles"),
        "annotations": one("SELECT count(*) FROM annotations"),
    }


def _is_left_over(path: Path) -> bool:
    """Tell whether it is a part of a backup, or a retelling without the backup it is of."""
    if _LEFT_OVER.fullmatch(path.name):
        return True
    backup = path.with_name(path.name.removesuffix(_LINES) + ".galley")
    return path.name.endswith(_LINES) and _slot(backup) is not None and not backup.exists()


def _slot(path: Path) -> Slot | None:
    found = _NAME.fullmatch(path.name)
    if found is None or found[3] not in set(Why):
        return None
    try:
        made = datetime.strptime(found[2], _MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Slot(int(found[1]), made, Why(found[3]), path)


def _never() -> bool:
    return False
