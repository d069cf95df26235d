"""Rescue copies: what they are called, and which of many are worth their room."""

import re
from collections import defaultdict
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.domain.thinning import Kept, to_drop

_NAME = re.compile(r"(.+) (\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d)\.galley", re.DOTALL)
_STAMPED = re.compile(r"( \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d)+$")
_MOMENT = "%Y-%m-%d %H.%M.%S"
_AT_ONCE = timedelta(minutes=15)
"""A copy that was written to later than this after its making is somebody's project by now."""


def rescue_name(stem: str, now: datetime) -> str:
    """Return what a rescue copy of the project `stem` is called; `now` is told in local time.

    A rescue copy that is lost itself is rescued under the project's name and not under its own.
    """
    return f"{rescued_stem(stem)} {now.astimezone().strftime(_MOMENT)}.galley"


def rescued_stem(stem: str) -> str:
    """Return what the project was called of which this is the rescue copy."""
    return _STAMPED.sub("", stem) or stem


def thin_out_rescued(folder: Path, *, now: datetime | None = None) -> int:
    """Remove rescue copies as old backups are removed; return how many went.

    Each project's copies count for themselves, and its newest three stay. So does every copy in
    which somebody went on working.
    """
    moment = (now or datetime.now(UTC)).astimezone()
    gone = 0
    for copies in _untouched(folder).values():
        by_age = sorted(copies, key=lambda one: one.stat().st_mtime_ns)
        kept = [Kept(number, _made(path)) for number, path in enumerate(by_age)]
        for number in to_drop(kept, moment):
            with suppress(OSError):  # it goes another time
                by_age[number].unlink()
                gone += 1
    return gone


def _untouched(folder: Path) -> dict[str, list[Path]]:
    """Return by project the copies that are as they were written."""
    found = defaultdict(list)
    with suppress(OSError):
        for path in folder.iterdir():
            named = _NAME.fullmatch(path.name)
            if named is not None and _is_as_written(path):
                found[named[1]].append(path)
    return found


def _is_as_written(path: Path) -> bool:
    with suppress(ValueError):
        written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        return abs(written - _made(path)) < _AT_ONCE
    return False


def _made(path: Path) -> datetime:
    named = _NAME.fullmatch(path.name)
    return datetime.strptime(named[2] if named else "", _MOMENT).astimezone()
