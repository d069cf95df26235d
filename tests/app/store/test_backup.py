"""A backup counts only once it was opened again."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.errors import FileTrouble
from app.project import Project
from app.queries.article_list import article_list
from app.queries.check import check
from app.store.backup import back_up
from tests.marked import marked
from tests.projects import add_article, mark_up, sit_down

ARTICLE = marked("[Ada Ruiz|actor] said [rents rose|claim].")

CRASH = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size=1")
connection.execute("BEGIN IMMEDIATE")
for number in range(200):
    connection.execute("INSERT INTO texts VALUES (?, ?)", (str(number), "x" * 5000))
os._exit(9)
"""


@pytest.fixture
def file(project: Project) -> Path:
    """A closed project with one marked article."""
    sit_down(project)
    mark_up(project, ARTICLE)
    project.close()
    return project.path


def test_a_backup_is_the_same_project(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "backups" / "monday.galley"
    back_up(file, target)
    assert [one.name for one in target.parent.iterdir()] == ["monday.galley"]
    with closing(Project.open(file)) as project, closing(Project.open(target)) as copy:
        assert copy.id == project.id
        assert copy.ask(article_list, annotator=None) == project.ask(article_list, annotator=None)
        assert copy.ask(lambda here: list(check(here))) == []


def test_backing_up_leaves_the_project_as_it_is(file: Path, tmp_path: Path) -> None:
    before = file.read_bytes()
    back_up(file, tmp_path / "backup.galley")
    assert file.read_bytes() == before


def test_a_newer_backup_takes_the_place_of_an_older_one(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "backup.galley"
    back_up(file, target)
    with closing(Project.open(file)) as project:
        add_article(project, "One more")
    back_up(file, target)
    with closing(Project.open(target)) as copy:
        assert len(copy.ask(article_list, annotator=None)) == 2


def test_what_a_crash_left_half_written_is_not_in_the_backup(file: Path, tmp_path: Path) -> None:
    crashed = subprocess.run([sys.executable, "-c", CRASH, str(file)], check=False)
    assert crashed.returncode == 9
    assert file.with_name(file.name + "-journal").stat().st_size
    back_up(file, tmp_path / "backup.galley")
    with closing(Project.open(tmp_path / "backup.galley")) as copy:
        assert copy.ask(lambda here: list(check(here))) == []
        assert (
            copy.ask(lambda here: here.exec_driver_sql("SELECT count(*) FROM texts").scalar()) == 1
        )


def test_a_backup_that_cannot_be_read_back_does_not_replace_a_good_one(
    file: Path, tmp_path: Path
) -> None:
    target = tmp_path / "backup.galley"
    back_up(file, target)
    good = target.read_bytes()
    _overwrite_the_index(file, "revisions_by_record")
    with pytest.raises(FileTrouble, match=r"backup"):
        back_up(file, target)
    assert target.read_bytes() == good
    assert sorted(one.name for one in tmp_path.iterdir()) == ["backup.galley", file.name]


def test_a_backup_with_nowhere_to_lie_is_refused_in_words(file: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, no folder")
    with pytest.raises(FileTrouble, match="no backup can be written"):
        back_up(file, tmp_path / "taken" / "backup.galley")


def _overwrite_the_index(path: Path, name: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)
        ).fetchone()
    with path.open("rb+") as file:
        file.seek((page - 1) * 4096)
        file.write(os.urandom(4096))
