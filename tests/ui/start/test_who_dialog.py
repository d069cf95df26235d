"""Who annotates is asked once for each project and can be changed in sight of all."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.queries.people import people
from ui.main_window import MainWindow
from ui.start.who_dialog import WhoDialog


def who(window: MainWindow) -> list[WhoDialog]:
    return [one for one in window.findChildren(WhoDialog) if one.isVisible()]


def names(window: MainWindow) -> list[str]:
    assert window.opened is not None
    return [person.name for person in window.opened.ask(people)]


def test_who_annotates_is_asked_once(
    open_window: Callable[..., MainWindow], new_file: Callable[..., Path], qtbot: QtBot
) -> None:
    there = new_file()
    window = open_window(there, annotator=None)
    (dialog,) = who(window)
    qtbot.waitUntil(dialog.name.hasFocus)
    QTest.keyClicks(dialog.name, "Anna")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert window.status.person.text() == "Annotating as Anna"
    window.opening.close()
    assert window.opening.open(there)
    assert who(window) == []
    assert window.status.person.text() == "Annotating as Anna"


def test_a_name_that_cannot_be_is_refused_under_the_line(
    open_window: Callable[..., MainWindow], new_file: Callable[..., Path]
) -> None:
    window = open_window(new_file(), annotator=None)
    (dialog,) = who(window)
    QTest.keyClicks(dialog.name, "gold")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "choose another name" in dialog.refusal.text()
    assert dialog.refusal.isVisible()
    QTest.keyClicks(dialog.name, "ie")
    assert not dialog.refusal.isVisible()
    assert names(window) == []


def test_somebody_who_is_known_is_picked_with_one_key(
    open_window: Callable[..., MainWindow], new_file: Callable[..., Path]
) -> None:
    there = new_file()
    open_window(there, annotator="anna").close()
    window = open_window(None, annotator=None)
    window.settings.remember_person(there, "somebody who has gone")
    assert window.opening.open(there)
    (dialog,) = who(window)
    assert [button.text() for button in dialog.people] == ["Annotate as anna"]
    QTest.keyClick(dialog.people[0], Qt.Key.Key_Return)
    assert window.status.person.text() == "Annotating as anna"
    assert names(window) == ["anna"]


def test_whoever_only_looks_around_changes_nothing(
    open_window: Callable[..., MainWindow], new_file: Callable[..., Path]
) -> None:
    there = new_file()
    before = there.read_bytes()
    window = open_window(there, annotator=None)
    who(window)[0].reject()
    assert window.status.person.text() == "Nobody annotates yet"
    assert not window.actions_.undo.isEnabled()
    window.close()
    assert there.read_bytes() == before


def test_a_refused_name_from_the_command_line_is_asked_again(
    open_window: Callable[..., MainWindow], new_file: Callable[..., Path]
) -> None:
    window = open_window(new_file(), annotator="gold")
    (dialog,) = who(window)
    assert dialog.name.text() == "gold"
    assert "choose another name" in dialog.refusal.text()


def test_a_newcomer_cannot_be_undone_by_whoever_sat_there(
    open_window: Callable[..., MainWindow], new_file: Callable[..., Path]
) -> None:
    window = open_window(new_file(), annotator="anna")
    window.actions_.person.trigger()
    (dialog,) = who(window)
    QTest.keyClicks(dialog.name, "ben")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    window.status.person.menu().aboutToShow.emit()
    window.status.person.menu().actions()[0].trigger()
    assert window.status.person.text() == "Annotating as anna"
    assert not window.actions_.undo.isEnabled()
    assert names(window) == ["anna", "ben"]


def test_closing_the_project_takes_the_question_away(
    open_window: Callable[..., MainWindow], new_file: Callable[..., Path]
) -> None:
    window = open_window(new_file(), annotator=None)
    window.opening.close()
    assert who(window) == []
