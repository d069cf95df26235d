"""Room on the disk, looked at before work that needs much of it."""

import shutil
from pathlib import Path

LEAST = 200_000_000
"""Bytes that ought to be free whatever the size of the project."""

TIMES = 3
"""How many times the project's size ought to be free."""


def little_room(path: Path) -> str:
    """Say that there is little room left beside the project at `path`; nothing where there is."""
    try:
        free, size = shutil.disk_usage(path.parent).free, path.stat().st_size
    except OSError:
        return ""
    if free >= max(LEAST, TIMES * size):
        return ""
    return (
        f"Only {free // 1_000_000:,} MB are free on the disk of {path.name}. What does not fit is "
        "refused as a whole and changes nothing; free some space soon."
    )
