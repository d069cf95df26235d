"""Two processes at one file: what both read, change and write is written by both."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from app.store.engine import close_engine, open_engine, reading
from tests.drill import seeded
from tests.drill.acting import BEGUN, DONE, Say
from tests.drill.children import Child
from tests.drill.harness import Figure, folder, portion
from tests.drill.material import make_project

PROCESSES = 2
CHANGES = 150

_THOUGHT = bytes(2_000_000)
"""What is hashed between reading and writing, so that there is time for the other to come in."""

_READ = text("SELECT count(*), max(length(title)) FROM articles")
_WRITE = text("UPDATE articles SET title = :title")


def figures(*, seed: int, share: float = 1.0) -> Iterator[Figure]:
    """Let two processes count in the same place."""
    yield from counting(seed=seed, times=portion(CHANGES, share))


def counting(*, seed: int, times: int, fault: str | None = None) -> Iterator[Figure]:
    """Let each process read a number and write one more, `times` times."""
    lost = Figure("two processes at one file: a change that the other overwrote")
    locked = Figure("two processes at one file: “database is locked”")
    with folder() as here:
        path = here / "desk.galley"
        make_project(path, seed=seed, articles=1, marks=0)
        start = _length(path)
        go = here / "go"
        children = [Child(count_up, path, times, go, fault) for _ in range(PROCESSES)]
        for child in children:
            child.hear_until(BEGUN)
        go.touch()
        for child in children:
            child.end()
        for child in children:
            refused = [said[1] for said in child.heard if said[0] == "refused"]
            for number in range(times):
                locked.judge(refused[number] if number < len(refused) else "")
            locked.judge("" if child.has_said(DONE) else f"it ended with {child.heard[-1:]}")
        end = _length(path)
        counted = sum(1 for child in children for said in child.heard if said[0] == "said")
        for number in range(counted):
            lost.judge("" if number < end - start else "a change is not there")
    yield lost
    yield locked


def count_up(say: Say, path: Path, times: int, go: Path, fault: str | None) -> None:
    """Once `go` is there, read how long the title is and write one that is longer by one."""
    seeded.put_in(fault)
    engine = open_engine(path)
    say((BEGUN,))
    while not go.exists():
        pass
    for _ in range(times):
        try:
            with engine.begin() as connection:
                length = connection.execute(_READ).one()[1]
                sha256(_THOUGHT).digest()
                connection.execute(_WRITE, {"title": "x" * (length + 1)})
        except OperationalError as error:
            say(("refused", str(error.orig)))
        else:
            say(("said",))
    close_engine(engine)
    say((DONE,))


def _length(path: Path) -> int:
    engine = open_engine(path)
    with reading(engine) as connection:
        length: int = connection.execute(_READ).one()[1]
    close_engine(engine)
    return length
