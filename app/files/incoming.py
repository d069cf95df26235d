"""Files on their way in: each opened, recognised and read, none of them stopping the others."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from app.errors import Cancelled, FileTrouble
from app.exchange import FORMATS, format_of
from app.exchange.limits import FILE_BYTES
from app.exchange.loss import Loss
from app.exchange.malformed import Malformed
from app.exchange.recognise import HEAD_BYTES, recognise
from app.exchange.record import ArticleRecord

Progress = Callable[[int, int], None]
"""Told how much of how much has been read, in bytes over all files."""

_PROJECT_SUFFIX = ".galley"
_ENOUGH_TO_TELL = 4_096


@dataclass(slots=True)
class IncomingFile:
    """One file to be read; `loss` counts what of it cannot be kept, once its records were read."""

    path: Path
    format: str | None = None
    loss: Loss = field(default_factory=Loss)
    read_so_far: Callable[[int], None] = field(default=lambda _: None, repr=False)

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return self.path.name

    @property
    def holds_one(self) -> bool:
        """Whether the file is one article, so that nothing of it is kept if it cannot be read."""
        if self.format is None:
            try:
                with _opened(self.path) as stream:
                    self.format = format_of(self.name, stream.read(_ENOUGH_TO_TELL))
            except (FileTrouble, OSError):
                return True
        return FORMATS[self.format].holds_one

    def records(self) -> Iterator[ArticleRecord]:
        """Yield what the file holds, reading as it goes; raise `FileTrouble` at the first fault.

        A fault may come after some records: all of the file's are then to be given up.
        """
        with _opened(self.path) as stream:
            try:
                head = stream.read(HEAD_BYTES)
                if kind := recognise(head):
                    raise Malformed(f"it is {kind.name}.", advice=kind.advice)
                stream.seek(0)
                read = FORMATS[self.format or format_of(self.name, head)].read
                for record in read(stream, name=self.name, loss=self.loss):
                    self.read_so_far(stream.tell())
                    yield record
            except Malformed as trouble:
                raise FileTrouble(self.path, trouble.sentence, trouble.advice) from trouble
            except OSError as error:
                raise _unreadable(self.path, error) from error


def read_files(
    paths: Iterable[Path],
    *,
    format: str | None = None,  # noqa: A002 - the word of the command line
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[IncomingFile]:
    """Yield each file, to be read before the next; without a `format` each is recognised.

    `cancelled` is asked before every file and record; once it says yes, `Cancelled` is raised.
    """
    files = list(paths)
    sizes = [_size_of(path) for path in files]
    total = sum(sizes)
    before = 0
    for path, size in zip(files, sizes, strict=True):

        def read_so_far(position: int, before: int = before) -> None:
            if cancelled is not None and cancelled():
                raise Cancelled
            if progress is not None:
                progress(before + position, total)

        read_so_far(0)
        yield IncomingFile(path, format, read_so_far=read_so_far)
        before += size
    if progress is not None:
        progress(total, total)


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _opened(path: Path) -> BinaryIO:
    """Open an ordinary file of a size that can be read."""
    if path.suffix.lower() == _PROJECT_SUFFIX:
        # Not even opened: closing it again would drop the locks of whoever works in it.
        raise FileTrouble(path, "it is a Galley project.", "Open it instead of importing it.")
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise FileTrouble(path, "it is a folder.", "Name the files in it.")
        if not stat.S_ISREG(status.st_mode):
            raise FileTrouble(path, "it is no ordinary file.")
        if status.st_size > FILE_BYTES:
            raise FileTrouble(
                path,
                f"it is larger than {FILE_BYTES // 1_000_000} MB.",
                "Split it into smaller files.",
            )
        return path.open("rb")
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> FileTrouble:
    if isinstance(error, FileNotFoundError):
        return FileTrouble(path, "there is no such file.", "Check the name and the folder.")
    if isinstance(error, PermissionError):
        return FileTrouble(path, "reading it is not allowed.", "Ask for the right to read it.")
    return FileTrouble(path, f"it cannot be read ({error.strerror or os.strerror(0)}).")
