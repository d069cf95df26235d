"""Files from somebody else: hostile until proven otherwise, and read in a process of their own.

What comes out of here is checked text; the project it goes into was not touched meanwhile.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from types import TracebackType
from typing import Any

import msgspec

from app.domain.article import canonical
from app.domain.seal import Seal, Way
from app.errors import Cancelled, FileTrouble, Kind
from app.files.foreign_reading import Answer, Request
from app.paths import ROOT
from app.store.bodies import is_id
from app.store.migrate import make_empty, upgrade_copy
from app.store.schema import SCHEMA, companions, read_header
from app.store.shape import UNREADABLE
from app.store.structure import Structure, structure_of
from app.store.union import Named

LARGEST = 2_000_000_000
"""Bytes of the largest file that is taken."""

SECONDS, SECONDS_PER_MB = 10.0, 1.0
_PIECE = 1 << 20
_PATIENCE = 0.2

ENDED = "what reads it in safety came to an unexpected end."
"""What is wrong with a file at which the reading process died."""

_DIGEST, _LONGEST_TIME = 64, 64

_NOT_RECEIVED = "It was not received; ask where it came from."


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read and found in order; its rows lie in a private folder until it is left.

    `digest` stands for all that it says now.
    """

    name: str
    project: str
    seat: str
    seal: Seal | None
    digest: str
    count: int
    folder: Path

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield the articles' texts with their hashes."""
        yield from _lines(self.folder / "texts", tuple[str, str])

    def revisions(self) -> Iterator[Named]:
        """Yield the revisions, in order of their records."""
        yield from _lines(self.folder / "revisions", Named)


