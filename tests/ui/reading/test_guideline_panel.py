"""The guideline of the label at hand stands beside the text, short or whole."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.project import Project
from tests.marked import marked
from tests.projects import mark_up, sit_down
from ui.main_window import MainWindow
from ui.settings import Settings
from ui.widgets.label_button import LabelButton

ARTICLE = marked("[Ada Ruiz|actor] said [rents rose|claim].")


@pytest.fixture
def window(new_file: Callable[..., Path], open_window: Callable[..., MainWindow]) -> MainWindow:
    """The window, on an article that anna has marked."""
    path = new_file()
    project = Project.open(path)
    sit_down(project, "anna")
    mark_up(project, ARTICLE)
    project.close()
    return open_window(path)


def test_the_chosen_annotations_rule_is_told_in_one_sentence(window: MainWindow) -> None:
    panel = window.page.guideline
    assert panel.rule.whole_text().startswith("Point at a label")
    QTest.keyClick(window.page.pane, Qt.Key.Key_N)
    assert panel.rule.whole_text().startswith("An actor is whoever acts")
    assert panel.whole.isHidden()


def test_pointing_at_a_label_shows_its_rule_and_pointing_away_the_chosen_ones(
    window: MainWindow,
) -> None:
    QTest.keyClick(window.page.pane, Qt.Key.Key_N)
    button = window.page.label_bar.findChildren(LabelButton)[3]
    middle = button.rect().center().toPointF()
    QApplication.sendEvent(button, QEnterEvent(middle, middle, middle))
    assert window.page.guideline.rule.whole_text().startswith("A denial is")
    QApplication.sendEvent(button, QEvent(QEvent.Type.Leave))
    assert window.page.guideline.rule.whole_text().startswith("An actor is")


def test_g_shows_all_of_it_and_that_is_remembered(
    window: MainWindow, settings: Settings, open_window: Callable[..., MainWindow]
) -> None:
    panel = window.page.guideline
    QTest.keyClick(window.page.pane, Qt.Key.Key_G)
    assert panel.whole.isVisible()
    assert panel.rule.isHidden()
    path = window.opened.project.path
    window.opening.close()
    assert settings.is_on("guideline")
    again = open_window(path)
    assert not again.page.guideline.whole.isHidden()
    again.page.guideline.toggle.click()
    assert again.page.guideline.whole.isHidden()
