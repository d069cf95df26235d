"""Fixtures that every room shares: fresh projects, opened and closed again."""

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.paths import BACKUPS_ELSEWHERE
from tests.children.no_network import attempts, forbid

if TYPE_CHECKING:
    from app.project import Project

# Windows of tests are nobody's to see, and many machines that run tests have no display.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Galley works offline, and so do its tests: nobody here and no Python started from here may try.
forbid()
_CHILDREN = str(Path(__file__).with_name("children"))
os.environ["PYTHONPATH"] = os.pathsep.join(
    part for part in (_CHILDREN, os.environ.get("PYTHONPATH", "")) if part
)


@pytest.fixture(autouse=True)
def _offline() -> Iterator[None]:
    """Fail the test during which something wanted to speak to a network, even if it was caught."""
    before = len(attempts)
    yield
    assert not attempts[before:], f"a network was tried: {attempts[before:]}"


LET_GO_EVERY = 40
"""Tests between two searches of everything; that takes a tenth of a second."""

_tests_run = count(1)


@pytest.fixture(autouse=True)
def _let_go_on_this_thread() -> Iterator[None]:
    """Search for what can be let go after a test and nowhere else, as the application does."""
    gc.disable()
    yield
    gc.collect(2 if next(_tests_run) % LET_GO_EVERY == 0 else 1)


@pytest.fixture(scope="session")
def _template(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a new project: making one runs all migrations, copying it takes no time."""
    from app.project import Project

    path = tmp_path_factory.mktemp("template") / "template.galley"
    Project.create(path).close()
    return path.read_bytes()


@pytest.fixture
def new_file(tmp_path: Path, _template: bytes) -> Callable[..., Path]:
    """Make a new project's file; all of them carry the same project id, as copies do."""

    def make(name: str = "desk.galley") -> Path:
        path = tmp_path / name
        path.write_bytes(_template)
        return path

    return make


@pytest.fixture
def open_project() -> Iterator[Callable[[Path], "Project"]]:
    """Open a project that is closed when the test ends."""
    from app.project import Project

    with ExitStack() as opened:
        yield lambda path: opened.enter_context(closing(Project.open(path)))


@pytest.fixture
def project(new_file: Callable[..., Path], open_project: Callable[[Path], "Project"]) -> "Project":
    """A new project with the default labels, open, in which nobody has sat down yet."""
    return open_project(new_file())


@pytest.fixture(autouse=True, scope="session")
def _backups_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Leave the backups of whoever runs the tests alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(BACKUPS_ELSEWHERE, str(tmp_path_factory.mktemp("backups")))
        yield


@dataclass(frozen=True, slots=True)
class Said:
    """What a verb answered: its exit code, and what it printed."""

    code: int
    out: str
    err: str


@pytest.fixture
def galley(capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Run `python main.py WORD…` within this process."""
    from main import main

    def run(*words: object) -> Said:
        capsys.readouterr()
        code = main([str(word) for word in words])
        return Said(code, *capsys.readouterr())

    return run
