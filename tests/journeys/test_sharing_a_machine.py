"""One account, several people: each file knows who sits at it, and nobody works as another."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.seal import Way
from app.files.bundles import make_bundle
from app.project import Project
from tests.desk import AtDesk
from tests.journeys.articles import OTHER, SHORT
from tests.projects import add_article, sit_down

OpenWindow = Callable[..., object]


@pytest.fixture
def team(new_file: Callable[..., Path]) -> Path:
    """A lead's project with two articles and three people, the lead first; Ben has a copy."""
    path = new_file("Team.galley")
    with closing(Project.open(path)) as project:
        for number, text in enumerate((SHORT, OTHER), 1):
            add_article(project, text, title=f"Article {number}")
        for name in ("Ada", "Dora"):
            sit_down(project, name)
        ben = sit_down(project, "Ben")
        make_bundle(project, bens_copy(path), annotator=ben, way=Way.OUT)
    return path


def bens_copy(team: Path) -> Path:
    return team.with_name("Ben.galley")


def test_a_copy_that_was_handed_out_does_not_change_who_sits_in_the_leads_project(
    team: Path, open_window: OpenWindow
) -> None:
    desk = AtDesk(open_window(team, annotator="Dora"))
    desk.window.close()
    copy = AtDesk(open_window(bens_copy(team), annotator=None))
    assert copy.window.status.person.text() == "Annotating as Ben"
    copy.click_row("Article 2")
    copy.window.close()
    again = AtDesk(open_window(team, annotator=None))
    assert again.window.status.person.text() == "Annotating as Dora"
    assert again.title == "Article 1"


def test_each_file_knows_where_one_and_the_same_person_was(
    team: Path, open_window: OpenWindow
) -> None:
    desk = AtDesk(open_window(team, annotator="Ben"))
    desk.click_row("Article 2")
    desk.window.close()
    copy = AtDesk(open_window(bens_copy(team), annotator=None))
    assert copy.title == "Article 1"
    copy.window.close()
    again = AtDesk(open_window(team, annotator=None))
    assert again.window.status.person.text() == "Annotating as Ben"
    assert again.title == "Article 2"
