"""Searching all articles by keys alone: find words, go there, mark them, come back for the next."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.desk import AtDesk
from tests.journeys.articles import OTHER, SHORT
from ui.searching.results_model import Role
from ui.searching.search_page import SearchPage

SitAt = Callable[..., AtDesk]


class AtSearch:
    """Somebody at the search of all articles."""

    def __init__(self, desk: AtDesk) -> None:
        self.desk = desk

    @property
    def page(self) -> SearchPage:
        page = self.desk.window.visiting.page
        assert isinstance(page, SearchPage)
        return page

    def open(self) -> None:
        self.desk.press("Ctrl+Shift+F")
        self.settle()

    def settle(self) -> None:
        self.desk.until(lambda: not self.page.searcher.is_busy)

    def seek(self, words: str) -> list[str]:
        """Type words over what stands in the field; return what is found."""
        self.page.field.setFocus()
        self.desk.press("Ctrl+A", "Del")
        self.desk.write(words)
        self.settle()
        return self.listed()

    def listed(self) -> list[str]:
        model = self.page.results.model
        if not self.page.results.isVisible():
            return []
        return [str(model.index(row).data()) for row in range(model.rowCount())]

    def tags(self) -> list[list[str]]:
        model = self.page.results.model
        lines = [model.index(row).data(Role.LINE) for row in range(model.rowCount())]
        return [[label.name for label in line.labels] for line in lines if line.place is not None]

    def said(self) -> str:
        """What the page says instead of a list."""
        nothing = self.page.nothing
        assert nothing.isVisible()
        return f"{nothing._title.text()} {nothing._sentence.text()}"


@pytest.fixture
def desk(sit_at: SitAt) -> AtDesk:
    return sit_at(Lindow=SHORT, Pell=OTHER, Dorn="They told the mayor so.")


@pytest.fixture
def search(desk: AtDesk) -> AtSearch:
    at_search = AtSearch(desk)
    at_search.open()
    return at_search


def test_words_are_found_while_they_are_typed(search: AtSearch) -> None:
    assert search.page.field.hasFocus()
    assert search.seek("MILL") == [
        "Lindow",
        "The mayor of Lindow said the mill burned down.",
        "Ana Vell, who owns it, denied that the mill burned down at night.",
    ]
    assert search.page.count.text() == "2 places in 1 article"
    assert search.desk.window.status.count.text() == "2 places in 1 article"
    assert search.seek("mayor -council")[0] == "Lindow"
    assert len(search.seek('"the mayor"')) == 5
    assert search.seek("bak*") == ["Pell", "The bakers denied it."]


def test_return_opens_the_place_with_its_words_selected_so_that_a_key_marks_them(
    search: AtSearch,
) -> None:
    search.seek("bread")
    search.desk.press("Down", "Return")
    assert search.desk.title == "Pell"
    assert search.desk.page.pane.hasFocus()
    search.desk.press("1")
    assert search.desk.marks() == [("actor", "bread")]


def test_the_search_is_as_it_was_when_one_comes_back(search: AtSearch) -> None:
    search.seek("mayor")
    search.desk.press("Down", "Down", "Return")
    search.desk.press("1")
    search.open()
    assert search.page.field.text() == "mayor"
    view = search.page.results.view
    assert view.hasFocus()
    assert view.currentIndex().row() == 2
    assert ["actor"] in search.tags(), "what was marked meanwhile is seen"
    search.desk.press("Down", "Down", "Return")
    assert search.desk.title == "Dorn"
    search.desk.press("Ctrl+[")
    assert search.page.results.view.currentIndex().row() == 4, "back leads there too"


def test_esc_leads_back_to_the_desk_from_anywhere(search: AtSearch) -> None:
    search.seek("mayor")
    search.desk.press("Esc")
    assert search.desk.window.visiting.page is None
    assert search.desk.page.pane.hasFocus()
    search.open()
    search.desk.press("Down", "Esc")
    assert search.desk.page.pane.hasFocus()


def test_up_from_the_first_line_leads_to_the_field(search: AtSearch) -> None:
    search.seek("bread")
    search.desk.press("Down")
    assert search.page.results.view.hasFocus()
    search.desk.press("Up", "Up")
    assert search.page.field.hasFocus()
    assert search.page.field.selectedText() == "bread"


def test_a_label_narrows_to_what_one_marked_and_dropping_it_widens_again(desk: AtDesk) -> None:
    desk.mark("the mill burned down.", "claim")
    search = AtSearch(desk)
    search.open()
    search.seek("mill")
    chip = next(c for c in search.page.filters.labels.values() if c.accessibleName() == "claim")
    desk.click_widget(chip)
    search.settle()
    assert len(search.listed()) == 2
    assert search.tags() == [["claim"]]
    assert search.seek("zeppelin") == []
    assert search.said() == ("Nothing found for “zeppelin” Searched: what you marked as claim.")
    desk.click_widget(search.page.drop)
    search.settle()
    assert search.said() == (
        "Nothing found for “zeppelin” Searched: all articles. "
        "Fewer words find more, and so does * after the first letters."
    )
    assert not search.page.drop.isVisible()


def test_nobody_sees_what_somebody_else_marked(desk: AtDesk) -> None:
    desk.mark("the mill burned down.", "claim")
    search = AtSearch(desk)
    search.open()
    search.seek("mill")
    assert ["claim"] in search.tags()
    desk.sit_down("ben")
    search.open()
    search.settle()
    assert search.tags() == [[], []]
    desk.sit_down("anna")
    search.settle()
    assert ["claim"] in search.tags()


def test_articles_received_meanwhile_are_found(search: AtSearch, tmp_path: Path) -> None:
    assert search.seek("zeppelin") == []
    search.desk.press("Esc")
    (tmp_path / "news.txt").write_text("A zeppelin landed in Pell.", encoding="utf-8")
    search.desk.receive(tmp_path / "news.txt")
    search.open()
    search.desk.until(search.listed)
    assert search.listed()[1] == "A zeppelin landed in Pell."


def test_nothing_typed_says_how_to_search(search: AtSearch) -> None:
    assert "Quotation marks" in search.said()
    search.seek("mayor")
    search.seek("- *")
    assert "Quotation marks" in search.said()


def test_hostile_words_are_shown_letter_by_letter(search: AtSearch) -> None:
    search.seek("<img src=x>")
    assert "“<img src=x>”" in search.said()
    assert search.page.nothing._title.textFormat() is Qt.TextFormat.PlainText


def test_searching_is_no_step(search: AtSearch) -> None:
    opened = search.desk.window.opened
    assert opened is not None
    before = opened.project.path.read_bytes()
    search.seek("mayor")
    search.desk.press("Down", "Return")
    assert opened.project.path.read_bytes() == before
