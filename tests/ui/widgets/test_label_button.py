"""The label bar's buttons can be pressed, held, and told apart without colour."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.domain.label import DEFAULT_LABELS, Hue, Look
from ui.theme.appearance import Appearance, Choice
from ui.widgets.label_button import LabelButton


def button(qtbot: QtBot, name: str = "claim", **facts: object) -> LabelButton:
    wanted = {"key": "3", "look": Look.BAND, "hue": Hue.AMBER} | facts
    made = LabelButton(name, **wanted)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    return made


def picture(made: LabelButton) -> QImage:
    return made.grab().toImage()


def test_space_presses_it(qtbot: QtBot) -> None:
    made = button(qtbot)
    with qtbot.waitSignal(made.clicked):
        qtbot.keyClick(made, Qt.Key.Key_Space)


def test_the_mouse_presses_it(qtbot: QtBot) -> None:
    made = button(qtbot)
    with qtbot.waitSignal(made.clicked):
        qtbot.mouseClick(made, Qt.MouseButton.LeftButton)


def test_it_takes_the_focus_by_tab_and_leaves_it_to_the_pane_when_clicked(qtbot: QtBot) -> None:
    assert button(qtbot).focusPolicy() == Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("plan", DEFAULT_LABELS, ids=lambda plan: plan.name)
def test_a_screen_reader_hears_the_labels_name(qtbot: QtBot, plan: object) -> None:
    made = button(qtbot, plan.name, key=plan.key, look=plan.look, hue=plan.hue)  # type: ignore[attr-defined]
    assert made.accessibleName() == plan.name  # type: ignore[attr-defined]
    assert f"({plan.key})" in made.toolTip()  # type: ignore[attr-defined]


def test_looks_are_told_apart_in_one_hue(qtbot: QtBot) -> None:
    pictures = [picture(button(qtbot, look=look, hue=Hue.BLUE)) for look in Look]
    for number, one in enumerate(pictures):
        assert all(one != other for other in pictures[number + 1 :])


def test_held_down_and_out_of_use_are_seen(qtbot: QtBot) -> None:
    made = button(qtbot)
    made.setCheckable(True)
    at_rest = picture(made)
    made.setChecked(True)
    held = picture(made)
    made.setChecked(False)
    made.setEnabled(False)
    assert len({at_rest.cacheKey(), held.cacheKey()}) == 2
    assert held != at_rest
    assert picture(made) not in (at_rest, held)


def test_it_is_repainted_for_the_dark(qtbot: QtBot, appearance: Appearance) -> None:
    made = button(qtbot)
    light = picture(made)
    appearance.set_choice(Choice.DARK)
    assert picture(made) != light


def test_a_longer_name_takes_more_room_up_to_a_limit(qtbot: QtBot) -> None:
    short, long, longer = (button(qtbot, "w" * size) for size in (3, 20, 2_000))
    assert short.sizeHint().width() < long.sizeHint().width()
    assert longer.sizeHint().width() < 2 * long.sizeHint().width()
