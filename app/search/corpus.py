"""All articles of an open project, to be searched: the index is kept up to date and asked here."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import TypeVar

from app.domain.sought import Sought
from app.errors import Cancelled
from app.project import Project
from app.queries.corpus import hashes, texts_under
from app.search.index import Index, Lost
from app.search.shelf import place_for, remove

Answer = TypeVar("Answer")
Stopped = Callable[[], bool]

_TEXTS_AT_ONCE = 50
_CHARACTERS_AT_ONCE = 1_000_000


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the project's texts can be searched; articles with the same text share one."""

    indexed: int
    total: int

    @property
    def is_complete(self) -> bool:
        """Whether all can be searched."""
        return self.indexed >= self.total


class Corpus:
    """The texts of a project with their index, which lies in `folder`.

    One thread may bring it up to date while others search what is there.
    """

    def __init__(self, project: Project, folder: Path) -> None:
        self.project = project
        self._lock = RLock()
        self._own: tempfile.TemporaryDirectory[str] | None = None
        self._place = self._find_place(folder)
        self._reading, self._writing = self._open()

    def close(self) -> None:
        """Let go of the index; whoever works on it has stopped."""
        with self._lock:
            self._reading.close()
            self._writing.close()
            if self._own is not None:
                self._own.cleanup()

    def update(self, told: Callable[[Coverage], None], stopped: Stopped) -> Coverage:
        """Take in the texts that the index lacks; what was taken in stays when it is stopped.

        `told` learns from time to time how far it is. Raises `Cancelled` when stopped.
        """
        return self._doing(lambda: self._update(told, stopped))

    def matching(self, sought: Sought, *, at_once: int) -> Iterator[list[str]]:
        """Yield hashes of texts that may have all that is sought, so many at once, in order."""
        after = 0
        while rows := self._next_matching(sought, after=after, most=at_once):
            yield [name for _, name in rows]
            after = rows[-1][0]

    def all_matching(self, sought: Sought) -> set[str]:
        """Return the hashes of all texts that may have all that is sought."""
        return self._doing(lambda: self._reading.all_matching(sought))

    def _next_matching(self, sought: Sought, *, after: int, most: int) -> list[tuple[int, str]]:
        return self._doing(lambda: self._reading.matching(sought, after=after, most=most))

    def _update(self, told: Callable[[Coverage], None], stopped: Stopped) -> Coverage:
        lengths = self.project.ask(hashes)
        lacking = self._writing.lacks(lengths)
        total, indexed = len(lengths), len(lengths) - len(lacking)
        told(Coverage(indexed, total))
        for batch in _cut(lacking, lengths):
            if stopped():
                raise Cancelled
            self._writing.add(self.project.ask(texts_under, hashes=batch))
            indexed += len(batch)
            told(Coverage(indexed, total))
        return Coverage(indexed, total)

    def _doing(self, act: Callable[[], Answer]) -> Answer:
        """Do something with the index; where that is lost, begin a new one and do it again."""
        was = self._reading
        try:
            return act()
        except Lost:
            self._begin_anew(was)
        return act()

    def _begin_anew(self, lost: Index) -> None:
        with self._lock:
            if self._reading is not lost:
                return  # somebody else has
            self._reading.close()
            self._writing.close()
            self._renounce()
            self._reading, self._writing = self._open()

    def _open(self) -> tuple[Index, Index]:
        try:
            return self._open_both()
        except Lost:
            self._renounce()
        return self._open_both()

    def _open_both(self) -> tuple[Index, Index]:
        reading = Index(self._place, self.project.id)
        try:
            return reading, Index(self._place, self.project.id)
        except BaseException:
            reading.close()
            raise

    def _renounce(self) -> None:
        """Remove the index; where another window holds it fast, go elsewhere."""
        if not remove(self._place):
            self._place = self._elsewhere()

    def _find_place(self, folder: Path) -> Path:
        with suppress(OSError):
            return place_for(folder, self.project.id)
        return self._elsewhere()

    def _elsewhere(self) -> Path:
        """Return a place that is only ours and goes when the corpus is closed."""
        self._own = tempfile.TemporaryDirectory(prefix="galley-search-", ignore_cleanup_errors=True)
        return place_for(Path(self._own.name), self.project.id)


def _cut(hashes: Iterable[str], lengths: Mapping[str, int]) -> Iterator[list[str]]:
    """Yield the hashes in batches whose texts fit well into memory."""
    batch: list[str] = []
    characters = 0
    for name in hashes:
        batch.append(name)
        characters += lengths[name]
        if len(batch) == _TEXTS_AT_ONCE or characters > _CHARACTERS_AT_ONCE:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch
