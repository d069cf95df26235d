"""A person at the desk: a window on a project whose articles were received."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desk import AtDesk
from tests.projects import add_article
from tests.ui.conftest import open_window, settings
from ui.translation import install_plurals

if TYPE_CHECKING:
    from ui.main_window import MainWindow

__all__ = ["open_window", "settings"]


@pytest.fixture(autouse=True)
def _plurals(qapp: QApplication) -> None:
    """Let the window say "1 annotation", as the application does."""
    install_plurals(qapp)


@pytest.fixture
def reopen(open_window: "Callable[..., MainWindow]", qtbot: QtBot) -> Callable[..., AtDesk]:
    """Open a project's file in a window and sit down at its desk."""

    def open_it(path: Path, *, annotator: str = "anna") -> AtDesk:
        desk = AtDesk(open_window(path, annotator=annotator))
        qtbot.waitUntil(lambda: desk.page.pane.hasFocus() or desk.page.shown.article is None)
        return desk

    return open_it


@pytest.fixture
def sit_at(reopen: Callable[..., AtDesk], new_file: Callable[..., Path]) -> Callable[..., AtDesk]:
    """Sit down at a project with these articles, titles to texts, or one text."""

    def sit(*texts: str, **titled: str) -> AtDesk:
        from app.project import Project

        path = new_file()
        project = Project.open(path)
        named = {f"Article {number}": text for number, text in enumerate(texts, 1)} | titled
        for title, text in named.items():
            add_article(project, text, title=title)
        project.close()
        return reopen(path)

    return sit
