"""The article list: what a filter leaves, what is next to do, and what a line tells."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.assignment import State
from app.queries.article_list import ArticleRow
from ui.reading.article_list import ArticleListPanel

DONE, TO_DO = State.DONE, State.TO_DO


def row(name: str, state: State = TO_DO, *, source: str = "", annotations: int = 0) -> ArticleRow:
    return ArticleRow(name, f"Title {name}", source, "2023-05-24", 100, annotations, state)


@pytest.fixture
def panel(qtbot: QtBot) -> ArticleListPanel:
    panel = ArticleListPanel()
    qtbot.addWidget(panel)
    panel.set_rows(
        [row("a", DONE, annotations=2), row("b"), row("c", DONE), row("d", source="Pell")]
    )
    panel.show_current("b")
    panel.show()
    return panel


def test_what_is_next_to_do_lies_below_and_then_round_from_the_top(panel: ArticleListPanel) -> None:
    assert panel.next_to_do(None) == "b"
    assert panel.next_to_do("b") == "d"
    assert panel.next_to_do("d") == "b"
    panel.set_rows([row("a", DONE), row("b")])
    assert panel.next_to_do("b") is None


def test_what_is_next_to_do_is_one_that_the_filter_leaves(panel: ArticleListPanel) -> None:
    panel.set_rows([row("a"), row("b"), row("c", DONE, source="Pell"), row("d", source="Pell")])
    panel.filter.setText("pell")
    assert panel.next_to_do("a") == "d"
    assert panel.next_to_do("d") is None
    panel.filter.clear()
    assert panel.next_to_do("d") == "a"


def test_showing_the_open_article_picks_nothing(panel: ArticleListPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.picked):
        panel.show_current("d")
        panel.set_rows([row("d"), row("e")])
        panel.filter.setText("title e")
        panel.filter.clear()
    assert panel.view.currentIndex().data() == "Title d"


def test_a_person_picks_by_moving_in_the_list(panel: ArticleListPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.picked) as picked:
        qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    assert picked.args == ["c"]


def test_neighbours_are_those_that_the_filter_leaves(panel: ArticleListPanel) -> None:
    panel.filter.setText("done")
    model = panel.model
    assert [model.article_at(line) for line in range(model.rowCount())] == ["a", "c"]
    assert model.neighbour("a", 1) == "c"
    assert model.neighbour("b", 1) == "a", "from an article that is hidden, the first"
    assert model.neighbour("b", -1) == "c", "and upwards the last"
    assert model.neighbour("c", 1) is None


def test_a_state_is_found_as_a_phrase(panel: ArticleListPanel) -> None:
    panel.set_rows([row("to dodge", DONE), row("b")])
    panel.filter.setText("to do")
    assert panel.model.article_at(0) == "to dodge", "its title holds the phrase"
    panel.set_rows([row("told", DONE), row("b")])
    assert [panel.model.article_at(line) for line in range(panel.model.rowCount())] == ["b"]


def test_one_row_is_shown_anew_in_place(panel: ArticleListPanel) -> None:
    assert panel.update_rows([row("b", State.BEGUN, annotations=3)])
    assert panel.model.row("b") == row("b", State.BEGUN, annotations=3)
    assert not panel.update_rows([row("unheard of")])


def test_a_line_tells_its_state_even_where_it_shows_a_number(panel: ArticleListPanel) -> None:
    told = panel.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("Title a, ")
    assert told.endswith(", done")


def test_markup_in_a_title_stays_what_it_is(panel: ArticleListPanel) -> None:
    panel.set_rows([row("<b>bold</b><img src='http://x'>")])
    tip = panel.model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in tip
    assert "<img" not in tip
