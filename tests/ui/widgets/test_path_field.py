"""A path too long for its field is shown from a folder's name on, its own name whole."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.widgets.path_field import PathField

PATH = str(Path("/home") / "anna" / "Documents" / "of a long project" / "Taxes–Anna.galley")


@pytest.fixture
def field(qtbot: QtBot) -> Callable[[int], PathField]:
    def make(width: int) -> PathField:
        one = PathField(PATH)
        qtbot.addWidget(one)
        one.resize(width, 32)
        one.show()
        return one

    return make


def test_what_there_is_room_for_is_shown_whole(field: Callable[[int], PathField]) -> None:
    assert field(900).shown_text() == PATH


def test_folders_are_left_out_from_the_left(field: Callable[[int], PathField]) -> None:
    shown = field(200).shown_text()
    assert shown == str(Path("…") / "Taxes–Anna.galley")
    assert field(200).text() == PATH


def test_a_name_that_is_too_long_itself_keeps_both_its_ends(
    field: Callable[[int], PathField],
) -> None:
    shown = field(70).shown_text()
    assert "…" in shown
    assert shown.endswith("y")
