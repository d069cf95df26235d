"""The page of agreement in a window, on a project that three people worked on."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desk import PATIENCE
from tests.teams import compare
from ui.agreement.agreement_page import AgreementPage
from ui.agreement.figure import Figure
from ui.agreement.figure_table import FigureTable
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


def press(page: AgreementPage, key: Qt.Key) -> None:
    """Press a key on whatever has the focus."""
    focused = page.window().focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def cell(table: FigureTable, row: str, column: str) -> Figure:
    """Return the figure in the row and column that are named so."""
    shown = table.figures.figures
    rows = [head.text for head in shown.rows]
    columns = [head.text for head in shown.columns]
    return shown.cells[rows.index(row)][columns.index(column)]


def article_titled(page: AgreementPage, title: str) -> str:
    """Return the id of the article with this title."""
    assert page.measured is not None
    return next(id_ for id_, name in page.measured.matter.titles.items() if name == title)
