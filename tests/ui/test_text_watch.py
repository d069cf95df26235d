"""Damage in a text, which SQLite does not notice, is told in the window without being asked for."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.project import Project
from tests.projects import add_article
from ui.main_window import MainWindow

TEXT = "The mayor said that rents rose in the whole of the town."


def damaged(path: Path) -> Path:
    """Turn one letter of an article on the disk, as a failing disk does."""
    project = Project.open(path)
    for number in range(20):
        add_article(project, f"{TEXT} {number}", title=f"Rents {number}")
    project.close()
    whole = path.read_bytes()
    at = whole.index(f"{TEXT} 7".encode())
    path.write_bytes(whole[:at] + b"S" + whole[at + 1 :])
    return path


def test_it_is_told_which_article_is_damaged(
    open_window: Callable[..., MainWindow], new_file: Callable[..., Path], qtbot: QtBot
) -> None:
    window = open_window(damaged(new_file()))
    with qtbot.waitSignal(window.standing.texts.found):
        window.standing.texts.look()
    banner = window.messages.trouble_banner
    assert "damaged the text of 1 article" in banner.words()
    assert "“Rents 7”" in banner.words()
    assert "restore a backup" in banner.words()


def test_a_project_that_is_sound_is_looked_at_in_silence(
    open_window: Callable[..., MainWindow], new_file: Callable[..., Path], qtbot: QtBot
) -> None:
    window = open_window(new_file())
    told: list[str] = []
    window.standing.texts.found.connect(told.append)
    window.standing.texts.look()
    thread = window.standing.texts._thread
    assert thread is not None
    qtbot.waitUntil(lambda: not thread.is_alive())
    assert told == []


def test_a_folder_that_is_synchronised_is_explained_once(
    open_window: Callable[..., MainWindow], new_file: Callable[..., Path], qtbot: QtBot
) -> None:
    path = new_file()
    folder = path.parent / "Dropbox"
    folder.mkdir()
    there = path.rename(folder / path.name)
    window = open_window(there)
    banner = window.messages.trouble_banner
    qtbot.waitUntil(lambda: "a folder of Dropbox" in banner.words())
    window.opening.close()
    assert window.opening.open(there)
    with qtbot.assertNotEmitted(window.standing.explained, wait=50):
        window.standing._explain_folder()
