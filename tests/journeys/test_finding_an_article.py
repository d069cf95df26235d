"""Finding an article by its title, its outlet or how far it is, with the mouse or by keys."""

from collections.abc import Callable

import pytest

from tests.desk import AtDesk
from tests.journeys.articles import OTHER, SHORT
from ui.reading.article_details import ArticleDetails

SitAt = Callable[..., AtDesk]


@pytest.fixture
def desk(sit_at: SitAt) -> AtDesk:
    return sit_at(Lindow=SHORT, Pell=OTHER, Tolls_of_Dorn="They told him so.")


def narrow(desk: AtDesk, words: str) -> list[str]:
    desk.press("Ctrl+L", "Ctrl+A")
    desk.write(words)
    return desk.listed()


def test_by_words_of_the_title_in_any_order_and_case(desk: AtDesk) -> None:
    assert narrow(desk, "LIND") == ["Lindow"]
    assert narrow(desk, "dorn tolls") == ["Tolls_of_Dorn"]


def test_by_its_outlet(desk: AtDesk) -> None:
    desk.press("F2")
    dialog = desk.dialog(ArticleDetails)
    dialog.source.setFocus()
    desk.write("Radio Nine")
    desk.press("Return")
    desk.until(lambda: not dialog.isVisible())
    assert desk.window.actions_.undo.text() == "Undo edit the article's details"
    assert narrow(desk, "radio") == ["Lindow"]
    desk.press("Esc", "Esc", "Ctrl+Z")
    assert narrow(desk, "radio") == []


def test_by_how_far_it_is(desk: AtDesk) -> None:
    desk.press("D", "Ctrl+Down")
    desk.mark("The bakers", "actor")
    assert narrow(desk, "begun") == ["Pell"]
    assert narrow(desk, "to do") == ["Tolls_of_Dorn"]
    assert narrow(desk, "done") == ["Lindow"]
    assert narrow(desk, "nothing to mark") == ["Lindow"]


def test_nothing_found_is_said_and_esc_shows_everything_again(desk: AtDesk) -> None:
    assert narrow(desk, "zeppelin") == []
    assert desk.page.articles._nothing.isVisible()
    desk.press("Return", "Down")
    assert desk.page.articles.filter.hasFocus(), "there is nothing to go to"
    desk.press("Esc")
    assert len(desk.listed()) == 3
    assert not desk.page.articles._nothing.isVisible()
    desk.press("Esc")
    assert desk.page.pane.hasFocus()


def test_return_opens_the_first_match_and_keys_go_to_its_text(desk: AtDesk) -> None:
    narrow(desk, "pell")
    desk.press("Return")
    assert desk.title == "Pell"
    assert desk.page.pane.hasFocus()


def test_down_goes_into_the_list_and_return_from_there_into_the_text(desk: AtDesk) -> None:
    narrow(desk, "l")
    desk.press("Down")
    assert desk.page.articles.view.hasFocus()
    assert desk.title == "Lindow", "the open article matches and stays"
    desk.press("Down", "Return")
    assert desk.title == "Pell"
    assert desk.page.pane.hasFocus()


def test_a_filter_that_hides_the_open_article_leaves_it_on_the_desk(desk: AtDesk) -> None:
    desk.mark("Radio Nine", "actor")
    narrow(desk, "pell")
    assert desk.title == "Lindow"
    assert not desk.page.articles.view.currentIndex().isValid()
    desk.page.pane.setFocus()
    desk.press("Esc", "Ctrl+Home", "N", "2")
    assert desk.marks() == [("location", "Radio Nine")]
    assert desk.listed() == ["Pell"]
    desk.press("Ctrl+Down")
    assert desk.title == "Pell"
    desk.press("Ctrl+Down", "Ctrl+Up")
    assert desk.title == "Pell"


def test_keys_and_clicks_turn_to_other_articles(desk: AtDesk) -> None:
    desk.press("Ctrl+Down")
    assert desk.title == "Pell"
    desk.press("Alt+Down", "Ctrl+Down")
    assert desk.title == "Tolls_of_Dorn"
    desk.press("Alt+Up", "Ctrl+Up", "Ctrl+Up")
    assert desk.title == "Lindow"
    desk.click_row("Pell")
    assert desk.title == "Pell"


def test_words_are_jumped_over_by_ctrl_and_arrows(desk: AtDesk) -> None:
    desk.press("Ctrl+Home", "Ctrl+Right", "Ctrl+Right")
    assert desk.title == "Lindow"
    assert SHORT[: desk.page.pane.caret()] == "The mayor"
