"""Finding in the open article, as a person does it: by keys, with all matches in sight."""

from collections.abc import Callable

import pytest

from tests.desk import AtDesk
from tests.journeys.articles import OTHER, SHORT
from tests.journeys.conftest import _plurals, open_window, reopen, settings, sit_at
from ui.reading.find_bar import FindBar

__all__ = ["_plurals", "open_window", "reopen", "settings", "sit_at"]

SitAt = Callable[..., AtDesk]
HARBOUR = (
    "The mill at Lindow burned. The Mill's owner said “the mill was old”.\n\n"
    "Windmills stand there too. Nobody at the mill was hurt."
)


@pytest.fixture
def desk(sit_at: SitAt) -> AtDesk:
    return sit_at(HARBOUR, OTHER)


def bar(desk: AtDesk) -> FindBar:
    return desk.page.finding.bar


def selected(desk: AtDesk) -> tuple[int, str] | None:
    """Which of the text's mills is selected, counted from 1, and how it is written."""
    span = desk.page.pane.selection()
    if span is None:
        return None
    return desk.text.lower().count("mill", 0, span.end), span.of(desk.text)


def painted(desk: AtDesk) -> list[str]:
    return [span.of(desk.text) for span in desk.page.pane._state.found.spans]


def test_typing_finds_all_and_goes_to_the_first(desk: AtDesk) -> None:
    desk.press("Ctrl+F")
    desk.write("mill")
    assert painted(desk) == ["mill", "Mill", "mill", "mill", "mill"]
    assert selected(desk) == (1, "mill")
    assert bar(desk).tally.text() == "1 of 5"


def test_enter_goes_on_and_shift_enter_back_round_the_ends(desk: AtDesk) -> None:
    desk.press("Ctrl+F")
    desk.write("mill")
    desk.press("Return", "Return")
    assert selected(desk) == (3, "mill")
    desk.press("Shift+Return", "Shift+Return", "Shift+Return")
    assert selected(desk) == (5, "mill")
    assert bar(desk).tally.text() == "5 of 5"
    desk.press("F3")
    assert selected(desk) == (1, "mill")
    desk.press("Shift+F3")
    assert selected(desk) == (5, "mill")


def test_esc_leaves_the_match_to_be_marked_at_once(desk: AtDesk) -> None:
    desk.press("Ctrl+F")
    desk.write("lindow")
    desk.press("Esc", "2")
    assert not bar(desk).isVisible()
    assert painted(desk) == []
    assert desk.marks() == [("location", "Lindow")]


def test_f3_goes_on_without_the_bar_and_says_where_it_is(desk: AtDesk) -> None:
    desk.press("Ctrl+F")
    desk.write("the mill")
    desk.press("Esc", "3", "F3")
    assert not bar(desk).isVisible()
    assert desk.hint == "2 of 4"
    desk.press("3", "F3", "Shift+F3")
    assert [words for _, words in desk.marks()] == ["The mill", "The Mill"]
    assert desk.page.pane.selection().of(desk.text) == "The Mill"


def test_f3_with_nothing_to_look_for_asks_what(desk: AtDesk) -> None:
    desk.press("F3")
    assert bar(desk).field.hasFocus()
    assert bar(desk).tally.text() == ""


def test_the_search_begins_where_the_person_is(desk: AtDesk) -> None:
    desk.page.pane.set_caret(desk.text.index("Windmills"))
    desk.press("Ctrl+F")
    desk.write("mill")
    assert bar(desk).tally.text() == "4 of 5"


def test_selected_words_are_what_is_looked_for(desk: AtDesk) -> None:
    desk.drag("Nobody")
    desk.press("Ctrl+F")
    assert bar(desk).field.text() == "Nobody"
    assert bar(desk).tally.text() == "1 of 1"
    desk.write("mill")
    assert bar(desk).field.text() == "mill"


def test_a_label_marks_exactly_what_was_looked_for(sit_at: SitAt) -> None:
    desk = sit_at("The Queen’s guard, a queenly guard.")
    desk.press("Ctrl+F")
    desk.write("queen")
    desk.press("Esc", "1", "F3", "1")
    assert desk.marks() == [("actor", "Queen"), ("actor", "queen")]


def test_case_and_whole_words_count_when_asked_for(desk: AtDesk) -> None:
    desk.press("Ctrl+F")
    desk.write("Mill")
    desk.click_widget(bar(desk).whole_words)
    assert painted(desk) == ["mill", "Mill", "mill", "mill"]
    desk.click_widget(bar(desk).match_case)
    assert painted(desk) == ["Mill"]
    assert bar(desk).tally.text() == "1 of 1"
    assert bar(desk).field.hasFocus()


def test_what_is_not_there_is_said_and_nothing_moves(desk: AtDesk) -> None:
    desk.press("Ctrl+F")
    desk.write("quay")
    assert bar(desk).tally.text() == "Not found"
    assert not bar(desk).next.isEnabled()
    desk.press("Return", "Esc")
    assert desk.page.pane.hasFocus()


def test_the_next_article_is_searched_for_the_same_words(desk: AtDesk) -> None:
    desk.press("Ctrl+F")
    desk.write("the")
    desk.press("Ctrl+Down")
    desk.until(lambda: painted(desk) == ["The", "The"])
    assert desk.text == OTHER


def test_many_matches_are_counted_to_the_last(sit_at: SitAt) -> None:
    desk = sit_at("so it goes. " * 3_000)
    desk.press("Ctrl+F")
    desk.write("goes")
    desk.until(lambda: bar(desk).tally.text() == "1 of 3,000")
    desk.press("Shift+Return")
    assert bar(desk).tally.text() == "3,000 of 3,000"


def test_esc_from_a_button_of_the_bar_leaves_too(desk: AtDesk) -> None:
    desk.press("Ctrl+F", "Tab", "Tab", "Esc")
    assert not bar(desk).isVisible()
    assert desk.page.pane.hasFocus()


def test_what_was_found_is_drawn_apart_from_the_rest(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    plain = desk.page.pane.grab().toImage()
    desk.press("Ctrl+F")
    desk.write("lindow")
    desk.page.pane.clear_selection()
    pane = desk.page.pane
    here, there = (
        pane.grab().toImage().copy(pane.lines_of(span)) for span in pane._state.found.spans
    )
    assert here != plain.copy(pane.lines_of(pane._state.found.spans[0]))
    assert there != plain.copy(pane.lines_of(pane._state.found.spans[1]))
