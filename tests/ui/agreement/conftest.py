"""The page of agreement in a window, on a project that three people worked on."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desk import PATIENCE
from tests.teams import compare
from ui.agreement.agreement_page import AgreementPage
from ui.main_window import MainWindow
from ui.translation import install_plurals


@pytest.fixture
def window(
    qapp: QApplication, new_file: Callable[..., Path], open_window: Callable[..., MainWindow]
) -> MainWindow:
    """A window in which the lead sits at the compared articles."""
    install_plurals(qapp)
    return open_window(compare(new_file()), annotator="lead")


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> AgreementPage:
    """The page, once its figures are there."""
    return open_page(window, qtbot)


def open_page(window: MainWindow, qtbot: QtBot) -> AgreementPage:
    window.actions_.agreement.trigger()
    page = window.visiting.page
    assert isinstance(page, AgreementPage)
    settled(page, qtbot)
    return page


def settled(page: AgreementPage, qtbot: QtBot) -> None:
    """Wait until the newest figures are shown."""
    qtbot.waitUntil(
        lambda: page.measured is not None and not page.measuring.is_busy, timeout=PATIENCE
    )
