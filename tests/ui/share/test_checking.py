"""A project is checked from the menu: well, or with what was found."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.project import Project
from tests.marked import marked
from tests.projects import mark_up, sit_down
from ui.main_window import MainWindow


def marked_project(path: Path) -> Path:
    project = Project.open(path)
    sit_down(project)
    mark_up(project, marked("[The minister|actor] said [taxes fell|claim]."))
    project.close()
    return path


def test_a_whole_project_is_said_to_be_whole(
    open_window: Callable[..., MainWindow], new_file: Callable[..., Path], qtbot: QtBot
) -> None:
    window = open_window(marked_project(new_file()))
    window.actions_.check.trigger()
    qtbot.waitUntil(window.messages.passing_banner.isVisible)
    assert window.messages.passing_banner.words().startswith("Everything is in order")


def test_what_was_tampered_with_is_found(
    open_window: Callable[..., MainWindow], new_file: Callable[..., Path], qtbot: QtBot
) -> None:
    path = marked_project(new_file())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE annotations SET quote = 'taxes rose' WHERE quote = 'taxes fell'")
        connection.commit()
    window = open_window(path)
    window.actions_.check.trigger()
    qtbot.waitUntil(lambda: window.checking.dialog is not None)
    assert window.checking.dialog is not None
    details = window.checking.dialog.findChildren(QPlainTextEdit)[0]
    assert details.toPlainText()
    window.checking.dialog.accept()
