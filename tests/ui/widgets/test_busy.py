"""Long work is shown once it is long, and can be stopped."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from ui.widgets.busy import WorkDialog


def open_box(qtbot: QtBot, *, patience: int) -> WorkDialog:
    return WorkDialog("Receiving articles", patience=patience)


def test_it_appears_when_work_takes_long(qtbot: QtBot) -> None:
    box = open_box(qtbot, patience=20)
    assert not box.isVisible()
    qtbot.waitUntil(box.isVisible)
    box.finish()
    assert not box.isVisible()


def test_it_never_appears_when_work_is_quick(qtbot: QtBot) -> None:
    quick, slow = open_box(qtbot, patience=10), open_box(qtbot, patience=60)
    quick.finish()
    qtbot.waitUntil(slow.isVisible)
    boxes = [box for box in QApplication.topLevelWidgets() if isinstance(box, WorkDialog)]
    assert [box for box in boxes if box.isVisible()] == [slow]
    slow.finish()


def test_it_says_how_far_the_work_is(qtbot: QtBot) -> None:
    box = open_box(qtbot, patience=0)
    bar = box.findChild(QProgressBar)
    assert bar.maximum() == 0
    box.show_progress(3, 12, "harbour.txt")
    assert (bar.value(), bar.maximum()) == (3, 12)
    box.finish()


def test_cancel_is_told_once_and_the_box_stays_until_the_work_has_stopped(qtbot: QtBot) -> None:
    box = open_box(qtbot, patience=0)
    qtbot.waitUntil(box.isVisible)
    told: list[bool] = []
    box.cancelled.connect(lambda: told.append(True))
    qtbot.mouseClick(box.findChild(QPushButton), Qt.MouseButton.LeftButton)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    box.close()
    assert told == [True]
    assert box.isVisible()
    box.finish()
    assert not box.isVisible()
