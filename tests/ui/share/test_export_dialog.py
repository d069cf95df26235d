"""Annotations go out through the dialog: whose, how many, and where they lie then."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.commands.assignments import finish
from app.project import Project
from tests.marked import marked
from tests.projects import add_article, mark_up, sit_down
from ui.main_window import MainWindow
from ui.share.export_dialog import ExportDialog
from ui.translation import install_plurals


@pytest.fixture
def window(
    open_window: Callable[..., MainWindow], new_file: Callable[..., Path], qapp: QApplication
) -> MainWindow:
    install_plurals(qapp)
    path = new_file()
    project = Project.open(path)
    sit_down(project, "ben")
    add_article(project, "The mayor said so.", title="Second")
    sit_down(project, "anna")
    (said, _) = mark_up(project, marked("[The minister|actor] said [taxes fell|claim]."))
    project.perform(finish, article=said.article)
    project.close()
    return open_window(path)


def dialog_of(window: MainWindow) -> ExportDialog:
    window.actions_.export.trigger()
    dialog = window.exporting.dialog
    assert dialog is not None
    return dialog


def test_the_dialog_says_beforehand_what_goes_out(window: MainWindow) -> None:
    dialog = dialog_of(window)
    offered = [dialog.whose.itemText(row) for row in range(dialog.whose.count())]
    assert offered == ["ben", "anna (me)", "All annotators"]
    assert dialog.whose.currentText() == "anna (me)"
    assert dialog.foretold.text() == "2 articles · 2 annotations · 1 article not done"
    dialog.whose.setCurrentIndex(0)
    assert dialog.foretold.text() == "2 articles · 0 annotations · 2 articles not done"
    dialog.reject()
    assert window.exporting.dialog is None


def test_the_file_is_written_and_its_place_told(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog, out = dialog_of(window), tmp_path / "out.jsonl"
    dialog.target.setText(str(out))
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.told.isVisible)
    assert dialog.lies.whole_text() == str(out)
    assert "2 annotations" in dialog.told.text()
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    quotes = [span["text"] for line in lines for span in line["spans"]]
    assert quotes == ["The minister", "taxes fell"]
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert window.exporting.dialog is None
    again = dialog_of(window)
    assert again.path.parent == tmp_path
    again.reject()


def test_a_file_that_would_be_replaced_is_announced(window: MainWindow, tmp_path: Path) -> None:
    dialog, out = dialog_of(window), tmp_path / "out.jsonl"
    out.write_text("older", "utf-8")
    dialog.target.setText(str(out))
    assert "will be replaced" in dialog.replacing.text()
    dialog.target.setText("")
    assert not dialog.export_button.isEnabled()
    dialog.reject()


def test_a_folder_that_is_not_there_is_told_in_the_dialog(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = dialog_of(window)
    dialog.target.setText(str(tmp_path / "nowhere" / "out.jsonl"))
    dialog.start()
    qtbot.waitUntil(dialog.banner.isVisible)
    assert "there is no such folder" in dialog.banner.words()
    assert dialog.export_button.isEnabled()
    dialog.reject()


def test_everybody_goes_out_for_whoever_only_looks_around(
    open_window: Callable[..., MainWindow], new_file: Callable[..., Path]
) -> None:
    window = open_window(new_file(), annotator=None)
    window.seat.get_up()
    assert dialog_of(window).whose.currentData() == "all"
    window.exporting.give_up()
    assert window.exporting.dialog is None
