"""The folder in which indexes lie: one file for each project, and none that nobody uses."""

import os
import re
from contextlib import suppress
from pathlib import Path
from time import time

SUFFIX = ".words"
KEPT_SECONDS = 90 * 24 * 3600
"""So long an index stays that nobody has searched."""

MOST_BYTES = 4 * 2**30
"""No more than this altogether; the one searched longest ago goes first."""

_UNUSUAL = re.compile(r"[^0-9A-Za-z-]")


def place_for(folder: Path, project: str) -> Path:
    """Return where the index of a project lies; the folder is made, and tidied up.

    Raises `OSError` where there can be no such folder.
    """
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / (_UNUSUAL.sub("_", project) + SUFFIX)
    with suppress(FileNotFoundError):
        os.utime(place)
    tidy(folder, but=place)
    return place


def tidy(folder: Path, *, but: Path) -> None:
    """Remove the indexes that were not used for long, and the oldest ones of too many."""
    used = []
    for file in folder.glob(f"*{SUFFIX}"):
        with suppress(OSError):
            kept = file.stat()
            used.append((kept.st_mtime, kept.st_size, file))
    total = sum(size for _, size, _ in used)
    for when, size, file in sorted(used):
        if file != but and (when < time() - KEPT_SECONDS or total > MOST_BYTES):
            remove(file)
            total -= size


def remove(place: Path) -> bool:
    """Remove an index and what SQLite may have left beside it; False where it is held fast."""
    with suppress(OSError):
        place.unlink(missing_ok=True)
        place.with_name(place.name + "-journal").unlink(missing_ok=True)
    return not place.exists()
