"""Projects are opened, made and closed from the start page, and by dropping them."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from app.commands.assignments import finish
from app.project import Project
from app.queries.article_list import article_list
from tests.projects import add_article, sit_down
from ui.main_window import MainWindow
from ui.start.opening import SAMPLE, with_suffix

KEY = Qt.Key


def file_dialog(window: MainWindow) -> QFileDialog:
    (dialog,) = window.findChildren(QFileDialog)
    return dialog


def answer(window: MainWindow, path: Path) -> None:
    dialog = file_dialog(window)
    field = dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText(str(path))
    QTest.keyClick(field, KEY.Key_Return)


def drop(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    window.dragEnterEvent(QDragEnterEvent(QPoint(9, 9), copy, data, left, none))
    assert window.guide.isVisible()
    window.dropEvent(QDropEvent(QPoint(9, 9), copy, data, left, none))
    assert not window.guide.isVisible()


def test_the_sample_project_is_made_once_and_kept(open_window: Callable[..., MainWindow]) -> None:
    window = open_window()
    window.start.cards[0].click()
    assert window.opened is not None
    assert window.opened.project.path == window.settings.projects_folder / SAMPLE
    assert len(window.opened.ask(article_list, annotator=None)) >= 5
    made = window.opened.project.id
    window.opening.close()
    window.start.cards[0].click()
    assert window.opened is not None
    assert window.opened.project.id == made


def test_a_new_project_is_asked_for_and_made(
    open_window: Callable[..., MainWindow], tmp_path: Path
) -> None:
    window = open_window()
    QTest.keyClick(window, KEY.Key_N, Qt.KeyboardModifier.ControlModifier)
    answer(window, tmp_path / "Belgorod, 24.5.2023")
    assert window.opened is not None
    assert window.opened.project.path == tmp_path / "Belgorod, 24.5.2023.galley"
    assert window.header.project.text() == "Belgorod, 24.5.2023"


def test_a_new_project_never_replaces_a_file(
    open_window: Callable[..., MainWindow], new_file: Callable[..., Path]
) -> None:
    window, there = open_window(), new_file()
    before = there.read_bytes()
    assert not window.opening.create(there)
    assert "a file of this name already" in window.messages.trouble_banner.words()
    assert there.read_bytes() == before
    assert window.start.isVisible()


def test_an_ending_is_added_unless_it_is_there() -> None:
    assert with_suffix(Path("a.b")) == Path("a.b.galley")
    assert with_suffix(Path("a.galley")) == Path("a.galley")


def test_a_project_is_opened_by_its_path(
    open_window: Callable[..., MainWindow], new_file: Callable[..., Path]
) -> None:
    window, there = open_window(), new_file()
    QTest.keyClick(window, KEY.Key_O, Qt.KeyboardModifier.ControlModifier)
    answer(window, there)
    assert window.opened is not None
    assert window.opened.project.path == there


def test_a_dropped_project_is_opened(
    open_window: Callable[..., MainWindow], new_file: Callable[..., Path]
) -> None:
    window, there = open_window(), new_file()
    drop(window, there)
    assert window.opened is not None


def test_articles_dropped_without_a_project_are_pointed_to_one(
    open_window: Callable[..., MainWindow], tmp_path: Path
) -> None:
    window, article = open_window(), tmp_path / "a.txt"
    article.write_text("The mayor said so.", "utf-8")
    drop(window, article)
    assert "project first" in window.messages.passing_banner.words()


def test_recent_projects_are_one_click_away(
    open_window: Callable[..., MainWindow], new_file: Callable[..., Path]
) -> None:
    window = open_window(new_file())
    window.opening.close()
    (row,) = window.start.recent.rows
    assert row.hasFocus()
    QTest.keyClick(row, KEY.Key_Return)
    assert window.opened is not None


def test_a_recent_project_that_has_gone_can_be_forgotten(
    open_window: Callable[..., MainWindow], new_file: Callable[..., Path], qtbot: QtBot
) -> None:
    there = new_file()
    window = open_window(there)
    window.opening.close()
    there.unlink()
    window.start.show_recent(window.settings.recent())
    (row,) = window.start.recent.rows
    assert "not there any more" in row.accessibleDescription()
    row.click()
    assert "there is no such file" in window.messages.trouble_banner.words()
    row.forget.click()
    assert window.start.recent.rows == []
    assert window.start.recent.nothing.isVisible()


def test_a_project_that_has_gone_cannot_be_chosen_from_the_menu(
    open_window: Callable[..., MainWindow], new_file: Callable[..., Path]
) -> None:
    window = open_window(new_file("a.galley"))
    other = new_file("b.galley")
    assert window.opening.open(other)
    (other.parent / "a.galley").unlink()
    menu = window.actions_.recent
    menu.aboutToShow.emit()
    assert [action.isEnabled() for action in menu.actions()] == [True, False]


def test_the_start_page_fits_a_small_window(open_window: Callable[..., MainWindow]) -> None:
    window = open_window()
    window.resize(window.minimumSize())
    bar = window.start.verticalScrollBar()
    assert bar.maximum() == 0
    for card in window.start.cards:
        layout = card.layout()
        assert layout is not None
        assert card.height() >= layout.heightForWidth(card.width())


def test_a_recent_project_says_how_far_it_was(
    open_window: Callable[..., MainWindow], new_file: Callable[..., Path]
) -> None:
    path = new_file()
    with closing(Project.open(path)) as project:
        sit_down(project)
        first, _ = (add_article(project, text) for text in ("One.", "Two."))
        project.perform(finish, article=first)
    window = open_window(path)
    window.opening.close()
    (row,) = window.start.recent.rows
    assert row.far.text() == "1 of 2 done"
    assert "1 of 2 done" in row.accessibleDescription()


def test_of_a_recent_project_without_articles_nothing_is_counted(
    open_window: Callable[..., MainWindow], new_file: Callable[..., Path]
) -> None:
    window = open_window(new_file())
    window.opening.close()
    (row,) = window.start.recent.rows
    assert not row.far.isVisible()


def test_a_recent_project_that_has_gone_leads_to_its_backups(
    open_window: Callable[..., MainWindow], new_file: Callable[..., Path], qtbot: QtBot
) -> None:
    path = new_file()
    window = open_window(path)
    qtbot.waitUntil(lambda: not window.keeping.schedule.is_busy)
    window.opening.close()
    path.unlink()
    window.close()
    window = open_window()
    (row,) = window.start.recent.rows
    qtbot.waitUntil(lambda: row.has_backup)
    assert "There is a backup from today" in row.accessibleDescription()
    row.click()
    dialog = window.keeping.dialog
    assert dialog is not None
    assert dialog.isVisible()
    dialog.reject()
    assert not window.messages.trouble_banner.isVisible()


def test_what_is_being_opened_is_told_at_once_instead_of_the_welcome(
    open_window: Callable[..., MainWindow], new_file: Callable[..., Path]
) -> None:
    window, seen = open_window(), list[tuple[bool, str]]()
    window.opening.about_to_open.connect(
        lambda _: seen.append((window.opening_sign.isVisible(), window.opening_sign.title))
    )
    assert window.opening.open(new_file("Rents.galley"))
    assert seen[0] == (True, "Opening Rents…")
    assert not window.opening_sign.isVisible()


def test_after_what_cannot_be_opened_the_welcome_is_there_again(
    open_window: Callable[..., MainWindow], tmp_path: Path
) -> None:
    window = open_window()
    focused = window.focusWidget()
    (tmp_path / "broken.galley").write_bytes(b"no project")
    assert not window.opening.open(tmp_path / "broken.galley")
    assert window.start.isVisible()
    assert window.focusWidget() is focused
