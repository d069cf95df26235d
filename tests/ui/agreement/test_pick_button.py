"""A button in whose menu several things can be ticked: what is ticked counts once it closes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from ui.agreement.pick_button import PickButton

PEOPLE = [("1", "anna"), ("2", "ben"), ("3", "carla")]


@pytest.fixture
def button(qtbot: QtBot) -> PickButton:
    made = PickButton("Annotators", least=2)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def picked(button: PickButton) -> list[object]:
    said: list[object] = []
    button.picked.connect(said.append)
    return said


def opened(button: PickButton, qtbot: QtBot) -> QMenu:
    menu = button.menu()
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    qtbot.waitUntil(menu.isVisible)
    return menu


def click(menu: QMenu, name: str) -> None:
    action = next(one for one in menu.actions() if one.text() == name)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def ticked(menu: QMenu) -> list[str]:
    return [one.text() for one in menu.actions() if one.isChecked()]


def test_what_is_ticked_is_picked_once_the_menu_closes(
    button: PickButton, picked: list[object], qtbot: QtBot
) -> None:
    button.offer(PEOPLE, None)
    menu = opened(button, qtbot)
    click(menu, "carla")
    assert menu.isVisible()
    assert not picked
    menu.close()
    assert picked == [("1", "2")]


def test_all_can_be_picked_again_at_once(
    button: PickButton, picked: list[object], qtbot: QtBot
) -> None:
    button.offer(PEOPLE, ["1", "2"])
    click(opened(button, qtbot), "All")
    assert picked == [None]
    assert button.accessibleName() == "Annotators: all"


def test_the_least_have_to_stay_from_the_beginning(
    button: PickButton, picked: list[object], qtbot: QtBot
) -> None:
    button.offer(PEOPLE, ["1", "2"])
    menu = opened(button, qtbot)
    click(menu, "anna")
    assert ticked(menu) == ["anna", "ben"]
    menu.close()
    assert not picked


def test_what_is_being_ticked_is_not_taken_away_by_a_new_offer(
    button: PickButton, picked: list[object], qtbot: QtBot
) -> None:
    button.offer(PEOPLE, None)
    menu = opened(button, qtbot)
    click(menu, "carla")
    button.offer([*PEOPLE, ("4", "dora")], None)
    assert ticked(menu) == ["anna", "ben"]
    menu.close()
    assert picked == [("1", "2")]


def test_a_new_offer_is_there_once_a_menu_closes_in_which_nothing_was_ticked(
    button: PickButton, picked: list[object], qtbot: QtBot
) -> None:
    button.offer(PEOPLE, None)
    menu = opened(button, qtbot)
    button.offer([*PEOPLE, ("4", "dora")], None)
    menu.close()
    assert "dora" in ticked(menu)
    assert not picked


def test_where_nobody_ticked_is_there_any_more_all_are_meant(button: PickButton) -> None:
    button.offer(PEOPLE, ["9"])
    assert button.accessibleName() == "Annotators: all"
