"""The window arranges: a project arrives and leaves, undo names itself, messages come and go."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QSplitter
from pytestqt.qtbot import QtBot

from app.commands.annotations import mark
from app.commands.labels import add
from app.domain.annotation import Annotation
from app.domain.span import Span
from app.paths import ROOT
from app.project import Project
from app.queries.article_list import article_list
from app.queries.article_view import annotations_of
from app.queries.label_set import label_set
from app.queries.people import people
from tests.projects import add_article, sit_down
from ui.driving import press
from ui.main_window import MainWindow
from ui.page import Page
from ui.reading.desk_page import DeskPage
from ui.settings import Settings
from ui.start.who_dialog import WhoDialog

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def two_articles(new_file: Callable[..., Path]) -> Path:
    """A project with two articles in which Anna has sat."""
    path = new_file()
    project = Project.open(path)
    sit_down(project, "anna")
    add_article(project, "The minister denied it.", title="First")
    add_article(project, "The mayor said so.", title="Second")
    project.close()
    return path


def mark_claim(window: MainWindow, *, title: str, start: int = 4, end: int = 12) -> None:
    assert window.opened is not None
    articles = {row.title: row.id for row in window.opened.ask(article_list, annotator=None)}
    labels = {label.name: label.id for label in window.opened.ask(label_set)}
    window.opened.perform(
        mark, article=articles[title], label=labels["claim"], spans=[Span(start, end)]
    )


def marks(window: MainWindow) -> list[Annotation]:
    assert window.opened is not None
    rows = window.opened.ask(article_list, annotator=None)
    who = window.opened.person_id
    return [
        one
        for row in rows
        for one in window.opened.ask(annotations_of, article=row.id, annotator=who)
    ]


def page_of(window: MainWindow) -> Page:
    assert window.page is not None
    return window.page


def titles(window: MainWindow) -> list[str]:
    return [action.text().replace("&", "") for action in window.header.menu_bar.actions()]


SLOW = (
    *("sqlalchemy", "alembic", "msgspec", "qtawesome", "sqlite3", "tomllib", "platform"),
    *("logging.handlers", "concurrent.futures", "hashlib", "html", "json", "difflib"),
    *("app.project", "app.store", "app.domain.difference", "ui.waiting_dialog"),
    *("numpy", "scipy"),
)


def test_what_is_slow_to_import_comes_after_the_window(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        f"QApplication.exec = lambda *_: print([name for name in {SLOW} if name in sys.modules])\n"
        "from main import main\n"
        "main([])"
    )
    settings = {"GALLEY_SETTINGS": str(tmp_path / "galley.ini"), "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "[]"


def test_without_a_project_the_window_welcomes(open_window: Callable[..., MainWindow]) -> None:
    window = open_window()
    assert window.start.isVisible()
    assert titles(window) == ["File", "Edit", "View", "Help"]
    assert not window.actions_.export.isEnabled()
    assert not window.header.undo.isVisible()
    assert window.start.cards[0].hasFocus()


def test_a_project_brings_its_desk_and_menus(
    open_window: Callable[..., MainWindow], two_articles: Path
) -> None:
    window = open_window(two_articles)
    assert page_of(window).isVisible()
    assert titles(window) == ["File", "Edit", "View", "Words", "Article", "Annotation", "Help"]
    assert window.windowTitle() == "desk — Galley"
    assert window.header.project.text() == "desk"
    assert window.status.person.text() == "Annotating as anna"


def test_closing_a_project_leads_back_to_the_start(
    open_window: Callable[..., MainWindow], two_articles: Path
) -> None:
    window = open_window(two_articles)
    QTest.keyClick(window, Qt.Key.Key_W, CONTROL)
    assert window.opened is None
    assert window.start.isVisible()
    assert titles(window) == ["File", "Edit", "View", "Help"]
    assert [row.project.path for row in window.start.recent.rows] == [two_articles]
    assert not list(two_articles.parent.glob("desk.galley-*"))


def test_the_next_project_replaces_the_last(
    open_window: Callable[..., MainWindow], new_file: Callable[..., Path], two_articles: Path
) -> None:
    window = open_window(two_articles)
    other = new_file("other.galley")
    assert window.opening.open(other)
    assert window.opened is not None
    assert window.opened.project.path == other
    assert window.header.project.text() == "other"


def test_a_file_that_cannot_be_opened_is_told_and_the_desk_stays(
    open_window: Callable[..., MainWindow], two_articles: Path, tmp_path: Path
) -> None:
    window = open_window(two_articles)
    wrong = tmp_path / "letter.galley"
    wrong.write_text("Dear Anna", "utf-8")
    assert not window.opening.open(wrong)
    assert "this is not a Galley project" in window.messages.trouble_banner.words()
    assert window.opened is not None
    assert window.opened.project.path == two_articles


def test_opening_the_open_project_again_does_nothing(
    open_window: Callable[..., MainWindow], two_articles: Path
) -> None:
    window = open_window(two_articles)
    page = window.page
    assert window.opening.open(two_articles)
    assert window.page is page


def test_undo_says_what_it_undoes_and_goes_there(
    open_window: Callable[..., MainWindow], two_articles: Path, qtbot: QtBot
) -> None:
    window = open_window(two_articles)
    undo, redo = window.actions_.undo, window.actions_.redo
    mark_claim(window, title="Second")
    mark_claim(window, title="First")
    assert undo.text() == "Undo mark as claim"
    assert not redo.isEnabled()
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert marks(window) == []
    assert redo.text() == "Redo mark as claim"
    qtbot.waitUntil(lambda: "Second" in shown_title(window))
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL | SHIFT)
    QTest.keyClick(window, Qt.Key.Key_Y, CONTROL)
    assert len(marks(window)) == 2
    qtbot.waitUntil(lambda: "First" in shown_title(window))


def shown_title(window: MainWindow) -> str:
    page = window.page
    assert isinstance(page, DeskPage)
    return "" if page.shown.article is None else page.shown.article.title


def test_undo_is_about_the_one_who_sits_here(
    open_window: Callable[..., MainWindow], two_articles: Path
) -> None:
    window = open_window(two_articles)
    mark_claim(window, title="First")
    window.seat.ask()
    QTest.keyClicks(who(window).name, "Ben")
    QTest.keyClick(who(window).name, Qt.Key.Key_Return)
    assert window.status.person.text() == "Annotating as Ben"
    assert not window.actions_.undo.isEnabled()


def who(window: MainWindow) -> WhoDialog:
    (dialog,) = window.findChildren(WhoDialog)
    return dialog


def test_ctrl_z_belongs_to_typing_first(
    open_window: Callable[..., MainWindow], two_articles: Path, qtbot: QtBot
) -> None:
    window = open_window(two_articles)
    mark_claim(window, title="First")
    field = next(field for field in page_of(window).findChildren(QLineEdit) if field.isVisible())
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "may")
    QTest.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert field.text() == ""
    assert len(marks(window)) == 1
    QTest.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert marks(window) == []


def test_a_refusal_passes_and_the_next_act_takes_it_away(
    open_window: Callable[..., MainWindow], two_articles: Path
) -> None:
    window = open_window(two_articles)
    mark_claim(window, title="First")
    assert window.opened is not None
    window.opened.perform(add, name=" ")
    assert window.messages.passing_banner.isVisible()
    assert window.messages.passing_banner.words() == "A label needs a name."
    mark_claim(window, title="First", start=0, end=3)
    assert not window.messages.passing_banner.isVisible()


def test_a_trouble_stays_until_it_is_dismissed(
    open_window: Callable[..., MainWindow], two_articles: Path
) -> None:
    window = open_window(two_articles)
    assert window.opened is not None
    window.opened.troubled.emit("desk.galley: the disk is full.")
    mark_claim(window, title="First")
    assert window.messages.trouble_banner.isVisible()
    window.messages.trouble_banner.dismiss()
    assert not window.messages.trouble_banner.isVisible()


def test_the_foot_says_when_it_was_saved(
    open_window: Callable[..., MainWindow], two_articles: Path
) -> None:
    window = open_window(two_articles)
    assert window.status.saved.text() == "Saved"
    mark_claim(window, title="First")
    assert window.status.saved.text().startswith("Saved ")


def test_the_theme_is_switched_shown_and_remembered(
    open_window: Callable[..., MainWindow], settings: Settings
) -> None:
    window = open_window()
    window.header.theme.click()
    assert window.appearance.theme.is_dark
    assert window.actions_.themes[window.appearance.choice].isChecked()
    assert settings.theme == "dark"
    window.actions_.themes[settings.theme.LIGHT].trigger()
    assert settings.theme == "light"


def test_sizes_and_partings_are_remembered(
    open_window: Callable[..., MainWindow], two_articles: Path
) -> None:
    window = open_window(two_articles)
    window.resize(1111, 700)
    splitter = page_of(window).findChildren(QSplitter)[0]
    splitter.setSizes([300, 500, 311])
    sizes = splitter.sizes()
    window.close()
    again = open_window(two_articles)
    assert again.settings.shape("window") == window.saveGeometry()
    again.resize(1111, 700)
    assert page_of(again).findChildren(QSplitter)[0].sizes() == sizes


def test_every_button_of_the_head_says_what_it_does(
    open_window: Callable[..., MainWindow], two_articles: Path
) -> None:
    window = open_window(two_articles)
    head = window.header
    for button in (head.undo, head.redo, head.theme, head.project):
        assert button.accessibleName()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_people_of_the_project_can_be_chosen_at_the_foot(
    open_window: Callable[..., MainWindow], two_articles: Path
) -> None:
    window = open_window(two_articles, annotator="carla")
    menu = window.status.person.menu()
    menu.aboutToShow.emit()
    offered = [action.text() for action in menu.actions() if action.text()]
    assert offered == ["anna", "carla", "Somebody else…"]
    menu.actions()[0].trigger()
    assert window.status.person.text() == "Annotating as anna"
    assert window.opened is not None
    assert len(window.opened.ask(people)) == 2


def test_whoever_wants_to_save_hears_that_it_is_saved(
    open_window: Callable[..., MainWindow], two_articles: Path
) -> None:
    window = open_window(two_articles)
    press(window, "Ctrl+S")
    assert window.status.hint.text().startswith("Everything is saved already")
