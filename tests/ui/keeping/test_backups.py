"""Backups in the window: made without being asked for, looked into, and gone back to."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from app.commands.annotations import delete
from app.files.backups import Backup, Why, backups
from app.project import Project
from app.queries.article_list import article_list
from app.queries.size import size
from app.store.shelf import Slot
from tests.marked import marked
from tests.projects import add_article, mark_up, sit_down
from ui.keeping.backups_dialog import BackupsDialog
from ui.keeping.words import said_when
from ui.main_window import MainWindow
from ui.settings import Settings

ARTICLE = marked("[Ada Ruiz|actor] said [rents rose|claim] in [Gora-Podol|location].")
Open = Callable[..., MainWindow]


@pytest.fixture
def file(new_file: Callable[..., Path]) -> Path:
    """A project with one marked article."""
    path = new_file()
    project = Project.open(path)
    sit_down(project)
    mark_up(project, ARTICLE, title="Rents")
    project.close()
    return path


def made(window: MainWindow) -> list[Backup]:
    assert window.opened is not None
    return backups(window.settings.backups_folder, window.opened.project.id)


def reasons(window: MainWindow) -> list[str]:
    return [one.why.value for one in made(window)]


@pytest.fixture
def open_and_wait(open_window: Open, qtbot: QtBot) -> Callable[[Path], MainWindow]:
    """Open a window on a project and wait until the backup of opening is there."""

    def open_it(path: Path) -> MainWindow:
        window = open_window(path)
        settle(window, qtbot)
        return window

    return open_it


def settle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.keeping.schedule.is_busy)


def shown(window: MainWindow, qtbot: QtBot) -> BackupsDialog:
    """Open the screen and wait until the first backup is compared."""
    window.actions_.backups.trigger()
    dialog = window.keeping.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.told.text() != "")
    return dialog


def rows(dialog: BackupsDialog) -> list[str]:
    return [str(dialog.lines.item(row).data(_TOLD)) for row in range(dialog.lines.count())]


_TOLD = Qt.ItemDataRole.AccessibleTextRole


def test_opening_backs_up_once_and_says_when(
    open_and_wait: Callable[[Path], MainWindow], file: Path
) -> None:
    window = open_and_wait(file)
    assert reasons(window) == ["opening"]
    assert window.status.backup.text().startswith("Last backup ")
    window.opening.close()
    again = open_and_wait(file)
    assert reasons(again) == ["opening"], "nothing changed meanwhile"
    assert again.status.backup.text().startswith("Last backup ")


def test_every_ten_minutes_what_changed_is_backed_up(
    open_and_wait: Callable[[Path], MainWindow], file: Path, qtbot: QtBot
) -> None:
    window = open_and_wait(file)
    assert window.opened is not None
    assert window.keeping.schedule.timer.isActive()
    assert window.keeping.schedule.timer.interval() == 10 * 60 * 1000
    window.keeping.schedule.timer.timeout.emit()
    settle(window, qtbot)
    assert reasons(window) == ["opening"]
    add_article(window.opened.project, "Later")
    window.keeping.schedule.timer.timeout.emit()
    settle(window, qtbot)
    assert reasons(window) == ["work", "opening"]


def test_before_articles_come_in_there_is_a_backup_without_them(
    open_and_wait: Callable[[Path], MainWindow], file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_and_wait(file)
    assert window.opened is not None
    add_article(window.opened.project, "In between")
    article = tmp_path / "a.txt"
    article.write_text("The mayor said so.", "utf-8")
    window.receiving.receive(window.opened, [article])
    qtbot.waitUntil(lambda: window.receiving.report is not None)
    assert window.receiving.report is not None
    window.receiving.report.accept()
    assert reasons(window) == ["receiving", "opening"]
    assert made(window)[0].articles == 2
    assert window.opened.ask(size).articles == 3


def test_a_full_disk_costs_the_backup_and_not_the_work(
    open_window: Open, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.shelf.LEAST_ROOM", 1 << 62)
    window = open_window(file)
    settle(window, qtbot)
    assert window.status.backup.text() == "No backup"
    assert "too little room" in window.status.backup.toolTip()
    assert window.opened is not None
    add_article(window.opened.project, "Later")
    assert made(window) == []


def test_the_screen_says_what_differs_from_now_by_person_and_by_quote(
    open_and_wait: Callable[[Path], MainWindow], file: Path, qtbot: QtBot
) -> None:
    window = open_and_wait(file)
    assert window.opened is not None
    project = window.opened.project
    (first, *_) = mark_up(project, marked("[The mayor|actor] spoke."), title="Mayor")
    dialog = shown(window, qtbot)
    assert dialog.list.count() == 1
    assert rows(dialog) == [
        "Mayor, article · not in the backup",
        "“The mayor”, actor · not in the backup · anna · Mayor",
    ]
    dialog.reject()
    project.perform(delete, annotation=first.id)
    project.undo()
    dialog = shown(window, qtbot)
    assert len(rows(dialog)) == 2
    dialog.reject()


def test_a_backup_like_now_says_so(
    open_and_wait: Callable[[Path], MainWindow], file: Path, qtbot: QtBot
) -> None:
    dialog = shown(open_and_wait(file), qtbot)
    assert dialog.state.isVisible()
    assert rows(dialog) == []
    dialog.reject()


def test_without_a_backup_the_screen_says_when_there_will_be_one(
    open_window: Open, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.shelf.LEAST_ROOM", 1 << 62)
    window = open_window(file)
    settle(window, qtbot)
    window.actions_.backups.trigger()
    dialog = window.keeping.dialog
    assert dialog is not None
    assert not dialog.restore.isEnabled()
    assert not dialog.save.isEnabled()
    assert not dialog.list.isVisible()
    dialog.reject()


def test_restoring_shows_the_project_as_it_was_and_keeps_what_it_was_last(
    open_and_wait: Callable[[Path], MainWindow], file: Path, qtbot: QtBot
) -> None:
    window = open_and_wait(file)
    assert window.opened is not None
    add_article(window.opened.project, "Written later", title="Later")
    dialog = shown(window, qtbot)
    dialog.restore.click()
    question = window.keeping.question
    assert question is not None
    with qtbot.waitSignal(window.keeping.told):
        question.accept()
    settle(window, qtbot)
    assert window.opened is not None
    assert window.opened.project.path == file
    titles = [row.title for row in window.opened.ask(article_list, annotator=None)]
    assert titles == ["Rents"]
    assert reasons(window)[-2:] == ["restoring", "opening"]
    kept = made(window)[-2]
    assert kept.articles == 2
    dialog = shown(window, qtbot)
    window.keeping.restore(file, kept)
    qtbot.waitUntil(lambda: window.opened is not None and window.opened.ask(size).articles == 2)
    settle(window, qtbot)


def test_a_backup_is_saved_as_another_project(
    open_and_wait: Callable[[Path], MainWindow], file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_and_wait(file)
    dialog = shown(window, qtbot)
    dialog.save.click()
    (chooser,) = window.findChildren(QFileDialog)
    field = chooser.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText(str(tmp_path / "Other"))
    with qtbot.waitSignal(window.keeping.told):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.opened is not None
    assert window.opened.project.path == file
    dialog.reject()
    project = Project.open(tmp_path / "Other.galley")
    assert project.ask(size).annotations == 3
    project.close()


@pytest.mark.parametrize("fate", ["gone", "damaged", "empty"])
def test_a_project_that_is_gone_or_damaged_comes_back_from_its_backup(
    open_and_wait: Callable[[Path], MainWindow], file: Path, qtbot: QtBot, fate: str
) -> None:
    window = open_and_wait(file)
    window.opening.close()
    damaged = {"gone": None, "damaged": file.read_bytes()[:4000], "empty": b""}[fate]
    if damaged is None:
        file.unlink()
    else:
        file.write_bytes(damaged)
    assert not window.opening.open(file)
    dialog = window.keeping.dialog
    assert dialog is not None
    assert "There is a backup from today" in dialog.sentence.text()
    dialog.restore.click()
    question = window.keeping.question
    assert question is not None
    with qtbot.waitSignal(window.keeping.told):
        question.accept()
    settle(window, qtbot)
    assert window.opened is not None
    assert window.opened.ask(size).annotations == 3
    kept = file.with_name("desk.damaged.galley")
    assert (kept.read_bytes() if kept.exists() else None) == damaged


def test_a_file_without_backups_is_refused_as_ever(
    open_window: Open, tmp_path: Path, settings: Settings
) -> None:
    window = open_window()
    assert not window.opening.open(tmp_path / "never.galley")
    assert window.keeping.dialog is None
    assert "no such file" in window.messages.trouble_banner.words()


def test_closing_in_the_middle_of_a_backup_leaves_nothing_half(
    open_window: Open, file: Path, qtbot: QtBot, settings: Settings
) -> None:
    window = open_window(file)
    window.opening.close()
    QCoreApplication.processEvents()
    assert not list(settings.backups_folder.rglob("*.part"))


def test_when_is_said_as_people_say_it() -> None:
    now = datetime.now(UTC)
    assert said_when(now).startswith("today ")
    assert said_when(now - timedelta(days=1)).startswith("yesterday ")
    assert Slot(1, now, Why.WORK, Path("x.galley")).retelling == Path("x.jsonl.gz")
