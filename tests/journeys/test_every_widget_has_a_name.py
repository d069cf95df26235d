"""Whoever hears the window instead of seeing it is told what everything is, on every page."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from app.act import Act
from app.commands.labels import add
from tests.desk import AtDesk
from tests.journeys.articles import OTHER, SHORT
from tests.teams import compare
from ui.agreement.agreement_page import AgreementPage, Part
from ui.main_window import MainWindow
from ui.searching.search_page import SearchPage
from ui.waiting_dialog import WaitingDialog

SitAt = Callable[..., AtDesk]
NO_FOCUS = Qt.FocusPolicy.NoFocus
LEAVING = ("quit", "close", "sample", "new", "open")


def nameless(root: QWidget) -> list[str]:
    """What takes the focus within `root` and is not told, or told as mark-up."""
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.focusPolicy() is NO_FOCUS or not widget.isVisible():
            continue
        told = QAccessible.queryAccessibleInterface(widget)
        name = told.text(QAccessible.Text.Name)
        words = name + told.text(QAccessible.Text.Description)
        if not name or "<qt>" in words or "<nobr>" in words:
            found.append(f"{type(widget).__name__} {name!r} in {type(widget.parent()).__name__}")
    return found


def dialog(desk: AtDesk) -> QWidget:
    QCoreApplication.processEvents()
    opened = QApplication.activeModalWidget()
    assert opened is not None, "no dialog opened"
    return opened


def put_away(opened: QWidget) -> None:
    opened.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_on_the_start_page(open_window: Callable[..., MainWindow], tmp_path: Path) -> None:
    window = open_window()
    window.settings.remember_project(tmp_path / "gone.galley")
    window.start.show_recent(window.settings.recent())
    assert nameless(window) == []


def test_at_the_desk_without_articles(reopen: SitAt, new_file: Callable[..., Path]) -> None:
    assert nameless(reopen(new_file()).window) == []


def test_at_the_desk(sit_at: SitAt) -> None:
    desk = sit_at(SHORT, OTHER)
    assert nameless(desk.window) == []
    desk.mark("Radio Nine", "actor")
    desk.press("G")
    assert nameless(desk.window) == []


@pytest.mark.parametrize("keys", ["Ctrl+Shift+G", "Ctrl+Shift+A"])
def test_on_the_pages_of_labels_and_of_people(sit_at: SitAt, keys: str) -> None:
    desk = sit_at(SHORT)
    desk.press(keys)
    assert nameless(desk.window) == []


@pytest.mark.parametrize("keys", ["F1", "Ctrl+E", "F2"])
def test_in_the_dialogs_that_keys_open(sit_at: SitAt, keys: str) -> None:
    desk = sit_at(SHORT)
    desk.press(keys)
    opened = dialog(desk)
    assert nameless(opened) == []
    put_away(opened)


@pytest.mark.parametrize("action", ["about", "person"])
def test_in_the_dialogs_of_the_menus(sit_at: SitAt, action: str) -> None:
    desk = sit_at(SHORT)
    getattr(desk.window.actions_, action).trigger()
    opened = dialog(desk)
    assert nameless(opened) == []
    put_away(opened)


@pytest.mark.parametrize("button", ["Retire", "Merge into…"])
def test_in_the_dialogs_about_labels(sit_at: SitAt, button: str) -> None:
    desk = sit_at(SHORT)
    desk.press("Ctrl+Shift+G")
    page = desk.window.visiting.page
    assert page is not None
    (found,) = (one for one in page.findChildren(QWidget) if one.accessibleName() == button)
    desk.click_widget(found)
    opened = dialog(desk)
    assert nameless(opened) == []
    put_away(opened)


def test_in_the_report_of_what_was_received(sit_at: SitAt, tmp_path: Path) -> None:
    desk = sit_at(SHORT)
    good, bad = tmp_path / "good.txt", tmp_path / "bad.jsonl"
    good.write_text("A letter from the isles came.")
    bad.write_text("{")
    desk.drop(good, bad)
    receiving = desk.window.receiving
    desk.until(lambda: receiving.report is not None and receiving.report.isVisible())
    assert receiving.report is not None
    assert nameless(receiving.report) == []
    receiving.report.accept()


def test_in_the_find_bar_and_the_palette(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    desk.press("Ctrl+F")
    assert desk.page.finding.bar.isVisible()
    assert nameless(desk.window) == []
    desk.press("Esc", "Ctrl+K")
    assert desk.window.finding.anything is not None
    assert desk.window.finding.anything.palette.isVisible()
    assert nameless(desk.window) == []


def test_in_the_list_of_occurrences(sit_at: SitAt) -> None:
    desk = sit_at(SHORT, OTHER)
    desk.mark("Radio Nine", "actor")
    desk.press("O")
    opened = dialog(desk)
    assert nameless(opened) == []
    put_away(opened)


def test_on_the_page_that_searches(sit_at: SitAt) -> None:
    desk = sit_at(SHORT, OTHER)
    desk.press("Ctrl+Shift+F")
    page = desk.window.visiting.page
    assert isinstance(page, SearchPage)
    page.field.setText("radio")
    desk.until(lambda: not page.searcher.is_busy)
    assert nameless(desk.window) == []


def test_in_the_screen_of_backups(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    desk.window.actions_.backups.trigger()
    opened = dialog(desk)
    assert nameless(opened) == []
    put_away(opened)


def test_in_the_question_about_acts_that_wait(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    waiting = WaitingDialog([Act.of(None, add, name="wish")], "The disk is full.", desk.window)
    waiting.open()
    assert nameless(waiting) == []
    put_away(waiting)


def test_on_the_way_from_figures_to_words(
    new_file: Callable[..., Path], reopen: Callable[..., AtDesk]
) -> None:
    desk = reopen(compare(new_file()), annotator="lead")
    desk.press("Ctrl+Shift+M")
    page = desk.window.visiting.page
    assert isinstance(page, AgreementPage)
    desk.until(lambda: page.measured is not None)
    for number in range(page.figures.tabs.count()):
        page.figures.tabs.setCurrentIndex(number)
        assert nameless(desk.window) == []
    for part in (Part.CASES, Part.VERSIONS):
        desk.press("Return" if part is Part.VERSIONS else "D")
        desk.until(lambda part=part: page.part is part)
        assert nameless(desk.window) == []


@pytest.mark.parametrize(
    "page", ["", "labels", "search", "assigning", "progress", "conflicts", "agreement"]
)
def test_whatever_any_action_opens(sit_at: SitAt, page: str) -> None:
    desk = sit_at(SHORT, OTHER)
    desk.mark("Radio Nine", "actor")
    window, actions = desk.window, desk.window.actions_
    if page:
        getattr(actions, page).trigger()
    here = window.visiting.page or window.page
    assert here is not None
    leaving = {getattr(actions, name) for name in LEAVING}
    for _, parts in actions.menus(here.menus()):
        for action in parts:
            if not isinstance(action, QAction) or action in leaving or action.menu():
                continue
            if not action.isEnabled():
                continue
            action.trigger()
            desk.until(lambda: not window.jobs.is_busy)
            for shown in QApplication.topLevelWidgets():
                if shown.isVisible() and not isinstance(shown, QFileDialog):
                    assert nameless(shown) == [], action.text()
            for shown in QApplication.topLevelWidgets():
                if isinstance(shown, QDialog) and shown.isVisible():
                    put_away(shown)


def test_a_widget_without_a_name_is_found(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    desk.page.pane.setAccessibleName("")
    desk.page.done_button.setToolTip("<qt>Done</qt>")
    desk.page.done_button.setAccessibleDescription("")
    assert [told.split()[0] for told in nameless(desk.window)] == [
        "DoneButton",
        type(desk.page.pane).__name__,
    ]
