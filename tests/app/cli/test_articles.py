"""`articles` tells which articles there are and how far everybody is."""

import json
from contextlib import closing

import pytest

from app.commands.allotments import allot
from app.commands.assignments import finish
from app.project import Project
from app.queries.article_list import article_list
from tests.marked import marked
from tests.projects import add_article, mark_up, sit_down

FIRST = marked("[Mayor Orlin|actor] said [the bridge was safe|claim] 🎉.")
TITLE = "The bridge at Tavenna"


@pytest.fixture
def desk(new_file):
    """A project in which anna marked one article and ben found nothing in another."""
    path = new_file()
    with closing(Project.open(path)) as project:
        sit_down(project, "anna")
        mark_up(project, FIRST, title=TITLE)
        sit_down(project, "ben")
        empty = add_article(project, "Nothing happened today.", title="Quiet")
        project.perform(finish, article=empty)
    return path


def test_json_tells_every_article_and_how_far_everybody_is(galley, desk):
    said = galley("articles", desk, "--json")
    first, second = json.loads(said.out)
    assert list(first) == ["id", "title", "source", "published", "characters", "annotators"]
    assert (first["title"], first["characters"]) == (TITLE, len(FIRST.text))
    assert first["annotators"] == {
        "anna": {"state": "begun", "annotations": 2},
        "ben": {"state": "to do", "annotations": 0},
    }
    assert second["annotators"]["ben"] == {"state": "done, nothing to mark", "annotations": 0}


def test_an_article_names_those_who_are_to_read_it_or_worked_on_it(galley, desk):
    with closing(Project.open(desk)) as project:
        first, second = (row.id for row in project.ask(article_list, annotator=None))
        carla = sit_down(project, "carla")
        project.perform(allot, give=[(first, carla.id)])
    first, second = json.loads(galley("articles", desk, "--json").out)
    assert list(first["annotators"]) == ["anna", "carla"]
    assert list(second["annotators"]) == ["ben"]
    assert first["annotators"]["carla"] == {"state": "to do", "annotations": 0}


def test_an_empty_project_is_an_empty_list(galley, new_file):
    assert json.loads(galley("articles", new_file(), "--json").out) == []


def test_the_table_has_a_line_for_each_article(galley, desk):
    heading, first, second = galley("articles", desk).out.splitlines()
    assert first.index(TITLE) == second.index("Quiet") == heading.index("TITLE")
    assert first.endswith("anna: begun (2 annotations)")
    assert second.endswith("ben: done, nothing to mark (0 annotations)")


def test_an_empty_project_says_what_to_do(galley, new_file):
    assert "import PROJECT" in galley("articles", new_file()).out


def test_looking_leaves_the_bytes_of_the_project(galley, desk):
    before = desk.read_bytes()
    galley("articles", desk)
    galley("articles", desk, "--json")
    galley("check", desk)
    assert desk.read_bytes() == before
    assert [file.name for file in desk.parent.iterdir()] == [desk.name]


def test_a_title_cannot_command_the_terminal(galley, new_file):
    path = new_file()
    with closing(Project.open(path)) as project:
        add_article(project, "Some text.", title="Red \x1b[31m and \u202ekcab\u202c\nnew line")
    said = galley("articles", path)
    assert r"Red \x1b[31m and \u202ekcab\u202c\nnew line" in said.out
    assert len(said.out.splitlines()) == 2
    assert galley("articles", path, "--json").out.isascii()
