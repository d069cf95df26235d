"""How a project's file may be entered: for writing, or for reading alone, and then why."""

import os
from dataclasses import dataclass
from pathlib import Path

from app.errors import FileTrouble, Kind, Refused
from app.store.guard import Guard, Holder


@dataclass(slots=True)
class Access:
    """What one opening of a project may do: it writes while it has a guard, and only then."""

    guard: Guard | None = None
    held_by: Holder | None = None
    is_protected: bool = False
    only_reads: bool = False
    """Whether somebody wants no more than to look, so that nobody tries to write later on."""

    @classmethod
    def ask(cls, path: Path, *, anyway: bool = False) -> "Access":
        """Return what can be had at the moment; `anyway` as in `Guard.take`."""
        if not may_write(path):
            return cls(is_protected=True)
        guard = Guard.take(path, anyway=anyway)
        return cls(guard=guard) if isinstance(guard, Guard) else cls(held_by=guard)

    @property
    def may_write(self) -> bool:
        """Whether acts are taken."""
        return self.guard is not None

    @property
    def why_not(self) -> str:
        """Why no acts are taken, in one sentence; nothing where they are."""
        if self.guard is not None:
            return ""
        if self.held_by is not None:
            return f"{self.held_by}. It can be read here; close it there to write here."
        if self.is_protected:
            return "This file is write-protected. It can be read; to go on working, save a copy."
        return "This project was opened for reading only."

    def require(self) -> None:
        """Refuse where no acts are taken."""
        if self.guard is None:
            raise Refused(self.why_not)

    def let_go(self) -> None:
        """Leave the file to others."""
        if self.guard is not None:
            self.guard.let_go()


@dataclass(frozen=True, slots=True)
class Footing:
    """Which file lies at a path: its device and number there, which no other file has."""

    device: int
    number: int

    @classmethod
    def of(cls, path: Path) -> "Footing | None":
        """Return what lies there; None where nothing does. The file is not opened for it."""
        try:
            found = path.stat()
        except OSError:
            return None
        return cls(found.st_dev, found.st_ino)


def require_same(path: Path, footing: Footing | None) -> None:
    """Raise `FileTrouble` where another file, or none, lies where ours did."""
    there = Footing.of(path)
    if there == footing:
        return
    told = (
        "the file was moved, renamed or deleted while it was open."
        if there is None
        else "another file was put in its place while it was open."
    )
    advice = "Nothing is written there any more; put it back, or go on in a copy."
    raise FileTrouble(path, told, advice, kind=Kind.MOVED)


def may_write(path: Path) -> bool:
    """Tell whether the system lets us write the file, and beside it, where SQLite has to."""
    effective = os.access in os.supports_effective_ids
    return all(os.access(place, os.W_OK, effective_ids=effective) for place in (path, path.parent))