class ForeignFiles:
    """Reads files from somebody else, one after the other, by one child that is kept for them."""

    def __init__(self, *, cancelled: Callable[[], bool] = lambda: False) -> None:
        self._cancelled = cancelled
        self._child: _Child | None = None
        self._folders: list[tempfile.TemporaryDirectory[str]] = []

    def __enter__(self) -> "ForeignFiles":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end_child()
        for folder in self._folders:
            folder.cleanup()

    def read(self, path: Path) -> ReadFile:
        """Read a file; raises `FileTrouble` in words where it is not what it must be.

        The file itself is opened to be copied, and for nothing else.
        """
        schema = _looked_at(path)
        held = tempfile.TemporaryDirectory(prefix="galley-foreign-", ignore_cleanup_errors=True)
        self._folders.append(held)
        folder = Path(held.name)
        copy = folder / "copy.galley"
        seconds = SECONDS + SECONDS_PER_MB * _copied(path, copy) / 1e6
        if schema < SCHEMA:
            self._ask(path, Request(str(copy), model(schema), seconds), seconds)
            _upgraded(path, copy)
        request = Request(
            str(copy),
            model(SCHEMA),
            seconds,
            texts=str(folder / "texts"),
            revisions=str(folder / "revisions"),
        )
        said = self._ask(path, request, seconds)
        copy.unlink()
        read = ReadFile(
            name=canonical(path.name).text,
            project=said.project,
            seat=said.seat,
            seal=_seal(path, said.seal),
            digest=said.digest,
            count=said.revisions,
            folder=folder,
        )
        if not is_id(read.project):
            raise FileTrouble(path, "it does not say which project it is.", _NOT_RECEIVED)
        if read.seat and not is_id(read.seat):
            raise FileTrouble(path, "it does not say rightly whose copy it is.", _NOT_RECEIVED)
        return read

    def let_go(self, read: ReadFile) -> None:
        """Remove what was written of a file that is not needed any more."""
        for held in self._folders:
            if Path(held.name) == read.folder:
                held.cleanup()

    def _ask(self, path: Path, request: Request, seconds: float) -> Answer:
        self._child = self._child or _Child()
        try:
            said = self._child.ask(request, seconds + SECONDS, self._cancelled)
        except BaseException:
            self._end_child()
            raise
        if said is None:
            has_ended = self._child.has_ended
            self._end_child()
            problem = ENDED if has_ended else f"reading it took more than {seconds:.0f} seconds."
            raise FileTrouble(path, problem, _NOT_RECEIVED, kind=Kind.DAMAGED)
        if said.problem:
            raise FileTrouble(path, said.problem, said.advice, kind=Kind.DAMAGED)
        return said

    def _end_child(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.end()


class _Child:
    """The process that reads; a thread listens to it, so that waiting for it can be given up."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "app.files.foreign_reading"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._heard: SimpleQueue[bytes] = SimpleQueue()
        self._ear = Thread(target=self._listen, daemon=True)
        self._ear.start()

    @property
    def has_ended(self) -> bool:
        """Whether the process is no longer there."""
        return self._process.poll() is not None or not self._ear.is_alive()

    def ask(self, request: Request, seconds: float, cancelled: Callable[[], bool]) -> Answer | None:
        """Return the answer; None where there was none within that time, or the child died."""
        assert self._process.stdin is not None  # noqa: S101 - it was asked for
        try:
            self._process.stdin.write(msgspec.json.encode(request) + b"\n")
            self._process.stdin.flush()
        except OSError:
            return None
        until = monotonic() + seconds
        while monotonic() < until:
            if cancelled():
                raise Cancelled
            with suppress(Empty):
                line = self._heard.get(timeout=_PATIENCE)
                return msgspec.json.decode(line, type=Answer) if line else None
        return None

    def end(self) -> None:
        """End it, whatever it is at."""
        self._process.kill()
        self._process.wait()
        self._ear.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what it did not read any more
                    pipe.close()

    def _listen(self) -> None:
        assert self._process.stdout is not None  # noqa: S101 - it was asked for
        for line in self._process.stdout:
            self._heard.put(line)
        self._heard.put(b"")


@cache
def model(schema: int) -> Structure:
    """Return how a file of that schema is made, as our own migrations make it."""
    import sqlite3
    from contextlib import closing

    with tempfile.TemporaryDirectory(prefix="galley-model-") as folder:
        path = Path(folder) / "model.galley"
        make_empty(path, schema=schema)
        with closing(sqlite3.connect(path)) as connection:
            return structure_of(connection)


def _looked_at(path: Path) -> int:
    """Return the file's schema, by looking at its name, its size and its first bytes."""
    schema = read_header(path).schema
    for beside in companions(path):
        raise FileTrouble(
            path,
            f"it was not closed properly: {beside.name} lies beside it.",
            "Open and close it with Galley where it was worked in, and send it again.",
        )
    if path.stat().st_size > LARGEST:
        raise FileTrouble(path, f"it is larger than {LARGEST // 10**9} GB.", _NOT_RECEIVED)
    return schema


def _copied(path: Path, copy: Path) -> int:
    """Copy the file, and return how many bytes it has."""
    size = 0
    try:
        with path.open("rb") as source, copy.open("xb") as target:
            while piece := source.read(_PIECE):
                size += target.write(piece)
                if size > LARGEST:
                    raise FileTrouble(path, "it grows while it is read.", "Close it first.")
    except OSError as error:
        raise FileTrouble(path, f"it cannot be copied ({error.strerror}).") from error
    return size


def _upgraded(path: Path, copy: Path) -> None:
    try:
        upgrade_copy(copy)
    except FileTrouble as trouble:
        raise FileTrouble(path, trouble.problem, _NOT_RECEIVED, kind=trouble.kind) from trouble
    except UNREADABLE as error:
        problem = "it was made with an older Galley and cannot be brought up to date."
        raise FileTrouble(path, problem, _NOT_RECEIVED, kind=Kind.DAMAGED) from error


def _seal(path: Path, said: list[str]) -> Seal | None:
    if not said:
        return None
    digest, annotator, way, at = said
    is_sound = way in set(Way) and len(digest) == _DIGEST and len(at) <= _LONGEST_TIME
    if not is_sound or not is_id(annotator):
        raise FileTrouble(path, "its seal is none of Galley's.", _NOT_RECEIVED, kind=Kind.DAMAGED)
    return Seal(digest, annotator, Way(way), at)


def _lines(path: Path, of: Any) -> Iterator[Any]:
    """Yield what the lines of a file say, some of them at a time."""
    decode = msgspec.json.Decoder(of).decode_lines
    with path.open("rb") as lines:
        while some := lines.readlines(_PIECE):
            yield from decode(b"".join(some))
