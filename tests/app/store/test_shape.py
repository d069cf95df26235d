"""A file that brings something that would run by itself is refused, and nothing of it runs."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.errors import FileTrouble
from app.project import Project
from app.queries.check import check
from tests.drill.material import OLDEST

HUGE = "length(hex(zeroblob(400000000)))"
STRANGE = {
    "the trigger t": "CREATE TRIGGER t AFTER INSERT ON steps BEGIN DELETE FROM texts; END",
    "the view v": "CREATE VIEW v AS SELECT * FROM v",
    "the virtual table f": "CREATE VIRTUAL TABLE f USING fts5(x)",
    "the column big, which is computed": f"ALTER TABLE texts ADD COLUMN big INTEGER AS ({HUGE})",
    "the index i, which is computed": "CREATE INDEX i ON annotations (abs(start))",
    "a check that computes, in t": f"CREATE TABLE t (x CHECK ({HUGE} > 0))",
    "a check that computes, in u": 'CREATE TABLE u (x CHECK ("abs" (x) > 0))',
    "a check that computes, in w": "CREATE TABLE w (x CHECK (x GLOB '*a*a*a*'))",
    "a hidden remark in y": "CREATE TABLE y (x CHECK/**/(x > 0))",
}


@pytest.mark.parametrize("strange", STRANGE)
def test_what_would_run_by_itself_is_refused_by_name(
    new_file: Callable[..., Path], strange: str
) -> None:
    path = new_file()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(STRANGE[strange])
    before = path.read_bytes()
    with pytest.raises(FileTrouble, match=strange):
        Project.open(path)
    assert path.read_bytes() == before


def test_an_older_project_is_refused_before_anything_of_it_runs(tmp_path: Path) -> None:
    path = tmp_path / "old.galley"
    path.write_bytes(OLDEST.read_bytes())
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(STRANGE["the trigger t"])
    before = path.read_bytes()
    with pytest.raises(FileTrouble, match="the trigger t"):
        Project.open(path, backups=tmp_path / "backups")
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE labels SET look='flashing'",
        "UPDATE labels SET guideline=CAST(x'c328' AS TEXT)",
    ],
)
def test_a_value_that_no_galley_wrote_is_told_as_damage(
    new_file: Callable[..., Path], open_project: Callable[[Path], Project], damage: str
) -> None:
    from app.queries.label_set import label_set

    path = new_file()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(damage)
    project = open_project(path)
    with pytest.raises(FileTrouble, match="the file is damaged"):
        project.ask(label_set)


def test_a_time_that_cannot_be_read_is_found(
    new_file: Callable[..., Path], open_project: Callable[[Path], Project]
) -> None:
    path = new_file()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE steps SET at=CAST(x'c328' AS TEXT)")
    project = open_project(path)
    assert project.ask(lambda connection: list(check(connection)))
    with pytest.raises(FileTrouble, match="the file is damaged"):
        project.ask(lambda connection: connection.exec_driver_sql("SELECT at FROM steps").all())


def test_a_bug_in_a_whole_project_stays_a_bug(project: Project) -> None:
    with pytest.raises(ZeroDivisionError):
        project.ask(lambda _: 1 // 0)
