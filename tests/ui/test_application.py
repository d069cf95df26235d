"""Starting: the window is seen first, then the project comes; a run ends when the window closes."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.paths import ROOT
from app.project import Project
from app.queries.article_list import article_list
from app.queries.article_view import annotations_of
from app.queries.people import people
from tests.projects import add_article
from ui.application import show_first
from ui.last_run import LastRun
from ui.main_window import MainWindow
from ui.settings import ELSEWHERE

RUN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.application import make_application, run

app = make_application()
timer = QTimer(interval=5)

def close_when_open():
    for window in app.topLevelWidgets():
        if getattr(window, "opened", None) is not None:
            print(window.windowTitle(), window.status.person.text(), sep="; ")
            QTimer.singleShot(0, lambda: 1 / 0)
            QTimer.singleShot(0, app.closeAllWindows)
            QTimer.singleShot(0, window.close)
            timer.stop()

timer.timeout.connect(close_when_open)
timer.start()
sys.exit(run(Path(sys.argv[1]), "anna"))
"""


def test_the_project_comes_after_the_first_painting(
    open_window: Callable[..., MainWindow], new_file: Callable[..., Path], qtbot: QtBot
) -> None:
    window = open_window()
    window.hide()
    show_first(window, new_file())
    assert window.opening_sign.title == "Opening desk…"
    assert window.opening_sign.isVisible(), "it is told in the first painting"
    assert window.opened is None
    qtbot.waitUntil(lambda: window.opened is not None)


STOP = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from app.domain.span import Span
from ui.application import make_application, run

app = make_application()
timer = QTimer(interval=5)

def stop_when_open():
    for window in app.topLevelWidgets():
        desk = getattr(window, "page", None)
        if desk is not None and desk.shown.article is not None:
            timer.stop()
            desk.pane.select_exactly(Span(0, 4))
            desk.hands.press_key(desk.hands._labels[0].id)
            desk.shown.details.note.setFocus()
            desk.shown.details.note.insertPlainText("half typed")
            os.kill(os.getpid(), getattr(signal, sys.argv[2]))

timer.timeout.connect(stop_when_open)
timer.start()
sys.exit(run(Path(sys.argv[1]), "anna"))
"""


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_whoever_is_asked_to_stop_closes_as_it_should(
    new_file: Callable[..., Path],
    open_project: Callable[[Path], Project],
    tmp_path: Path,
    name: str,
) -> None:
    path = new_file()
    project = Project.open(path)
    add_article(project, "Rain fell on Vale.")
    project.close()
    own = tmp_path / "own"
    told = subprocess.run(
        [sys.executable, "-c", STOP, str(path), name],
        cwd=ROOT,
        env={**os.environ, ELSEWHERE: str(own / "galley.ini"), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    next_run = LastRun(own, own / "galley.log")
    assert next_run.begin() is None, "nothing to tell"
    next_run.end()
    project = open_project(path)
    (article,) = project.ask(article_list, annotator=None)
    (anna,) = (one for one in project.ask(people) if one.name == "anna")
    (said,) = project.ask(annotations_of, article=article.id, annotator=anna.id)
    assert said.note == "half typed"


def test_a_run_survives_a_bug_and_leaves_one_file(
    new_file: Callable[..., Path], tmp_path: Path
) -> None:
    project = new_file()
    settings = tmp_path / "own" / "galley.ini"
    told = subprocess.run(
        [sys.executable, "-c", RUN, str(project)],
        cwd=ROOT,
        env={**os.environ, ELSEWHERE: str(settings), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    assert told.stdout.strip() == "desk — Galley; Annotating as anna"
    assert settings.exists()
    assert "ZeroDivisionError" in (settings.parent / "galley.log").read_text("utf-8")
    assert [file.name for file in project.parent.glob("desk*")] == ["desk.galley"]
