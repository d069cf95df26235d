"""Troubles with a project's file, made as they come about: for real, and taken away again."""

import os
import resource
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

NOBODY = 65534


@contextmanager
def held_by_another_program(path: Path) -> Iterator[None]:
    """Hold the file as a backup program or another tool does that locks it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def full_disk(path: Path) -> Iterator[None]:
    """Let no file of this process grow beyond the size of the project, which is all but full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


@contextmanager
def protected(path: Path, *, file: bool, folder: bool) -> Iterator[None]:
    """Take away the right to write the file, its folder, or both; also from whoever may all."""
    path.parent.chmod(0o555 if folder else 0o777)
    path.chmod(0o444 if file else 0o666)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        path.parent.chmod(0o755)
        path.chmod(0o644)
