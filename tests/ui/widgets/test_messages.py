"""Boxes that ask: what Enter and Escape answer, and what is dangerous is not the default."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from ui.widgets.banner import Tone
from ui.widgets.buttons import LinkButton
from ui.widgets.messages import PlainDialog, ask_plainly, plain_message


def press(qtbot: QtBot, key: Qt.Key) -> None:
    """Press a key in the box that is open, as soon as the event loop runs in it."""

    def pressed() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, PlainDialog)
        qtbot.keyClick(box.focusWidget() or box, key)

    QTimer.singleShot(0, pressed)


def test_enter_says_yes_and_escape_says_no(qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_Return)
    assert ask_plainly(None, "Close?", "Work goes on.", accept="Close") is True
    press(qtbot, Qt.Key.Key_Escape)
    assert ask_plainly(None, "Close?", "Work goes on.", accept="Close") is False


def test_enter_does_not_delete(qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_Return)
    assert not ask_plainly(None, "Delete?", "For good.", accept="Delete", tone=Tone.DANGER)


@pytest.mark.parametrize("tone", Tone)
def test_enter_does_what_the_focus_is_on(qtbot: QtBot, tone: Tone) -> None:
    for steps in range(2):
        box = PlainDialog(None, "Retire?", "It stays.", accept="Retire", reject="Keep", tone=tone)
        qtbot.addWidget(box)
        box.show()
        box.activateWindow()
        qtbot.waitUntil(box.isActiveWindow)
        for _ in range(steps):
            qtbot.keyClick(box, Qt.Key.Key_Tab)
        focused = box.focusWidget()
        assert isinstance(focused, QPushButton)
        if not steps:
            assert focused.text() == ("Keep" if tone is Tone.DANGER else "Retire")
        wanted = QDialog.DialogCode[{"Keep": "Rejected", "Retire": "Accepted"}[focused.text()]]
        qtbot.keyClick(focused, Qt.Key.Key_Return)
        assert not box.isVisible()
        assert box.result() == wanted.value


def test_a_message_is_read_and_closed(qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_Return)
    plain_message(None, "Read", "That is all.")
    assert QApplication.activeModalWidget() is None


def test_details_are_shown_when_asked_for(qtbot: QtBot) -> None:
    box = PlainDialog(None, "Trouble", "The file is damaged.", details="page 3")
    qtbot.addWidget(box)
    box.show()
    details = box.findChild(QPlainTextEdit)
    assert not details.isVisible()
    low = box.height()
    qtbot.mouseClick(box.findChild(LinkButton), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: details.isVisible() and box.height() > low)


def test_the_buttons_say_what_they_do(qtbot: QtBot) -> None:
    box = PlainDialog(None, "Delete?", "For good.", accept="Delete", reject="Keep")
    qtbot.addWidget(box)
    assert [button.text() for button in box.findChildren(QPushButton)] == ["Keep", "Delete"]
