"""A short look at a project's file: which project it is a copy of, whose, and how it is sealed."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from app.domain.seal import Way
from app.errors import FileTrouble
from app.files.foreign import model
from app.store.schema import read_header
from app.store.structure import difference, structure_of

_PROJECT = "SELECT project FROM identity"
_SEAT = "SELECT annotator FROM seat"
_SEAL = "SELECT seal.way, name FROM seal LEFT JOIN annotators ON annotators.id = seal.annotator"

_PATIENCE = 0.3
"""Seconds that a look may take: it is taken while somebody waits at the window."""
_LONGEST = 1_000_000
_LONGEST_NAME = 200
_STEPS = 1000


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
    """Return what a file says of itself, None where it is no project that can be read at once.

    A file may hold queries of its own under the names that are asked for, so it is asked only
    where it is made as Galley makes it, and not for long.
    """
    try:
        ours = model(read_header(path).schema)
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
            connection.set_progress_handler(_impatient(), _STEPS)
            connection.execute("PRAGMA trusted_schema=OFF")
            if difference(structure_of(connection), ours):
                return None
            (project,) = connection.execute(_PROJECT).fetchone()
            if "the table seat" not in ours:  # it is older than bundles
                return Look(str(project), has_seat=False, sealed=None, annotator="")
            has_seat = connection.execute(_SEAT).fetchone() is not None
            sealed = connection.execute(_SEAL).fetchone()
    except (FileTrouble, sqlite3.Error, OSError, TypeError, ValueError):
        return None
    way = next((one for one in Way if sealed is not None and one.value == sealed[0]), None)
    name = "" if sealed is None else str(sealed[1] or "")[:_LONGEST_NAME]
    return Look(str(project), has_seat, way, name)


def _impatient() -> Callable[[], bool]:
    """Return what says, asked again and again, whether it took long enough."""
    until = monotonic() + _PATIENCE
    return lambda: monotonic() > until
