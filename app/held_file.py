"""Files that somebody holds: the system lets go of them when the process ends, however it ends."""

import os
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_TRIES = 5
_FAR = 1 << 30
"""Bytes from the start to the one that is locked on Windows, where a lock also forbids reading."""


class HeldFile:
    """A file that this process alone holds, with a few words in it for those who find it held.

    The words stay readable to everybody. Another handle of the same process is another holder.
    """

    def __init__(self, path: Path, descriptor: int) -> None:
        self.path = path
        self._descriptor: int | None = descriptor

    @classmethod
    def take(cls, path: Path) -> "HeldFile | None":
        """Hold the file at `path`, which is made if need be; None where somebody holds it.

        Raises `OSError` where there can be no such file or no lock on it.
        """
        for _ in range(_TRIES):
            descriptor = _open(path)
            try:
                if not _lock(descriptor):
                    os.close(descriptor)
                    return None
                if _is_at(descriptor, path):
                    return cls(path, descriptor)
            except OSError:
                os.close(descriptor)
                raise
            os.close(descriptor)  # its former holder has just taken it away
        return None

    def read(self) -> str:
        """Return the words in it, its former holder's if nobody has written since."""
        assert self._descriptor is not None  # noqa: S101 - whoever let go does not ask
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        return os.read(self._descriptor, _MOST).decode("utf-8", "replace")

    def write(self, words: str) -> None:
        """Put these words in it, instead of what was there."""
        if self._descriptor is not None:
            with suppress(OSError):  # words that cannot be left are not worth a trouble
                os.ftruncate(self._descriptor, 0)
                os.lseek(self._descriptor, 0, os.SEEK_SET)
                os.write(self._descriptor, words.encode("utf-8", "replace")[:_MOST])

    def let_go(self, *, keep: bool = False) -> None:
        """Hold it no longer; it is taken away, unless it is to be kept as it was."""
        if self._descriptor is None:
            return
        if not keep:
            self.write("")  # should it lie elsewhere by now, it is nobody's there either
            if sys.platform != "win32" and _is_at(self._descriptor, self.path):
                with suppress(OSError):
                    self.path.unlink()
        os.close(self._descriptor)
        self._descriptor = None
        if sys.platform == "win32" and not keep:
            with suppress(OSError):  # somebody else may hold it already
                self.path.unlink()


_MOST = 2_000


def words_in(path: Path) -> str:
    """Return the words in a file that somebody holds; nothing where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(_MOST).decode("utf-8", "replace")
    except OSError:
        return ""


def _open(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except PermissionError:
        if not path.is_file():
            raise
        return os.open(path, os.O_RDONLY)  # somebody else's file: it can still be asked for


def _lock(descriptor: int) -> bool:
    """Lock an open file; False where somebody else has."""
    try:
        if sys.platform == "win32":
            os.lseek(descriptor, _FAR, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _is_at(descriptor: int, path: Path) -> bool:
    """Tell whether the open file is still the one at `path`."""
    try:
        there = path.stat()
    except OSError:
        return False
    here = os.fstat(descriptor)
    return (here.st_dev, here.st_ino) == (there.st_dev, there.st_ino)
