"""Widgets are tested dressed as they are in the window."""

import pytest
from PySide6.QtWidgets import QApplication

from ui.theme.appearance import Appearance, Choice


@pytest.fixture(autouse=True)
def appearance(qapp: QApplication) -> Appearance:
    dressed = Appearance(Choice.LIGHT, qapp)
    dressed.apply(qapp)
    return dressed
