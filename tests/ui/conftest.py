"""The whole window for tests: with settings of its own, and closed cleanly or the test fails."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.main_window import MainWindow
from ui.settings import Settings
from ui.theme.appearance import Appearance, Choice


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings in a folder of the test's own."""
    folder = tmp_path / "settings"
    folder.mkdir()
    return Settings(folder / "galley.ini")


@pytest.fixture
def open_window(
    qapp: QApplication, qtbot: QtBot, settings: Settings
) -> Iterator[Callable[..., MainWindow]]:
    """Open a window, and in it a project if one is named, with `annotator` sitting at it."""
    appearance = Appearance(Choice.LIGHT)
    appearance.apply(qapp)
    windows: list[MainWindow] = []

    def open_one(project: Path | None = None, *, annotator: str | None = "anna") -> MainWindow:
        window = MainWindow(settings, appearance, annotator=annotator)
        windows.append(window)
        window.resize(1200, 760)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        if project is not None:
            assert window.opening.open(project), window.messages.trouble_banner.words()
        return window

    yield open_one
    for window in windows:
        project = None if window.opened is None else window.opened.project.path
        window.close()
        assert window.opened is None
        assert not window.jobs.is_busy
        if project is not None:
            assert not list(project.parent.glob(f"{project.name}-*")), "exactly one file stays"
        window.deleteLater()
    appearance.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    assert not shown, "the window takes its dialogs with it"
