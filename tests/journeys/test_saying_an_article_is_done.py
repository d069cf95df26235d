"""Done, done with nothing to mark, changed since: each shows on the button and in the list."""

from collections.abc import Callable

import pytest

from app.domain.assignment import State
from tests.desk import AtDesk
from tests.journeys.articles import OTHER, SHORT
from ui.reading.article_list_delegate import ICON_WORDS
from ui.reading.article_list_model import how_far

SitAt = Callable[..., AtDesk]


@pytest.fixture
def desk(sit_at: SitAt) -> AtDesk:
    return sit_at(SHORT, OTHER, "A third article, in which nothing happens.")


def button(desk: AtDesk) -> str:
    return desk.page.done_button.text()


def line(desk: AtDesk) -> tuple[State, str]:
    """The state and the second line of the open article in the list."""
    row = desk.page.articles.model.row(desk.page.shown.article_id or "")
    assert row is not None
    return row.state, how_far(row)


def progress(desk: AtDesk) -> str:
    return desk.page.articles._tally.text()


def test_an_article_with_marks_is_done(desk: AtDesk) -> None:
    assert line(desk) == (State.TO_DO, "to do")
    desk.mark("Radio Nine", "actor")
    assert line(desk) == (State.BEGUN, "1 annotation")
    assert button(desk) == "Mark done"
    assert progress(desk) == "0 of 3 done, 1 begun"
    desk.press("D")
    assert line(desk) == (State.DONE, "1 annotation")
    assert button(desk) == "Done"
    assert progress(desk) == "1 of 3 done"


def test_nothing_to_mark_is_a_fact_of_its_own(desk: AtDesk) -> None:
    assert button(desk) == "Mark done"
    desk.press("D")
    assert line(desk) == (State.DONE_EMPTY, "done, nothing to mark")
    assert button(desk) == "Done, nothing to mark"
    assert progress(desk) == "1 of 3 done"


def test_a_change_after_that_shows_and_undoing_it_makes_it_done_again(desk: AtDesk) -> None:
    desk.mark("Radio Nine", "actor")
    desk.press("D", "2")
    assert line(desk) == (State.CHANGED_SINCE, "changed since done")
    assert button(desk) == "Mark done again"
    desk.press("Ctrl+Z")
    assert line(desk)[0] is State.DONE
    desk.press("Ctrl+Y", "D")
    assert line(desk)[0] is State.DONE


def test_marking_after_there_was_nothing_to_mark_shows_too(desk: AtDesk) -> None:
    desk.press("D")
    desk.mark("Radio Nine", "actor")
    assert line(desk)[0] is State.CHANGED_SINCE


def test_done_is_taken_back_by_key_by_button_and_by_undo(desk: AtDesk) -> None:
    desk.press("D", "D")
    assert line(desk)[0] is State.TO_DO
    desk.click_widget(desk.page.done_button)
    assert line(desk)[0] is State.DONE_EMPTY
    assert desk.page.pane.hasFocus()
    desk.click_widget(desk.page.done_button)
    assert line(desk)[0] is State.TO_DO
    desk.press("Ctrl+Z")
    assert line(desk)[0] is State.DONE_EMPTY


def test_every_state_has_an_icon_of_its_own() -> None:
    assert set(ICON_WORDS) == set(State)
    assert len(set(ICON_WORDS.values())) == len(State)


def test_what_is_next_to_do_comes_with_a_key_until_all_is_done(desk: AtDesk) -> None:
    desk.press("D", "Ctrl+Return")
    assert desk.title == "Article 2"
    desk.press("Ctrl+Down", "D", "Ctrl+Return")
    assert desk.title == "Article 2", "round to the top, past what is done"
    desk.press("D", "Ctrl+Return")
    assert desk.title == "Article 2"
    assert desk.hint == "Every article is done."
    assert progress(desk) == "3 of 3 done"


def test_opening_a_project_goes_on_where_something_is_to_do(sit_at: SitAt, reopen: SitAt) -> None:
    desk = sit_at(SHORT, OTHER)
    desk.press("D")
    assert desk.window.opened is not None
    path = desk.window.opened.project.path
    desk.window.close()
    assert reopen(path).title == "Article 2"


def test_each_annotator_is_done_for_themselves(desk: AtDesk) -> None:
    desk.press("D")
    desk.sit_down("ben")
    assert button(desk) == "Mark done"
    assert progress(desk) == "0 of 3 done"
