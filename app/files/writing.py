"""Files are written whole or not at all, and never over a project."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from app.errors import FileTrouble

_PROJECT_SUFFIX = ".galley"

_PROBLEMS = {
    errno.ENOSPC: ("there is no room left on the disk.", "Make room, or choose another disk."),
    errno.EDQUOT: ("your share of the disk is used up.", "Make room, or choose another disk."),
    errno.EFBIG: ("the file would be larger than the disk allows.", "Choose another disk."),
    errno.ENOENT: ("there is no such folder.", "Create it, or choose another."),
    errno.ENOTDIR: ("the folder named is a file.", "Choose another folder."),
    errno.EISDIR: ("it is a folder.", "Name a file in it."),
    errno.EACCES: ("writing there is not allowed.", "Choose a folder of your own."),
    errno.EPERM: ("writing there is not allowed.", "Choose a folder of your own."),
    errno.EROFS: ("the disk cannot be written to.", "Choose another disk."),
    errno.ENAMETOOLONG: ("the name is too long.", "Choose a shorter one."),
    errno.EIO: ("the disk reports a fault.", "Choose another disk."),
}


@contextmanager
def atomic_writer(path: str | Path) -> Iterator[BinaryIO]:
    """Yield a stream whose bytes become the file `path` when the block ends without an error.

    They are written beside it first and are on the disk before they take its name, so that a crash
    or a full disk leaves what was there before. Raises `FileTrouble`.
    """
    named = Path(path)
    target = Path(os.path.realpath(named))
    part = target.with_name(f".galley-{secrets.token_hex(8)}.part")
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if target.exists() and not target.is_file():
            raise FileTrouble(named, "it is no ordinary file.", "Choose another name.")
        try:
            with part.open("xb") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            if target.exists():
                part.chmod(target.stat().st_mode & 0o7777)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
        _keep_the_name(target.parent)
    except OSError as error:
        raise _trouble(named, error) from error


def spare_projects(out: Path, project: Path, *, ending: str) -> None:
    """Refuse to write over this project, whatever it is called, or under any project's name."""
    target = Path(os.path.realpath(out))
    if _PROJECT_SUFFIX in (out.suffix.lower(), target.suffix.lower()):
        raise FileTrouble(out, "an export may not take a project's name.", f"End it in {ending}.")
    if target == Path(os.path.realpath(project)):
        raise FileTrouble(out, "it is the project itself.", "Choose another name for the export.")


def _keep_the_name(folder: Path) -> None:
    """Have the folder's new entry written to the disk, where the system has a call for that."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _trouble(path: Path, error: OSError) -> FileTrouble:
    problem, advice = _PROBLEMS.get(
        error.errno or 0, (f"it cannot be written ({error.strerror or error}).", "")
    )
    return FileTrouble(path, problem, advice)
