"""A lead shares articles out; annotators find theirs on their desk, and nobody else's."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from app.commands.annotators import add
from app.domain.annotator import Annotator
from app.queries.people import people
from tests.desk import AtDesk
from ui.assigning.assigning_page import AssigningPage
from ui.assigning.coverage_model import FIRST_PERSON
from ui.widgets.messages import PlainDialog

SitAt = Callable[..., AtDesk]

TEXTS = [f"Report {number}: Ada Ruiz spoke. Rents rose." for number in range(6)]


@pytest.fixture
def desk(sit_at: SitAt) -> AtDesk:
    return sit_at(*TEXTS)


def page(desk: AtDesk) -> AssigningPage:
    found = desk.window.visiting.page
    assert isinstance(found, AssigningPage)
    return found


def visit(desk: AtDesk, *names: str) -> AssigningPage:
    """Go to the page and add annotators there."""
    desk.press("Ctrl+Shift+A")
    for name in names:
        page(desk).people.new.setFocus()
        desk.write(name)
        desk.press("Return")
    desk.until(lambda: not page(desk).is_planning)
    return page(desk)


def person(desk: AtDesk, name: str) -> Annotator:
    assert desk.window.opened is not None
    return next(one for one in desk.window.opened.ask(people) if one.name == name)


def click_cell(desk: AtDesk, line: int, name: str) -> None:
    view = page(desk).view
    column = FIRST_PERSON + [one.name for one in page(desk).model.people].index(name)
    where = view.visualRect(page(desk).model.index(line, column)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    QCoreApplication.processEvents()


def allotted(desk: AtDesk) -> dict[str, int]:
    found = page(desk)
    return {one.name: found.model.loads()[one.id].allotted for one in found.model.people}


def test_articles_are_shared_out_as_the_preview_said_and_undo_takes_all_back(desk: AtDesk) -> None:
    found = visit(desk, "bert", "carla")
    assert found.plan.summary.text() == "\u2068bert\u2069 +3, \u2068carla\u2069 +3"
    assert found.plan.detail.text() == "6 articles for 1"
    assert found.people.lines[person(desk, "bert").id].more.text() == "+3"
    desk.click_widget(found.plan.apply)
    assert allotted(desk) == {"anna": 0, "bert": 3, "carla": 3}
    desk.until(lambda: not found.is_planning)
    assert "nothing would be added" in found.plan.summary.text()
    desk.press("Ctrl+Z")
    assert allotted(desk) == {"anna": 0, "bert": 0, "carla": 0}
    assert desk.window.visiting.page is found, "undo of what happened here stays here"


def test_everybody_finds_their_own_articles_on_the_desk(desk: AtDesk) -> None:
    found = visit(desk, "bert", "carla")
    desk.click_widget(found.plan.apply)
    own = {name: set[str]() for name in ("bert", "carla")}
    desk.press("Esc")
    for name in own:
        desk.sit_down(name)
        own[name] = set(desk.listed())
        assert desk.title in own[name]
        assert desk.page.articles._tally.text() == "0 of 3 done"
    assert own["bert"] | own["carla"] == {f"Article {number}" for number in range(1, 7)}
    assert not own["bert"] & own["carla"]
    desk.sit_down("dora")
    assert desk.listed() == []
    assert desk.page._nothing.isVisible()
    assert not desk.page._nothing.receive.isVisible()


def test_an_overlap_has_more_readers(desk: AtDesk) -> None:
    found = visit(desk, "bert", "carla")
    found.plan.overlap.setValue(50)
    desk.until(lambda: not found.is_planning)
    assert found.plan.detail.text() == "3 articles for 2; 3 articles for 1"
    desk.click_widget(found.plan.apply)
    assert [row.allotted for row in found.model.rows()].count(2) == 3
    assert sum(allotted(desk).values()) == 9


def test_only_what_the_filter_leaves_is_shared_out(desk: AtDesk) -> None:
    found = visit(desk, "bert")
    found.filter.setText("article 4")
    desk.until(lambda: not found.is_planning)
    desk.click_widget(found.plan.apply)
    found.filter.clear()
    assert [row.title for row in found.model.rows() if row.allotted] == ["Article 4"]
    found.unread.setChecked(True)
    assert found.model.rowCount() == 5


def test_cells_are_turned_over_with_the_mouse_and_with_space(desk: AtDesk) -> None:
    found = visit(desk, "bert", "carla")
    click_cell(desk, 0, "bert")
    click_cell(desk, 0, "carla")
    assert allotted(desk) == {"anna": 0, "bert": 1, "carla": 1}
    click_cell(desk, 0, "carla")
    assert allotted(desk) == {"anna": 0, "bert": 1, "carla": 0}
    found.view.setFocus()
    desk.press("Shift+Down", "Shift+Down", "Space")
    assert allotted(desk) == {"anna": 0, "bert": 1, "carla": 3}, "three cells are one step"
    desk.press("Ctrl+Z")
    assert allotted(desk) == {"anna": 0, "bert": 1, "carla": 0}


def test_what_is_begun_is_not_taken_back_with_the_rest(desk: AtDesk) -> None:
    found = visit(desk, "bert")
    desk.click_widget(found.plan.apply)
    desk.press("Esc")
    desk.sit_down("bert")
    desk.mark("Ada Ruiz", "actor")
    desk.sit_down("anna")
    found = visit(desk)
    desk.click_widget(found.plan.take)
    assert allotted(desk) == {"anna": 0, "bert": 1}
    (begun,) = (row for row in found.model.rows() if row.allotted)
    assert begun.readers[person(desk, "bert").id].state.value == "begun"


def test_enter_opens_the_article_at_the_desk(desk: AtDesk) -> None:
    found = visit(desk, "bert")
    found.view.setFocus()
    found.view.setCurrentIndex(found.model.index(3, 0))
    desk.press("Return")
    assert desk.window.visiting.page is None
    assert desk.title == "Article 4"


def test_a_name_is_mended_and_two_people_are_made_one(desk: AtDesk) -> None:
    found = visit(desk, "bert", "Bret")
    line = found.people.lines[person(desk, "bert").id]
    line.begin_renaming()
    desk.write("Bert Adams")
    desk.press("Return")
    assert [one.name for one in found.model.people] == ["anna", "Bert Adams", "Bret"]
    click_cell(desk, 0, "Bret")
    found._ask_to_unite(person(desk, "Bret").id, person(desk, "Bert Adams").id)
    desk.dialog(PlainDialog).accept()
    assert allotted(desk) == {"anna": 0, "Bert Adams": 1}


def test_a_name_that_somebody_has_is_refused_and_stays_to_be_mended(desk: AtDesk) -> None:
    found = visit(desk, "bert", "Bert")
    assert found.people.new.text() == "Bert"
    assert "somebody of the name bert" in desk.window.messages.passing_banner.words()


def test_where_nobody_else_is_the_page_asks_for_names(desk: AtDesk) -> None:
    found = visit(desk)
    assert found.people.nobody.text() == "Nobody else is here yet: add annotators."
    assert found.people.new.hasFocus()
    assert not found.plan.apply.isEnabled()


def test_whoever_comes_later_by_command_shows_at_once(desk: AtDesk) -> None:
    found = visit(desk)
    assert desk.window.opened is not None
    desk.window.opened.perform(add, name="zoë")
    assert [one.name for one in found.model.people] == ["anna", "zoë"]
    assert not found.people.nobody.isVisible()
