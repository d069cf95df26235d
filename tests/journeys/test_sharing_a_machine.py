"""One account, several people: each file knows who sits at it, and nobody works as another."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.commands.annotators import add, appoint
from app.domain.annotator import Role
from app.domain.seal import Way
from app.files.bundles import make_bundle
from app.project import Project
from app.queries.people import people
from tests.desk import AtDesk
from tests.journeys.articles import OTHER, SHORT
from tests.projects import add_article, sit_down
from ui.bundles.overseeing import PAGES
from ui.main_window import MainWindow

OpenWindow = Callable[..., MainWindow]


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


def test_only_while_a_lead_sits_is_everybodys_work_shown(
    team: Path, open_window: OpenWindow
) -> None:
    desk = AtDesk(open_window(team, annotator="Ada"))
    window = desk.window
    for name in PAGES:
        getattr(window.actions_, name).trigger()
        assert window.visiting.page is not None
        desk.sit_down("Dora")
        assert window.visiting.page is None, "the page is left"
        assert not getattr(window.actions_, name).isEnabled()
        assert "Ada" in getattr(window.actions_, name).toolTip()
        desk.press("Ctrl+[")
        assert window.visiting.page is None, "nor does going back lead there"
        desk.sit_down("Ada")
        assert getattr(window.actions_, name).isEnabled()
        assert not getattr(window.actions_, name).toolTip().startswith("<")


def test_a_page_that_was_left_open_is_not_there_for_who_does_not_lead_any_more(
    team: Path, open_window: OpenWindow
) -> None:
    desk = AtDesk(open_window(team, annotator="Ada"))
    desk.press("Ctrl+Shift+P")
    assert desk.window.visiting.page is not None
    desk.window.close()
    with closing(Project.open(team)) as project:
        ada, dora, _ = project.ask(people)
        project.person = ada
        project.perform(appoint, annotator=dora.id, role=Role.LEAD)
        project.perform(appoint, annotator=ada.id, role=Role.ANNOTATOR)
    again = AtDesk(open_window(team, annotator=None))
    again.until(again.page.pane.hasFocus)
    assert again.window.visiting.page is None
    assert again.window.status.person.text() == "Annotating as Ada"


def test_where_nobody_is_marked_as_lead_whoever_came_first_leads(
    new_file: Callable[..., Path], open_window: OpenWindow
) -> None:
    path = new_file()
    with closing(Project.open(path)) as project:
        project.perform(add, name="Ada")
        project.perform(add, name="Dora")
    window = AtDesk(open_window(path, annotator="Ada")).window
    assert window.actions_.agreement.isEnabled()
    AtDesk(window).sit_down("Dora")
    assert not window.actions_.agreement.isEnabled()


def test_in_a_copy_that_was_handed_out_there_is_nothing_to_keep_back(
    team: Path, open_window: OpenWindow
) -> None:
    copy = AtDesk(open_window(bens_copy(team), annotator=None))
    copy.press("Ctrl+Shift+D")
    assert copy.window.visiting.page is not None
    copy.press("Esc", "Ctrl+Shift+P", "Ctrl+Shift+M")
    assert copy.window.visiting.page is None
