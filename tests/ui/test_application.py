"""Starting: the window is seen first, then the project comes; a run ends when the window closes."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.paths import ROOT
from ui.application import show_first
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
    assert window.start.isVisible()
    assert window.opened is None
    qtbot.waitUntil(lambda: window.opened is not None)


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
    assert told.stdout.strip() == "desk – Galley; Annotating as anna"
    assert settings.exists()
    assert "ZeroDivisionError" in (settings.parent / "galley.log").read_text("utf-8")
    assert [file.name for file in project.parent.glob("desk*")] == ["desk.galley"]
