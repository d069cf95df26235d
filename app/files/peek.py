"""A short look at a project's file: which project it is a copy of, whose, and how it is sealed."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from app.domain.seal import Way
from app.errors import FileTrouble
from app.store.schema import read_header

_PROJECT = "SELECT project FROM identity"
_SEAT = "SELECT annotator FROM seat"
_SEAL = "SELECT seal.way, name FROM seal LEFT JOIN annotators ON annotators.id = seal.annotator"


@dataclass(frozen=True, slots=True)
class Look:
    """What a file says of itself: nothing here is checked, it only decides what is offered.

    `has_seat` tells that it was handed out to somebody, `sealed` which way it was sealed for, and
    `annotator` whose it then is, by name.
    """

    project: str
    has_seat: bool
    sealed: Way | None
    annotator: str

    @property
    def is_handed_in(self) -> bool:
        """Whether it is on its way to the lead."""
        return self.sealed is Way.IN


def peek(path: Path) -> Look | None:
    """Return what a file says of itself, None where it is no project that can be read."""
    try:
        read_header(path)
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            connection.execute("PRAGMA trusted_schema=OFF")
            (project,) = connection.execute(_PROJECT).fetchone()
            try:
                has_seat = connection.execute(_SEAT).fetchone() is not None
                sealed = connection.execute(_SEAL).fetchone()
            except sqlite3.Error:  # it is older than bundles
                return Look(str(project), has_seat=False, sealed=None, annotator="")
    except (FileTrouble, sqlite3.Error, OSError, TypeError, ValueError):
        return None
    way = next((one for one in Way if sealed is not None and one.value == sealed[0]), None)
    return Look(str(project), has_seat, way, "" if sealed is None else str(sealed[1] or ""))
