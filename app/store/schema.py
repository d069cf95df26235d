"""What marks a file as a Galley project, readable without opening a database."""

import stat
from dataclasses import dataclass
from pathlib import Path

from app.errors import FileTrouble, Kind

APPLICATION_ID = 0x47414C59
"""The four letters GALY, at bytes 68–71 of every project file."""

SCHEMA = 3
"""The number of the newest migration this Galley knows, at bytes 60–63 (`user_version`)."""

DAMAGED = ("the file is damaged.", "Keep it as it is and open the newest backup.")
"""What is wrong with a project file that is not whole, and what to do."""

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_COMPANIONS = ("-wal", "-journal")


@dataclass(frozen=True, slots=True)
class Header:
    """What the first 100 bytes of a project file say."""

    schema: int


def read_header(path: Path) -> Header:
    """Return what the file says of itself; raise `FileTrouble` where it is no project of ours.

    Must not be called while an engine has the file open: closing a second handle of the same
    process drops SQLite's locks on it (https://www.sqlite.org/howtocorrupt.html, section 2.2).
    """
    try:
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):  # opening a pipe would wait for ever
            raise FileTrouble(path, "this is a pipe or a device, not a project.")
        with path.open("rb") as file:
            head = file.read(_HEADER)
    except FileNotFoundError:
        raise FileTrouble(
            path, "there is no such file.", "Check the name and the folder."
        ) from None
    except IsADirectoryError:
        raise FileTrouble(path, "this is a folder, not a project.") from None
    except OSError as error:
        raise FileTrouble(path, f"it cannot be read ({error.strerror}).") from error
    if not head:
        raise FileTrouble(
            path,
            "the file is empty.",
            "Ask for it to be sent again, or use a backup.",
            kind=Kind.DAMAGED,
        )
    if len(head) < _HEADER or not head.startswith(_MAGIC):
        raise FileTrouble(
            path,
            "this is not a Galley project.",
            "To receive articles from it, use import.",
            kind=Kind.DAMAGED,  # if it ever was one
        )
    if int.from_bytes(head[68:72]) != APPLICATION_ID:
        raise FileTrouble(path, "this is a database of another program, not a Galley project.")
    schema = int.from_bytes(head[60:64])
    if schema < 1:
        raise FileTrouble(path, *DAMAGED, kind=Kind.DAMAGED)
    if schema > SCHEMA:
        raise FileTrouble(
            path,
            f"it was made with a newer Galley (file version {schema}, this one knows {SCHEMA}).",
            "Please update Galley; the file was not changed.",
        )
    return Header(schema)


def companions(path: Path) -> list[Path]:
    """Return the files SQLite keeps beside `path` during work, where they are not empty."""
    beside = [path.with_name(path.name + ending) for ending in _COMPANIONS]
    return [file for file in beside if file.exists() and file.stat().st_size]
