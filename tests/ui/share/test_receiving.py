"""Articles are received through the window, and a report says what became of each file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.commands.receive import FileReport
from app.queries.article_list import article_list
from ui.main_window import MainWindow
from ui.reading.desk_page import DeskPage
from ui.share.receive_report import ReceiveReport
from ui.translation import install_plurals
from ui.widgets.banner import Tone


@pytest.fixture
def window(
    open_window: Callable[..., MainWindow],
    new_file: Callable[..., Path],
) -> MainWindow:
    return open_window(new_file())


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "bridge.txt").write_text("Bridge closed\n", "utf-8")
    (folder / "market.txt").write_text("Market opens\r\n", "utf-8")
    (folder / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    return folder


def titles(window: MainWindow) -> list[str]:
    assert window.opened is not None
    return [row.title for row in window.opened.ask(article_list, annotator=None)]


def receive(window: MainWindow, qtbot: QtBot, *paths: Path) -> ReceiveReport:
    window.open_dropped(paths)
    qtbot.waitUntil(lambda: window.receiving.report is not None)
    assert window.receiving.report is not None
    return window.receiving.report


def test_a_folder_is_received_and_reported(
    window: MainWindow, articles: Path, qtbot: QtBot, qapp: QGuiApplication
) -> None:
    install_plurals(qapp)
    report = receive(window, qtbot, articles)
    assert titles(window) == ["Bridge closed", "Market opens"]
    assert report.heading.text() == "2 new articles, 1 file refused"
    outcomes = {line.file: line.outcome for line in report.lines}
    assert "line end unified" in outcomes["market.txt"]
    assert outcomes["photo.txt"].startswith("it is a picture")
    assert [line.tone for line in report.lines] == [Tone.DANGER, Tone.GOOD, Tone.GOOD]
    QTest.keyClick(report, Qt.Key.Key_Return)
    assert window.receiving.report is None


def test_the_first_new_article_is_on_the_desk_afterwards(
    window: MainWindow, articles: Path, qtbot: QtBot
) -> None:
    receive(window, qtbot, articles / "bridge.txt").accept()
    receive(window, qtbot, articles / "market.txt").accept()
    page = window.page
    assert isinstance(page, DeskPage)
    assert page.shown.article is not None
    assert page.shown.article.title == "Market opens"


def test_the_same_text_again_is_named_as_what_it_is(
    window: MainWindow, articles: Path, qtbot: QtBot
) -> None:
    receive(window, qtbot, articles / "bridge.txt").accept()
    report = receive(window, qtbot, articles / "bridge.txt")
    assert report.lines[0].outcome == "here already as “Bridge closed”"
    assert report.heading.text() == "No new articles"
    report.accept()
    assert titles(window) == ["Bridge closed"]


def test_receiving_is_one_step_to_undo(window: MainWindow, articles: Path, qtbot: QtBot) -> None:
    receive(window, qtbot, articles).accept()
    assert window.actions_.undo.text() == "Undo receive articles"
    window.actions_.undo.trigger()
    assert titles(window) == []


def test_the_report_can_be_copied_as_plain_text(
    window: MainWindow, articles: Path, qtbot: QtBot
) -> None:
    report = receive(window, qtbot, articles)
    report.copy()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Received 2 articles.")
    assert "bridge.txt: " in copied
    report.accept()


def test_the_report_shows_names_letter_by_letter(qtbot: QtBot) -> None:
    report = ReceiveReport([FileReport("<b>bold</b>.txt", refused="<i>no</i>.")])
    qtbot.addWidget(report)
    item = report.list.topLevelItem(0)
    assert item is not None
    assert item.text(0) == "<b>bold</b>.txt"
    assert "<i>" not in item.toolTip(1)


@pytest.mark.parametrize("number", [0, 1, 700])
def test_the_report_fits_the_screen_however_many_files(number: int, qtbot: QtBot) -> None:
    report = ReceiveReport([FileReport(f"{one}.txt", new=1) for one in range(number)])
    qtbot.addWidget(report)
    report.show()
    assert report.height() < 640
    assert report.list.topLevelItemCount() == number


def test_nothing_is_received_without_a_project(
    open_window: Callable[..., MainWindow], articles: Path
) -> None:
    window = open_window()
    window.open_dropped([articles])
    assert not window.jobs.is_busy
    assert window.opened is None
