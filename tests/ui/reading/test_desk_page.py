"""The desk asks again when a notice concerns it, and goes only to places that are there."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.commands.annotations import mark
from app.domain.place import Place
from app.domain.span import Span
from app.project import Project
from app.queries.label_set import label_set
from tests.projects import add_article, sit_down
from ui.open_project import OpenProject
from ui.reading.desk_acts import with_spaces
from ui.reading.desk_page import DeskPage
from ui.widgets.plain import PlainLabel

TEXT = "The mayor of Lindow said the mill burned down."


@pytest.fixture
def project(project: Project) -> Project:
    sit_down(project)
    add_article(project, TEXT, title="First")
    add_article(project, "Another text.", title="Second")
    return project


@pytest.fixture
def desk(project: Project, qtbot: QtBot) -> Iterator[DeskPage]:
    opened = OpenProject(project)
    page = DeskPage(opened)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    yield page
    page.deleteLater()


def mark_mayor(project: Project, article: str) -> str:
    (label,) = (each.id for each in project.ask(label_set) if each.name == "actor")
    return project.perform(mark, article=article, label=label, spans=[Span(4, 9)]).id


def test_it_begins_with_the_first_article_to_do(desk: DeskPage) -> None:
    desk.show()
    assert desk.shown.article is not None
    assert desk.shown.article.title == "First"


def test_what_happens_while_it_is_hidden_shows_when_it_is_shown(
    desk: DeskPage, project: Project
) -> None:
    desk.show()
    desk.hide()
    assert desk.shown.article_id is not None
    made = mark_mayor(project, desk.shown.article_id)
    assert desk.shown.count == 0
    desk.show()
    assert desk.shown.count == 1
    assert desk.pane.chosen_id is None
    desk.go(Place(desk.shown.article_id, Span(4, 9), made))
    assert desk.pane.chosen_id == made


def test_what_somebody_else_marks_is_not_shown(desk: DeskPage, project: Project) -> None:
    desk.show()
    assert desk.shown.article_id is not None
    mine = project.person
    sit_down(project, "ben")
    made = mark_mayor(project, desk.shown.article_id)
    project.person = mine
    desk._take_over()
    assert desk.shown.count == 0
    desk.go(Place(desk.shown.article_id, Span(4, 9), made))
    assert desk.pane.chosen_id is None


def test_a_place_in_an_article_that_is_gone_moves_nothing(desk: DeskPage) -> None:
    desk.show()
    before = desk.shown.article_id
    desk.go(Place("00000000-0000-7000-8000-000000000000", Span(900, 950), "unheard of"))
    assert desk.shown.article_id == before
    assert desk.pane.chosen_id is None


def test_a_place_can_be_gone_to_before_anything_is_seen(desk: DeskPage, project: Project) -> None:
    assert desk.shown.article_id is not None
    made = mark_mayor(project, desk.shown.article_id)
    desk.shown.show(desk.shown.article_id)
    desk.go(Place(desk.shown.article_id, Span(4, 9), made))
    assert desk.pane.chosen_id == made


def test_words_that_were_looked_for_are_selected_and_nothing_stays_chosen(
    desk: DeskPage, project: Project
) -> None:
    assert desk.shown.article_id is not None
    made = mark_mayor(project, desk.shown.article_id)
    desk.shown.show(desk.shown.article_id)
    desk.go(Place(desk.shown.article_id, Span(4, 9), made))
    desk.go(Place(desk.shown.article_id, Span(10, 14)))
    assert desk.pane.chosen_id is None
    assert desk.pane.selection() == Span(10, 14)


def test_words_that_the_text_does_not_reach_leave_all_as_it_was(
    desk: DeskPage, project: Project
) -> None:
    assert desk.shown.article_id is not None
    made = mark_mayor(project, desk.shown.article_id)
    desk.shown.show(desk.shown.article_id)
    desk.go(Place(desk.shown.article_id, Span(4, 9), made))
    desk.go(Place(desk.shown.article_id, Span(9_000, 9_001)))
    assert desk.pane.chosen_id == made
    assert desk.pane.selection() is None


def test_no_two_of_its_keys_are_the_same(desk: DeskPage) -> None:
    keys = [
        key.toString() for action in desk.actions() for key in action.shortcuts() if key.toString()
    ]
    assert len(keys) > 25
    assert len(keys) == len(set(keys))


def test_every_act_has_a_place_in_a_menu(desk: DeskPage) -> None:
    offered = {action for _, actions in desk.menus() for action in actions}
    assert set(desk.actions()) <= offered


@pytest.mark.parametrize(
    ("start", "end", "wider"), [(4, 9, (3, 10)), (0, 3, (0, 4)), (41, 46, (40, 46))]
)
def test_a_stretch_takes_the_space_around_it(start: int, end: int, wider: tuple[int, int]) -> None:
    assert with_spaces(TEXT, Span(start, end)) == Span(*wider)


def test_without_an_article_nothing_is_said_about_marking_one(
    new_file: Callable[..., Path], open_project: Callable[[Path], Project], qtbot: QtBot
) -> None:
    project = open_project(new_file("empty.galley"))
    sit_down(project)
    page = DeskPage(OpenProject(project))
    qtbot.addWidget(page)
    page.show()
    told = [one for one in page.findChildren(PlainLabel) if one.isVisible()]
    assert not any("words" in one.text() for one in told)
    add_article(project, TEXT, title="First")
    qtbot.waitUntil(lambda: page.shown.article is not None)
    assert any(one.isVisible() and "words" in one.text() for one in page.findChildren(PlainLabel))
