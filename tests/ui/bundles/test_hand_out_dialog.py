"""Handing out: the folder is made where it is not there, and the files are named after people."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.project import Project
from tests.projects import add_article, sit_down
from ui.bundles.hand_out_dialog import HandOutDialog
from ui.main_window import MainWindow


def test_a_folder_that_is_not_there_is_made(
    open_window: Callable[..., MainWindow],
    new_file: Callable[..., Path],
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    path = new_file()
    with closing(Project.open(path)) as project:
        add_article(project, "Rents rose in Pell.")
        sit_down(project, "anna")
        sit_down(project, "ben")
    window = open_window(path, annotator="anna")
    window.actions_.hand_out.trigger()
    qtbot.waitUntil(lambda: window.team.handing.dialog is not None)
    dialog = window.team.handing.dialog
    assert isinstance(dialog, HandOutDialog)
    assert not dialog.making.isVisible()
    folder = tmp_path / "to be" / "made"
    dialog.folder.setText(str(folder))
    assert dialog.making.isVisible()
    dialog.go.click()
    qtbot.waitUntil(lambda: len(dialog.made) == 1)
    qtbot.waitUntil(lambda: dialog.go.text() == "Done")
    assert [file.name for file in folder.iterdir()] == [dialog.made[0].path.name]
    assert not dialog.making.isVisible()
    dialog.reject()
