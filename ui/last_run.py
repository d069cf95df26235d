"""What became of Galley the last time: where it ended unexpectedly, a report, and no second time.

A running Galley holds a file in a folder of its own, and the system lets go of it when the process
ends. One that nobody holds and nobody took away belonged to a Galley that ended unexpectedly.
"""

import faulthandler
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from app.held_file import HeldFile
from app.versions import versions

_LOG_TAIL = 20_000
_REPORTS = 10
"""How many reports are kept; older ones go."""


@dataclass(frozen=True, slots=True)
class Ended:
    """An unexpected end: where the report lies, and the project that was just being opened.

    `is_known` where the report says at which lines it ended: whoever is switched off leaves none.
    """

    report: Path
    opening: Path | None
    is_known: bool = False


class LastRun:
    """Notes that Galley runs and what it is about to open; `begin` tells how the last run ended."""

    def __init__(self, folder: Path, log: Path) -> None:
        self._folder, self._log = folder / "running", log
        self._reports = folder / "crashes"
        self._held: HeldFile | None = None
        self._dump: IO[str] | None = None
        self._since = _now()

    def begin(self) -> Ended | None:
        """Note that Galley runs from now on; return how an earlier run ended, if unexpectedly."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            ended = [self._look_at(file) for file in sorted(self._folder.glob("*.run"))]
            self._held = HeldFile.take(self._folder / f"{os.getpid()}.run")
            self._dump = (self._folder / f"{os.getpid()}.dump").open("w", encoding="utf-8")
        except OSError:
            return None  # without a place of its own Galley works all the same
        self.opening(None)
        faulthandler.enable(self._dump)
        return next((one for one in reversed(ended) if one is not None), None)

    def opening(self, project: Path | None) -> None:
        """Note which project is about to be opened; None once it is there, or will not be."""
        if self._held is not None:
            self._held.write(f"{self._since}\n{project or ''}")

    def end(self) -> None:
        """Galley ends as it should."""
        if self._dump is not None:
            faulthandler.disable()
            self._dump.close()
            with suppress(OSError):
                Path(self._dump.name).unlink()
            self._dump = None
        if self._held is not None:
            self._held.let_go()
            self._held = None

    def _look_at(self, file: Path) -> Ended | None:
        held = HeldFile.take(file)
        if held is None:
            return None  # another Galley, which runs
        since, _, opening = held.read().partition("\n")
        dump = file.with_suffix(".dump")
        report = self._write_report(since, dump, bool(opening))
        is_known = bool(_tail(dump))
        held.let_go()
        with suppress(OSError):
            dump.unlink()
        return Ended(report, Path(opening) if opening else None, is_known)

    def _write_report(self, since: str, dump: Path, was_opening: bool) -> Path:
        """Put together what is known; no words of an article are in any of it, and no path."""
        self._reports.mkdir(parents=True, exist_ok=True)
        report = self._reports / f"crash-{datetime.now(UTC):%Y-%m-%d-%H%M%S}-{dump.stem}.txt"
        about = ", ".join(f"{name} {value}" for name, value in versions().items())
        doing = "while a project was being opened" if was_opening else "at work"
        parts = (
            f"Galley ended unexpectedly {doing}.",
            f"It began at {since}; this was found at {_now()}.",
            about,
            "",
            "What the system left:",
            _tail(dump) or "(nothing)",
            "",
            "The end of the log:",
            _tail(self._log) or "(nothing)",
        )
        report.write_text("\n".join(parts) + "\n", "utf-8")
        for old in sorted(self._reports.glob("crash-*.txt"))[:-_REPORTS]:
            old.unlink()
        return report


def _tail(file: Path) -> str:
    """Return the end of a text file; nothing where it cannot be read."""
    try:
        with file.open("rb") as stream:
            stream.seek(max(0, file.stat().st_size - _LOG_TAIL))
            return stream.read().decode("utf-8", "replace").strip()
    except OSError:
        return ""


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
