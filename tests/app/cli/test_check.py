"""`check` tells a whole project from a damaged one."""

import sqlite3
from contextlib import closing

import pytest

from app.project import Project
from tests.marked import marked
from tests.projects import mark_up, sit_down


@pytest.fixture
def desk(new_file):
    """A project with one article and two annotations."""
    path = new_file()
    with closing(Project.open(path)) as project:
        sit_down(project)
        mark_up(project, marked("[Vell|actor] said [taxes fell|claim]."), title="Taxes")
    return path


def damage(path, statement):
    """Write past Galley into its file."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def test_a_whole_project_is_counted(galley, desk):
    said = galley("check", desk)
    assert said.code == 0
    assert said.out == "Everything is in order: 1 article, 2 annotations, 5 steps.\n"


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE annotations SET quote = 'Bell' WHERE quote = 'Vell'", "its quote is not what"),
        ("UPDATE texts SET text = 'Bell' || substr(text, 5)", "not the text that was received"),
        ("DELETE FROM annotations WHERE quote = 'Vell'", "it is in the history, yet"),
        ("DELETE FROM revisions WHERE body LIKE '%Vell%'", "the history knows nothing of it"),
    ],
)
def test_damage_done_on_purpose_is_found(galley, desk, statement, words):
    damage(desk, statement)
    before = desk.read_bytes()
    said = galley("check", desk)
    assert said.code == 1
    assert words in said.out
    assert said.err.startswith(f"{desk}: ")
    assert said.err.count("\n") == 1
    assert desk.read_bytes() == before


def test_one_finding_is_one_thing(galley, desk):
    damage(desk, "UPDATE annotations SET note = 'sneaked in' WHERE quote = 'Vell'")
    assert "1 thing is not in order" in galley("check", desk).err
