"""Files and folders that a person names become the list of files to read."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.errors import FileTrouble

_LITTER = frozenset({"thumbs.db", "desktop.ini"})
_OPEN_DOCUMENT = "~$"
"""How Office begins the name of the file that it keeps beside an open document."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The files, each once and in order, and what was named but cannot be read."""

    files: tuple[Path, ...]
    troubles: tuple[FileTrouble, ...]


def gather(paths: Iterable[str | Path]) -> Gathered:
    """Return the files among `paths` and in the folders among them, those by name and in depth.

    Hidden files and folders are left out unless named; links to folders are not followed.
    """
    files: dict[Path, None] = {}
    troubles: list[FileTrouble] = []
    for path in map(Path, paths):
        if path.is_dir():
            found = list(_files_in(path, troubles))
            if not found:
                troubles.append(FileTrouble(path, "the folder holds no files to read."))
            files.update(dict.fromkeys(found))
        elif not path.exists():
            troubles.append(
                FileTrouble(path, "there is no such file.", "Check the name and the folder.")
            )
        elif not path.is_file():  # a pipe would be waited for, and a device read for ever
            troubles.append(_not_a_file(path))
        else:
            files[path] = None
    return Gathered(tuple(_each_once(files)), tuple(troubles))


def _files_in(folder: Path, troubles: list[FileTrouble]) -> Iterator[Path]:
    """Yield the files in `folder` and below, in the order of their names."""

    def cannot_enter(error: OSError) -> None:
        troubles.append(
            FileTrouble(error.filename or folder, f"the folder cannot be read ({error.strerror}).")
        )

    for place, folders, names in os.walk(folder, onerror=cannot_enter):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not (name.startswith((".", _OPEN_DOCUMENT)) or name.lower() in _LITTER):
                path = Path(place, name)
                if path.is_file() or not path.exists():  # a link to nothing is told when it is read
                    yield path
                else:
                    troubles.append(_not_a_file(path))


def _not_a_file(path: Path) -> FileTrouble:
    return FileTrouble(path, "this is no ordinary file.", "Copy what it holds into a file.")


def _each_once(files: Iterable[Path]) -> Iterator[Path]:
    """Yield every file the first time that it comes, under whatever name."""
    seen = set()
    for path in files:
        real = os.path.realpath(path)
        if real not in seen:
            seen.add(real)
            yield path
