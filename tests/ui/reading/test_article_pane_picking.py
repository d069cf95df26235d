from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.reading.conftest import Shown
from ui.driving import click, hover, press

Show = Callable[..., Shown]
NESTED = (
    "He said [taxes fell in [[Sel|actor]|location] last year|claim], but nobody [agreed|denial]."
)
LAST = "claim: taxes fell in Sel last year"


def test_clicking_again_goes_outwards_and_round(show: Show) -> None:
    shown = show(NESTED)
    picked = []
    for _ in range(4):
        click(shown.pane, shown.at("Sel") + 1)
        picked.append(shown.pane.chosen_id)
    assert set(picked[:2]) == {"actor: Sel", "location: Sel"}
    assert picked[2:] == [LAST, picked[0]]


def test_clicking_elsewhere_chooses_nothing(show: Show, qtbot: QtBot) -> None:
    shown = show(NESTED)
    click(shown.pane, shown.at("agreed"))
    assert shown.pane.chosen_id == "denial: agreed"
    with qtbot.waitSignal(shown.pane.chosen, check_params_cb=lambda picked: picked is None):
        click(shown.pane, shown.at("He"))
    assert shown.pane.chosen_id is None


def test_choosing_for_the_person_says_nothing(show: Show, qtbot: QtBot) -> None:
    shown = show(NESTED)
    with qtbot.assertNotEmitted(shown.pane.chosen):
        shown.pane.choose(LAST)
    assert shown.pane.chosen_id == LAST


def test_a_tag_and_a_bar_in_the_gutter_choose_what_they_stand_for(show: Show) -> None:
    shown = show(NESTED)
    words = shown.pane.point_before(shown.at("agreed"))
    QTest.mouseClick(shown.pane.viewport(), Qt.MouseButton.LeftButton, pos=words - QPoint(-10, 17))
    assert shown.pane.chosen_id == "denial: agreed"
    column = shown.pane.point_before(0)
    QTest.mouseClick(shown.pane.viewport(), Qt.MouseButton.LeftButton, pos=column - QPoint(13, 4))
    assert shown.pane.chosen_id == LAST


def test_keys_walk_in_reading_order_from_the_caret(show: Show) -> None:
    shown = show(NESTED)
    shown.pane.set_caret(shown.at("last year"))
    assert shown.pane.choose_next()
    assert shown.pane.chosen_id == "denial: agreed"
    assert not shown.pane.choose_next()
    assert shown.pane.choose_previous()
    assert shown.pane.choose_previous()
    assert shown.pane.choose_previous()
    assert shown.pane.chosen_id == LAST
    assert not shown.pane.choose_previous()
    assert shown.pane.caret() == shown.at("taxes")


def test_return_picks_at_the_caret_and_escape_gives_up_the_choice(show: Show) -> None:
    shown = show(NESTED)
    shown.pane.set_caret(shown.at("agreed"))
    press(shown.pane, "Return")
    assert shown.pane.chosen_id == "denial: agreed"
    press(shown.pane, "Escape")
    assert shown.pane.chosen_id is None


def test_a_selection_leaves_the_choice_alone(show: Show) -> None:
    shown = show(NESTED)
    shown.pane.choose(LAST)
    shown.pane.select(shown.article.span("nobody"))
    assert shown.pane.chosen_id == LAST


def test_an_interrupted_quotation_is_one_thing_and_its_interruption_is_not_part_of_it(
    show: Show,
) -> None:
    shown = show("[“Taxes fell|claim#q],” [she|actor] said, “[and fast|claim#q].”")
    click(shown.pane, shown.at("fast"))
    assert shown.pane.chosen_id == "claim: “Taxes fell … and fast"
    click(shown.pane, shown.at("said"))
    assert shown.pane.chosen_id is None


def test_the_pointer_tells_what_it_is_on(show: Show) -> None:
    shown = show(NESTED)
    hover(shown.pane, shown.pane.point_before(shown.at("agreed")) - QPoint(-10, 17))
    assert shown.pane.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    hover(shown.pane, shown.pane.point_on(shown.at("He")))
    assert shown.pane.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor
    shown.pane.choose("denial: agreed")
    hover(shown.pane, shown.pane.grip_points()[0])
    assert shown.pane.viewport().cursor().shape() == Qt.CursorShape.SizeHorCursor


@pytest.mark.parametrize(("words", "wanted"), [("agreed", "denial: agreed"), ("He said", None)])
def test_a_right_click_asks_for_a_menu_and_keeps_the_selection(
    show: Show, qtbot: QtBot, words: str, wanted: str | None
) -> None:
    from PySide6.QtGui import QContextMenuEvent
    from PySide6.QtWidgets import QApplication

    shown = show(NESTED)
    shown.pane.select(shown.article.span("nobody"))
    point = shown.pane.point_on(shown.at(words))
    QTest.mousePress(shown.pane.viewport(), Qt.MouseButton.RightButton, pos=point)
    with qtbot.waitSignal(shown.pane.menu_requested) as asked:
        QApplication.sendEvent(
            shown.pane.viewport(),
            QContextMenuEvent(
                QContextMenuEvent.Reason.Mouse, point, shown.pane.viewport().mapToGlobal(point)
            ),
        )
    assert asked.args == [shown.pane.viewport().mapToGlobal(point), wanted]
    assert shown.words(shown.pane.selection()) == "nobody"
