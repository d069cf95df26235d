"""Relabelling, deleting, moving edges, and taking all of it back, today or tomorrow."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.commands.labels import add
from app.queries.article_list import article_list
from tests.desk import AtDesk
from tests.journeys.articles import OTHER, SHORT
from ui.driving import move

SitAt = Callable[..., AtDesk]


def undo_text(desk: AtDesk) -> str:
    return desk.window.actions_.undo.text()


def redo_text(desk: AtDesk) -> str:
    return desk.window.actions_.redo.text()


def test_a_key_relabels_and_keeps_everything_else(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    before = desk.mark("Radio Nine", "actor")
    desk.press("U", "2")
    assert desk.marks() == [("location", "Radio Nine")]
    assert desk.chosen.id == before.id
    assert desk.chosen.unsure
    assert undo_text(desk) == "Undo relabel as location"


def test_what_is_deleted_comes_back_chosen(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    gone = desk.mark("Radio Nine", "actor").id
    desk.press("Del")
    assert desk.marks() == []
    assert desk.chosen_everywhere() == {None}
    assert undo_text(desk) == "Undo delete actor"
    desk.press("Ctrl+Z")
    assert desk.marks() == [("actor", "Radio Nine")]
    assert desk.chosen_everywhere() == {gone}


def test_after_deleting_one_no_other_is_chosen_by_chance(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    for words in ("Ana Vell", "denied that", "Radio Nine"):
        desk.mark(words, "actor")
    desk.click("denied that")
    desk.press("Backspace", "Backspace", "Del")
    assert desk.marks() == [("actor", "Ana Vell"), ("actor", "Radio Nine")]
    assert desk.hint.startswith("Choose an annotation first")


def test_a_grip_moves_an_edge_to_a_word(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    desk.mark("told Radio", "claim")
    desk.drag_grip(1, desk.span("Radio Nine").end - 1)
    assert desk.marks() == [("claim", "told Radio Nine")]
    desk.drag_grip(0, desk.span("the mayor told").start + 1)
    assert desk.marks() == [("claim", "the mayor told Radio Nine")]
    assert undo_text(desk) == "Undo move an edge of claim"
    desk.press("Ctrl+Z", "Ctrl+Z")
    assert desk.marks() == [("claim", "told Radio")]


def test_esc_while_dragging_a_grip_leaves_everything(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    desk.mark("told Radio", "claim")
    pane = desk.page.pane
    grip, to = pane.grip_points()[1], pane.point_before(desk.span("Radio Nine").end)
    left, nothing = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(pane.viewport(), left, nothing, grip)
    move(pane, grip, to)
    desk.press("Esc")
    QTest.mouseRelease(pane.viewport(), left, nothing, to)
    assert desk.marks() == [("claim", "told Radio")]
    assert desk.chosen_everywhere() == {desk.chosen.id}
    assert undo_text(desk) == "Undo mark as claim"


def test_esc_lets_go_of_the_selection_first_and_then_of_the_choice(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    desk.mark("Radio Nine", "actor")
    desk.drag("Ana Vell")
    desk.press("Esc")
    assert desk.page.pane.selection() is None
    assert desk.words_of(desk.chosen) == "Radio Nine"
    desk.press("Esc")
    assert desk.chosen_everywhere() == {None}
    desk.press("Esc")


def test_undo_and_redo_name_the_step_and_walk_the_whole_way(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    desk.mark("Radio Nine", "actor")
    desk.press("2", "U", "D")
    after = desk.marks(), desk.page.done_button.text()
    assert undo_text(desk) == "Undo mark the article done"
    desk.press(*["Ctrl+Z"] * 4)
    assert desk.marks() == []
    assert not desk.window.actions_.undo.isEnabled()
    assert redo_text(desk) == "Redo mark as actor"
    desk.press("Ctrl+Shift+Z", "Ctrl+Y", "Ctrl+Y", "Ctrl+Y", "Ctrl+Y")
    assert (desk.marks(), desk.page.done_button.text()) == after
    assert not desk.window.actions_.redo.isEnabled()


def test_a_new_act_ends_what_could_be_redone(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    desk.mark("Radio Nine", "actor")
    desk.press("Ctrl+Z")
    desk.mark("Ana Vell", "actor")
    assert not desk.window.actions_.redo.isEnabled()
    assert desk.marks() == [("actor", "Ana Vell")]


def test_undo_leads_to_the_article_where_it_happened(sit_at: SitAt) -> None:
    desk = sit_at(SHORT, OTHER)
    desk.mark("Radio Nine", "actor")
    desk.press("Ctrl+Down")
    assert desk.title == "Article 2"
    desk.press("Ctrl+Z")
    assert desk.title == "Article 1"
    assert desk.marks() == []
    desk.press("Ctrl+Down", "Ctrl+Y")
    assert desk.title == "Article 1"
    assert desk.words_of(desk.chosen) == "Radio Nine"
    assert desk.page.articles.view.currentIndex().data() == "Article 1"


def test_undo_leads_even_to_an_article_that_the_filter_hides(sit_at: SitAt) -> None:
    desk = sit_at(Lindow=SHORT, Pell=OTHER)
    desk.mark("Radio Nine", "actor")
    desk.press("Ctrl+L")
    desk.write("pell")
    desk.press("Down")
    assert desk.title == "Pell"
    desk.press("Ctrl+Z")
    assert desk.title == "Lindow"
    assert desk.marks() == []
    assert desk.listed() == ["Pell"]


def test_the_history_outlives_closing(sit_at: SitAt, reopen: SitAt) -> None:
    desk = sit_at(SHORT)
    desk.mark("Radio Nine", "actor")
    desk.press("4", "Del")
    path = desk.window.opened.project.path
    desk.window.close()
    again = reopen(path)
    assert undo_text(again) == "Undo delete denial"
    again.press("Ctrl+Z", "Ctrl+Z")
    assert again.marks() == [("actor", "Radio Nine")]
    assert redo_text(again) == "Redo relabel as denial"
    again.press("Ctrl+Y", "Ctrl+Y")
    assert again.marks() == []


def test_undoing_the_receiving_takes_the_article_off_the_desk_and_redo_brings_it(
    sit_at: SitAt, tmp_path_factory
) -> None:
    desk = sit_at()
    file = tmp_path_factory.mktemp("in") / "pell.txt"
    file.write_text(OTHER, "utf-8")
    desk.receive(file)
    assert desk.text == OTHER
    desk.press("Ctrl+Z")
    assert desk.listed() == []
    assert desk.text == ""
    assert desk.page.shown.article_id is None
    desk.press("Ctrl+Y")
    assert desk.text == OTHER
    desk.mark("bread was dear", "claim")
    desk.press("Ctrl+Z", "Ctrl+Z")
    rows = desk.window.opened.ask(article_list, annotator=None)
    assert rows == []


@pytest.mark.parametrize(
    "page", ["labels", "search", "assigning", "progress", "conflicts", "agreement"]
)
def test_on_a_page_before_the_desk_undo_stays_there_and_offers_the_way(
    sit_at: SitAt, page: str
) -> None:
    desk = sit_at(SHORT, OTHER)
    desk.mark("Radio Nine", "actor")
    desk.press("Ctrl+Down")
    window = desk.window
    getattr(window.actions_, page).trigger()
    visited = window.visiting.page
    assert visited is not None
    for action, words in (
        (window.actions_.undo, "Undone: mark as actor"),
        (window.actions_.redo, "Redone: mark as actor"),
    ):
        action.trigger()
        assert window.visiting.page is visited
        assert window.messages.passing_banner.words() == words
    window.messages.passing_banner._action.click()
    assert window.visiting.page is None
    assert desk.title == "Article 1"
    assert desk.words_of(desk.chosen) == "Radio Nine"


def test_undo_of_what_happened_on_the_page_stays_and_tells_it_as_well(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    desk.press("Ctrl+Shift+G")
    assert desk.window.opened is not None
    desk.window.opened.perform(add, name="quotation")
    desk.window.actions_.undo.trigger()
    assert desk.window.visiting.page is not None
    assert desk.window.messages.passing_banner.words() == "Undone: add label quotation"
    assert not desk.window.messages.passing_banner._action.isVisible(), "there is nowhere to go"
