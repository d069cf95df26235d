"""Bringing an older project up to date on the way in, where it may be written."""

from pathlib import Path

from app.errors import FileTrouble, Kind
from app.paths import backups_root
from app.store.access import Access


def bring_up_to_date(path: Path, access: Access, backups: Path | None) -> None:
    """Bring an older project up to date, which takes writing even for those who want to read.

    The backup goes into the folder `backups`, or where all of a person's do.
    """
    from app.store.migrate import upgrade_file

    own = access if access.may_write else Access.ask(path)
    if not own.may_write:
        problem = "it was made with an older Galley, and bringing it up to date means writing it."
        why = f"{own.held_by}." if own.held_by else "It is write-protected: open a copy of it."
        raise FileTrouble(path, problem, why, kind=Kind.PROTECTED)
    try:
        upgrade_file(path, backups or backups_root())
    finally:
        if own is not access:
            own.let_go()
