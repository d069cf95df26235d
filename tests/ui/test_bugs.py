"""A bug is shown, logged without anybody's words, and survived."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.errors import Refused
from ui.bugs import BugReports
from ui.log import LARGEST


@pytest.fixture
def bugs(tmp_path: Path, qtbot: QtBot) -> Iterator[BugReports]:
    reports = BugReports(tmp_path / "data" / "galley.log")
    yield reports
    if reports.dialog is not None:
        reports.dialog.accept()


def take(bugs: BugReports, error: BaseException) -> None:
    try:
        raise error
    except type(error):
        bugs.take(*sys.exc_info())  # type: ignore[arg-type]


def test_a_bug_is_shown_and_logged(bugs: BugReports, capsys: pytest.CaptureFixture[str]) -> None:
    take(bugs, TypeError("a span is no number"))
    assert bugs.dialog is not None
    assert bugs.dialog.isVisible()
    logged = bugs.log.read_text("utf-8")
    assert "TypeError: a span is no number" in logged
    assert "test_bugs.py" in logged
    assert "Galley 0" in logged
    details = bugs.dialog.findChildren(QPlainTextEdit)[0].toPlainText()
    assert "TypeError" in details
    assert "TypeError" in capsys.readouterr().err


def test_words_of_an_article_stay_out_of_the_log(bugs: BugReports) -> None:
    try:
        try:
            {}["The minister denied it."]
        except KeyError as error:
            raise ValueError("“The minister denied it.” is odd") from error
    except ValueError:
        bugs.take(*sys.exc_info())  # type: ignore[arg-type]
    logged = bugs.log.read_text("utf-8")
    assert "builtins.ValueError" in logged
    assert "builtins.KeyError" in logged
    assert "minister" not in logged


def test_control_characters_are_written_as_numbers(bugs: BugReports) -> None:
    take(bugs, TypeError("\x1b[31mred\u202e"))
    assert "\\u001b[31mred\\u202e" in bugs.log.read_text("utf-8")


def test_a_second_bug_is_logged_behind_the_first_box(bugs: BugReports) -> None:
    take(bugs, TypeError("one"))
    shown = bugs.dialog
    take(bugs, TypeError("two"))
    assert bugs.dialog is shown
    assert "two" in bugs.log.read_text("utf-8")


def test_what_a_person_can_mend_is_no_bug(bugs: BugReports, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bugs.troubled) as told:
        take(bugs, Refused("Not today."))
    assert told.args == ["Not today."]
    assert bugs.dialog is None
    assert not bugs.log.exists()


def test_a_log_that_cannot_be_written_stops_nobody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], qtbot: QtBot
) -> None:
    (tmp_path / "data").write_text("in the way", "utf-8")
    reports = BugReports(tmp_path / "data" / "galley.log")
    take(reports, TypeError("still"))
    assert reports.dialog is not None
    reports.dialog.accept()
    assert "cannot be written" in capsys.readouterr().err


def test_a_log_that_has_grown_large_is_put_aside(bugs: BugReports) -> None:
    bugs.log.parent.mkdir()
    bugs.log.write_text("x" * LARGEST, "utf-8")
    take(bugs, TypeError("one more"))
    assert "one more" in bugs.log.read_text("utf-8")
    assert bugs.log.with_name("galley.log.1").stat().st_size == LARGEST


def test_the_log_begins_with_what_galley_runs_on(bugs: BugReports) -> None:
    bugs.note_beginning()
    assert "SQLite 3" in bugs.log.read_text("utf-8")
