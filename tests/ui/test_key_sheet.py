"""The key sheet tells what the menus do, so that nobody has to learn it elsewhere."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.commands.labels import add
from ui.driving import press
from ui.key_sheet import KeySheet
from ui.main_window import MainWindow
from ui.widgets.plain import PlainLabel


def sheet_of(window: MainWindow, keys: str, qtbot: QtBot) -> KeySheet:
    press(window, keys)
    found = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, KeySheet)]
    assert len(found) == 1
    qtbot.waitUntil(found[0].isVisible)
    return found[0]


def test_at_the_desk_it_tells_the_keys_of_labels_and_acts(
    open_window: Callable[..., MainWindow], new_file: Callable[..., Path], qtbot: QtBot
) -> None:
    window = open_window(new_file())
    sheet = sheet_of(window, "F1", qtbot)
    told = {words: keys for _, rows in sheet.parts for words, keys in rows}
    assert told["Mark as claim"] == ["3"]
    assert told["Next annotation"] == ["N"]
    assert told["Export"] == ["Ctrl+E"], "without the dots of a dialog"
    sheet.reject()


def test_without_a_project_it_tells_what_can_be_done_then(
    open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    sheet = sheet_of(open_window(), "?", qtbot)
    told = {words for _, rows in sheet.parts for words, _ in rows}
    assert "New project" in told
    assert "Next annotation" not in told
    sheet.reject()


def test_undo_is_called_undo_whatever_it_would_take_back(
    open_window: Callable[..., MainWindow], new_file: Callable[..., Path], qtbot: QtBot
) -> None:
    window = open_window(new_file())
    assert window.opened is not None
    window.opened.perform(add, name="quotation")
    assert window.actions_.undo.text() != "Undo"
    sheet = sheet_of(window, "F1", qtbot)
    told = {words: keys for _, rows in sheet.parts for words, keys in rows}
    assert told["Undo"] == ["Ctrl+Z"]
    sheet.reject()


def test_words_take_the_room_that_their_own_keys_leave(
    open_window: Callable[..., MainWindow], new_file: Callable[..., Path], qtbot: QtBot
) -> None:
    sheet = sheet_of(open_window(new_file()), "F1", qtbot)
    (words,) = (
        one for one in sheet.findChildren(PlainLabel) if one.text() == "Select the next phrase"
    )
    assert words.height() < 2 * words.fontMetrics().height()
    sheet.reject()


@pytest.mark.parametrize(
    ("page", "own"),
    [
        ("labels", {"Move the label up, down": ["Alt+↑", "Alt+↓"]}),
        ("search", {"Go there, the words selected": ["Enter"]}),
        ("assigning", {"Allot the selected cells, or take them back": ["Space"]}),
        ("progress", {"Open the article, in the list": ["Enter"]}),
        ("conflicts", {"Open the article": ["Enter"]}),
        ("agreement", {"All disagreements": ["D"], "Overview": ["1"], "Compute gamma": ["G"]}),
    ],
)
def test_before_the_desk_it_tells_the_keys_of_the_page_that_is_in_front(
    open_window: Callable[..., MainWindow],
    new_file: Callable[..., Path],
    qtbot: QtBot,
    page: str,
    own: dict[str, list[str]],
) -> None:
    window = open_window(new_file())
    getattr(window.actions_, page).trigger()
    sheet = sheet_of(window, "F1", qtbot)
    told = {words: keys for _, rows in sheet.parts for words, keys in rows}
    assert {words: told.get(words) for words in own} == own
    assert told["Back to the desk"] == ["Esc"]
    assert told["Export"] == ["Ctrl+E"], "and the window's own"
    assert "Mark as claim" not in told
    assert "Select word by word" not in told
    sheet.reject()
