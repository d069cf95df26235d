"""Where Galley ended unexpectedly the next one says so, leaves a report, and does not repeat it."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.paths import ROOT
from ui.application import spared, tell_of_the_end
from ui.last_run import LastRun
from ui.main_window import MainWindow

CRASH = """
import faulthandler, os, sys
from pathlib import Path

from ui.last_run import LastRun

run = LastRun(Path(sys.argv[1]), Path(sys.argv[1]) / "galley.log")
run.begin()
run.opening(Path(sys.argv[2]) if sys.argv[2] else None)
print("running", flush=True)
if sys.argv[3] == "hard":
    faulthandler._sigsegv()
sys.stdin.readline()
run.end()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder for Galley's own files, with a log in it."""
    (tmp_path / "galley.log").write_text("2026-03-01 Galley 0.1.0\nTypeError in desk.py:3\n")
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Iterator[LastRun]:
    one = LastRun(folder, folder / "galley.log")
    yield one
    one.end()


def start(folder: Path, opening: str = "", how: str = "") -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", CRASH, str(folder), opening, how]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "running\n"
    return process


def test_after_a_good_end_nothing_is_said(folder: Path, run: LastRun) -> None:
    start(folder).communicate("end\n")
    assert run.begin() is None


def test_a_galley_that_still_runs_has_not_crashed(folder: Path, run: LastRun) -> None:
    other = start(folder)
    assert run.begin() is None
    other.communicate("end\n")


def test_after_a_kill_there_is_a_report_with_the_log_told_once(folder: Path, run: LastRun) -> None:
    other = start(folder)
    other.kill()
    other.communicate()
    ended = run.begin()
    assert ended is not None
    assert ended.opening is None
    report = ended.report.read_text("utf-8")
    assert "ended unexpectedly at work" in report
    assert "SQLite 3" in report
    assert "TypeError in desk.py:3" in report
    run.end()
    assert run.begin() is None


def test_a_hard_crash_leaves_the_lines_of_code_it_happened_in(folder: Path, run: LastRun) -> None:
    start(folder, how="hard").communicate()
    ended = run.begin()
    assert ended is not None
    assert "Segmentation fault" in ended.report.read_text("utf-8")


def test_what_was_being_opened_is_known_but_not_written_into_the_report(
    folder: Path, run: LastRun
) -> None:
    project = folder / "Minister's secret.galley"
    other = start(folder, str(project))
    other.kill()
    other.communicate()
    ended = run.begin()
    assert ended is not None
    assert ended.opening == project
    report = ended.report.read_text("utf-8")
    assert "while a project was being opened" in report
    assert "secret" not in report


def test_what_it_ended_over_is_not_opened_again_by_itself(
    folder: Path,
    run: LastRun,
    open_window: Callable[..., MainWindow],
    new_file: Callable[..., Path],
) -> None:
    project = new_file()
    other = start(folder, str(project))
    other.kill()
    other.communicate()
    ended = run.begin()
    assert ended is not None
    window = open_window()
    assert spared(ended, project) is None
    tell_of_the_end(window, ended)
    banner = window.messages.trouble_banner
    assert "ended unexpectedly" in banner.words()
    assert str(ended.report) in banner.words()
    banner._action.click()
    assert window.opened is not None
    assert window.opening.is_plain


def test_whoever_was_cut_off_without_a_trace_is_told_quietly(
    folder: Path, run: LastRun, open_window: Callable[..., MainWindow]
) -> None:
    other = start(folder)
    other.kill()
    other.communicate()
    window = open_window()
    tell_of_the_end(window, run.begin())
    assert not window.messages.trouble_banner.isVisible()
    assert "was cut off the last time" in window.messages.passing_banner.words()


def test_whoever_crashed_is_told_where_the_report_lies(
    folder: Path, run: LastRun, open_window: Callable[..., MainWindow]
) -> None:
    start(folder, how="hard").communicate()
    ended = run.begin()
    assert ended is not None
    window = open_window()
    tell_of_the_end(window, ended)
    assert str(ended.report) in window.messages.trouble_banner.words()


def test_another_project_is_opened_as_it_was_asked_for(folder: Path, run: LastRun) -> None:
    other = start(folder, str(folder / "one.galley"))
    other.kill()
    other.communicate()
    ended = run.begin()
    assert spared(ended, folder / "other.galley") == folder / "other.galley"
    assert spared(None, folder / "one.galley") == folder / "one.galley"


def test_without_a_place_of_its_own_it_works_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    run = LastRun(tmp_path / "file", tmp_path / "galley.log")
    assert run.begin() is None
    run.opening(tmp_path)
    run.end()
