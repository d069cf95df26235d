"""Restoring: what a backup holds becomes a project again, and nothing is ever written over."""

import os
from contextlib import suppress
from pathlib import Path

from app.errors import FileTrouble
from app.files.writing import atomic_writer
from app.store.backup import back_up
from app.store.schema import companions

_PIECE = 1 << 20


def save_as(backup: Path, target: Path) -> None:
    """Put a project with what the backup holds at `target`, where there must be no file."""
    if target.exists():
        raise FileTrouble(target, "there is a file of this name already.", "Choose another name.")
    for left in companions(target):  # SQLite would play it back into the new file
        raise FileTrouble(left, "it belongs to a file that is gone.", "Choose another name.")
    back_up(backup, target, mode="ro")


def restore(backup: Path, target: Path) -> None:
    """Let the project at `target` be what the backup holds: the old file or the new, never between.

    No engine of this process may have `target` open, and what it held must be kept already: as a
    backup, or by `keep_damaged`.
    """
    back_up(backup, target, mode="ro")


def keep_damaged(path: Path) -> Path | None:
    """Keep a file that cannot be opened beside itself, byte by byte; return where.

    None where there is no file. What SQLite left beside it goes along and then away: it would be
    played back into whatever comes in the file's place.
    """
    beside = companions(path)
    if not path.exists() and not beside:
        return None
    kept = _free(path)
    if path.exists():
        _copy(path, kept)
    for left in beside:
        _copy(left, kept.with_name(kept.name + left.name[len(path.name) :]))
    for left in beside:
        with suppress(FileNotFoundError):
            left.unlink()
    return kept


def _free(path: Path) -> Path:
    """Return a name beside the file that none has: `desk.damaged.galley`, then numbered."""
    number, ending = 1, ""
    while True:
        kept = path.with_name(f"{path.stem}.damaged{ending}{path.suffix}")
        if not kept.exists():
            return kept
        number += 1
        ending = f"-{number}"


def _copy(path: Path, target: Path) -> None:
    try:
        with path.open("rb") as source, atomic_writer(target) as copy:
            while piece := source.read(_PIECE):
                copy.write(piece)
    except OSError as error:
        why = os.strerror(error.errno) if error.errno else str(error)
        raise FileTrouble(path, f"the damaged file cannot be kept ({why}).") from error
