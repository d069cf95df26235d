"""A lead reads how far annotators agree and stands before the words, by keys alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desk import AtDesk
from tests.teams import compare
from ui.agreement.agreement_page import AgreementPage, Part


@pytest.fixture
def desk(new_file: Callable[..., Path], reopen: Callable[..., AtDesk]) -> AtDesk:
    """The lead's desk, with the page of agreement before it."""
    there = reopen(compare(new_file()), annotator="lead")
    there.press("Ctrl+Shift+M")
    there.until(lambda: shown(there).measured is not None)
    return there


def shown(desk: AtDesk) -> AgreementPage:
    page = desk.window.visiting.page
    assert isinstance(page, AgreementPage)
    return page


def test_two_keys_lead_from_the_headline_to_the_words_and_one_key_each_back(desk: AtDesk) -> None:
    page = shown(desk)
    desk.press("Space")
    assert page.part is Part.CASES
    case = page.behind.cases.chosen
    desk.press("Return")
    assert page.part is Part.VERSIONS
    text = page.behind.versions.pane.text
    assert case.said[0].span.of(text) in ("taxes fell twice", "taxes fell", "Lorn", "Drenmark")
    for part in (Part.CASES, Part.FIGURES):
        desk.press("Esc")
        assert page.part is part
    desk.press("Esc")
    assert desk.window.visiting.page is None


def test_from_the_words_one_can_go_on_to_the_desk(desk: AtDesk) -> None:
    page = shown(desk)
    desk.press("Space", "Return", "Return")
    assert desk.window.visiting.page is None
    assert desk.title in ("Taxes", "Dam")
    desk.press("Ctrl+[")
    assert desk.window.visiting.page is page
    assert page.part is Part.VERSIONS


def test_the_next_case_of_the_list_comes_without_going_back(desk: AtDesk) -> None:
    page = shown(desk)
    desk.press("Space", "Return")
    before = page.behind.cases.chosen
    desk.press("Ctrl+Down")
    assert page.part is Part.VERSIONS
    assert page.behind.cases.chosen != before


def test_a_number_shows_a_table_and_h_hides_names(desk: AtDesk) -> None:
    page = shown(desk)
    desk.press("4")
    assert page.figures.tabs.currentWidget() is page.figures.articles
    desk.press("1", "H")
    assert [head.text for head in page.figures.pairs.figures.figures.rows] == ["A", "B", "C"]
    desk.press("H")
    assert page.figures.pairs.figures.figures.rows[0].text == "anna"
