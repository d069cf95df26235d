"""What a backup of 170 MB costs, and how long it keeps those waiting who work meanwhile."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from shutil import rmtree
from threading import Thread
from time import perf_counter

from app.files.backups import Why, backups, differences, make_backup
from app.project import Project
from app.queries.size import size
from tests.benchmarks.harness import Benchmark, Work
from tests.benchmarks.material import article, folder, stocked

ARTICLES, CHARACTERS, ANNOTATIONS = 3_800, 4_000, 40
SECONDS = 3.0
"""What a backup of that size may take."""

BETWEEN = 0.02
"""Seconds between two questions: fifty a second, as while somebody scrolls and marks."""

NOTICED = 0.1
"""Seconds of waiting that a person would notice."""


@cache
def large() -> Path:
    """A project of about 170 MB."""
    return stocked(
        "large", [article(CHARACTERS, ANNOTATIONS, seed=seed) for seed in range(ARTICLES)]
    )


def seconds(work: Work) -> float:
    """Return how long it takes by the clock: a backup mostly waits for the disk."""
    start = perf_counter()
    work()
    return perf_counter() - start


def back_up() -> None:
    """Back up, with somebody asking meanwhile."""
    longest_wait(large())


def longest_wait(path: Path) -> float:
    """Return how many seconds who asks small questions meanwhile waits at most."""
    root = folder() / "backups"
    rmtree(root, ignore_errors=True)
    waits = [0.0]
    with closing(Project.open(path)) as project:
        thread = Thread(target=lambda: make_backup(project, root, Why.WORK))
        thread.start()
        while thread.is_alive():
            waits.append(seconds(project.next_undo))
            thread.join(BETWEEN)
    return max(waits)


def wait_of(work: Work) -> float:
    """Return the amount that `work` itself returns."""
    waited = work()
    assert isinstance(waited, float)
    return waited


def plainly() -> None:
    """Copy the same file with SQLite's own backup, in one go."""
    target = folder() / "plain-backup.db"
    target.unlink(missing_ok=True)
    with closing(sqlite3.connect(large())) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)


def compare() -> None:
    """Tell a backup of it from now, annotation by annotation where they differ."""
    root = folder() / "backups"
    with closing(Project.open(large())) as project:
        if not backups(root, project.id):
            make_backup(project, root, Why.WORK)
        differences(project, backups(root, project.id)[0].path)


def count() -> None:
    """Count its articles, annotations and steps."""
    with closing(Project.open(large())) as project:
        project.ask(size)


def benchmarks() -> Iterator[Benchmark]:
    yield Benchmark(
        "backing up 170 MB while somebody works: copied, read back and retold in lines",
        "3 seconds",
        back_up,
        SECONDS,
        at_most=1.0,
        pairs=5,
        measure=seconds,
    )
    yield Benchmark(
        "the same",
        "one plain backup by sqlite3, not read back",
        back_up,
        plainly,
        pairs=5,
        measure=seconds,
    )
    yield Benchmark(
        "the longest wait of who works while 170 MB are backed up",
        "a tenth of a second",
        lambda: longest_wait(large()),
        NOTICED,
        at_most=1.0,
        pairs=5,
        measure=wait_of,
    )
    yield Benchmark(
        "saying what differs between a backup of 170 MB and now",
        "counting what both hold",
        compare,
        count,
        pairs=5,
        measure=seconds,
    )
