"""The guard of a project's file: who has it open for writing, for everybody else to read.

It spares two people each other's surprise, and nothing more: that no act is lost when two programs
write all the same is SQLite's doing, by `BEGIN IMMEDIATE`.
"""

import os
import platform
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.held_file import HeldFile, words_in

_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a project open; what is not known is empty. `since` is in UTC."""

    person: str = ""
    login: str = ""
    host: str = ""
    process: int = 0
    since: datetime | None = None

    @property
    def is_here(self) -> bool:
        """Whether the holder works on this computer."""
        return self.host == platform.node()

    def __str__(self) -> str:
        who = self.person or self.login or "Somebody"
        where = "" if not self.host else f" on {self.host}"
        where = " on this computer, in another window," if self.is_here else where
        return f"{who} has this project open{where} since {_said(self.since)}"


class Guard:
    """Held as long as a project is open for writing; it dies with the process.

    Without a `held` file it guards nothing, as where the file system knows no locks.
    """

    def __init__(self, held: HeldFile | None = None) -> None:
        self._held = held
        self._since = datetime.now(UTC)
        self.name("")

    @classmethod
    def take(cls, path: Path, *, anyway: bool = False) -> "Guard | Holder":
        """Guard the project at `path`, or return who does.

        What a crash left on this computer is no obstacle. What another computer left is believed,
        because its lock may not reach here, unless the person says that it is not so: `anyway`.
        """
        side = side_file(path)
        try:
            held = HeldFile.take(side)
        except OSError:
            return cls()
        if held is None:
            return _holder(words_in(side)) or Holder()
        former = _holder(held.read())
        if former is not None and not former.is_here and not anyway:
            held.let_go(keep=True)
            return former
        return cls(held)

    def name(self, person: str) -> None:
        """Say who works here."""
        if self._held is not None:
            login = os.environ.get("USER") or os.environ.get("USERNAME") or ""
            since = self._since.isoformat(timespec="seconds")
            facts = (person, login, platform.node(), str(os.getpid()), since)
            self._held.write("\n".join(facts))

    def let_go(self) -> None:
        """Guard no longer; nothing of it stays beside the project."""
        if self._held is not None:
            self._held.let_go()


def side_file(path: Path) -> Path:
    """Return where the guard of the project at `path` lies: beside it, and hidden."""
    return path.with_name(f".{path.name}.lock")


def _holder(words: str) -> Holder | None:
    """Return whom the words in a guard name; None where they name nobody."""
    lines = words.split("\n")
    if len(lines) != len(Holder.__dataclass_fields__):
        return None
    person, login, host = (_clean(line) for line in lines[:3])
    try:
        since = datetime.fromisoformat(lines[4]).astimezone(UTC)
        process = int(lines[3][:_LONGEST])
    except (ValueError, OverflowError):
        return None
    return Holder(person, login, host, process, since)


def _clean(words: str) -> str:
    """Return a name from outside without what cannot be seen, and not endless."""
    return "".join(sign for sign in words[:_LONGEST] if sign.isprintable()).strip()


def _said(since: datetime | None) -> str:
    """Say a time as somebody here would: today's by the clock alone."""
    if since is None:
        return "a while ago"
    local, now = since.astimezone(), datetime.now(UTC).astimezone()
    return local.strftime("%H:%M" if local.date() == now.date() else "%Y-%m-%d %H:%M")
