"""Before the command line receives, it backs the project up."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.files.backups import backups
from app.paths import BACKUPS_ELSEWHERE
from app.project import Project
from tests.conftest import Said

Galley = Callable[..., Said]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the environment names for backups."""
    monkeypatch.setenv(BACKUPS_ELSEWHERE, str(tmp_path / "kept"))
    return tmp_path / "kept"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("The mayor said so.", "utf-8")
    return path


def reasons(root: Path, path: Path) -> list[tuple[str, int | None]]:
    project = Project.open(path)
    project.close()
    return [(one.why.value, one.articles) for one in backups(root, project.id)]


def test_importing_backs_up_first_and_once(
    galley: Galley, new_file: Callable[..., Path], root: Path, article: Path
) -> None:
    path = new_file()
    assert galley("import", path, article).code == 0
    assert reasons(root, path) == [("receiving", 0)]
    assert galley("import", path, article).code == 0
    assert galley("import", path, article).code == 0
    assert reasons(root, path) == [("receiving", 1), ("receiving", 0)]


def test_a_backup_that_cannot_be_made_is_said_and_stops_nothing(
    galley: Galley, new_file: Callable[..., Path], root: Path, article: Path
) -> None:
    root.write_text("a file, no folder")
    said = galley("import", new_file(), article)
    assert said.code == 0
    assert "No backup was made first." in said.err
    assert "Received 1 article." in said.out
