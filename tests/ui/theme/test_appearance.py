"""The theme follows the system until a person chooses, and everything changes with it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.theme.appearance import Appearance, Choice
from ui.theme.current import theme_now
from ui.theme.tokens import DARK, LIGHT


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    dressed = Appearance()
    dressed.apply(qapp)
    yield dressed
    dressed.set_choice(Choice.LIGHT)
    dressed.deleteLater()


def the_system_turns(scheme: Qt.ColorScheme) -> None:
    QGuiApplication.styleHints().colorSchemeChanged.emit(scheme)


def window_colour() -> str:
    return QApplication.palette().color(QPalette.ColorRole.Window).name().upper()


def test_it_follows_the_system_to_dark_and_back(appearance: Appearance, qtbot: QtBot) -> None:
    with qtbot.waitSignal(appearance.changed) as told:
        the_system_turns(Qt.ColorScheme.Dark)
    assert told.args == [DARK]
    assert (appearance.theme, theme_now(), window_colour()) == (DARK, DARK, DARK.window)

    the_system_turns(Qt.ColorScheme.Light)
    assert (appearance.theme, theme_now(), window_colour()) == (LIGHT, LIGHT, LIGHT.window)


def test_a_persons_choice_holds_whatever_the_system_says(appearance: Appearance) -> None:
    appearance.set_choice(Choice.DARK)
    the_system_turns(Qt.ColorScheme.Light)
    assert appearance.theme is DARK

    appearance.set_choice(Choice.LIGHT)
    the_system_turns(Qt.ColorScheme.Dark)
    assert appearance.theme is LIGHT


def test_back_to_the_system_takes_the_systems_theme(appearance: Appearance) -> None:
    appearance.set_choice(Choice.DARK)
    appearance.set_choice(Choice.SYSTEM)
    system_is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    assert appearance.theme is (DARK if system_is_dark else LIGHT)


def test_the_switch_turns_round_what_is_seen(appearance: Appearance) -> None:
    before = appearance.theme
    appearance.toggle()
    assert appearance.theme.is_dark is not before.is_dark
    assert appearance.choice is (Choice.LIGHT if before.is_dark else Choice.DARK)
    appearance.toggle()
    assert appearance.theme is before


def test_choosing_what_is_already_on_tells_nobody(appearance: Appearance, qtbot: QtBot) -> None:
    appearance.set_choice(Choice.DARK)
    with qtbot.assertNotEmitted(appearance.changed):
        appearance.set_choice(Choice.DARK)


def test_the_application_is_set_in_inter(appearance: Appearance, qapp: QApplication) -> None:
    assert appearance.theme in (LIGHT, DARK)
    assert qapp.font().families()[0] == "Inter"
