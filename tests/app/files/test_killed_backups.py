"""A backup or a restore that is killed: there is the old or the new, never a third thing."""

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from app.files.backups import Why, backups, make_backup
from app.files.restoring import restore
from app.project import Project
from app.queries.check import check
from app.queries.stamp import stamp
from tests.marked import marked
from tests.projects import add_article, mark_up, sit_down

KILLS = 4
ARTICLE = marked("[Ada Ruiz|actor] said [rents rose|claim] in [Gora-Podol|location].")

BACK_UP = """
import sys
from pathlib import Path
from app.files.backups import Why, make_backup
from app.project import Project
project = Project.open(Path(sys.argv[1]))
print("begun", flush=True)
while True:
    make_backup(project, Path(sys.argv[2]), Why.WORK, anyhow=True)
"""

RESTORE = """
import sys
from pathlib import Path
from app.files.restoring import restore
print("begun", flush=True)
while True:
    for backup in sys.argv[2:]:
        restore(Path(backup), Path(sys.argv[1]))
"""


@pytest.fixture
def desk(project: Project) -> Project:
    """A project of some megabytes."""
    sit_down(project)
    mark_up(project, ARTICLE, title="Rents")
    for number in range(30):
        add_article(project, f"Article {number}. " + "All quays are open. " * 5_000)
    return project


def killed(words: str, *arguments: Path, after: float) -> None:
    """Run some Python and kill it so many seconds after it began."""
    command = [sys.executable, "-c", words, *map(str, arguments)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(after)
        process.kill()
        assert process.wait() == -signal.SIGKILL


def is_sound(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            return False
    with closing(Project.open(path)) as project:
        return project.ask(lambda here: list(check(here))) == []


def test_a_killed_backup_leaves_none_of_its_name_or_a_sound_one(
    desk: Project, tmp_path: Path
) -> None:
    chance = Random(7)
    for kill in range(KILLS):
        root = tmp_path / f"backups-{kill}"
        killed(BACK_UP, desk.path, root, after=chance.uniform(0.0, 0.4))
        for backup in backups(root, desk.id):
            assert is_sound(backup.path)
            assert backup.articles == 31
        assert make_backup(desk, root, Why.WORK, anyhow=True) is not None


def test_a_killed_restore_leaves_the_old_or_the_new_project(desk: Project, tmp_path: Path) -> None:
    root = tmp_path / "backups"
    first = make_backup(desk, root, Why.WORK)
    add_article(desk, "Later. " * 50_000)
    second = make_backup(desk, root, Why.WORK)
    assert first is not None
    assert second is not None
    desk.close()
    chance = Random(8)
    for _ in range(KILLS):
        killed(RESTORE, desk.path, first.path, second.path, after=chance.uniform(0.0, 0.4))
        assert is_sound(desk.path)
        with closing(Project.open(desk.path)) as project:
            assert project.ask(stamp) in (first.stamp, second.stamp)
    restore(first.path, desk.path)
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == [desk.path.name]
