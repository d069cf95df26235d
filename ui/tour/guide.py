"""What the tour does with a window: wait for something, type into it, take its picture, say so."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from ui.driving import press
from ui.main_window import MainWindow

Shown = TypeVar("Shown", bound=QWidget)

PATIENCE = 60_000
"""Milliseconds after which something that should have happened has not."""


class Lost(Exception):  # noqa: N818 - it says what became of the tour
    """Something did not happen as it should: a fault in Galley, not of whoever takes the tour."""


class Guide:
    """Leads through one window and keeps count of what was seen."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.pictures: list[Path] = []

    def say(self, sentence: str) -> None:
        """Tell what was done."""
        print(f"  {sentence}")

    def expect(self, condition: bool, what: str) -> None:
        """Stop the tour where something is not as it should be."""
        if not condition:
            raise Lost(f"The tour expected that {what}.")

    def until(self, condition: Callable[[], object], what: str) -> None:
        """Let the window work until something has come about."""
        deadline = QDeadlineTimer(PATIENCE)
        while not condition():
            self.expect(not deadline.hasExpired(), what)
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
        QCoreApplication.processEvents()

    def dialog(self, kind: type[Shown]) -> Shown:
        """Wait for a dialog of this class and return it."""
        found: list[Shown] = []

        def shown() -> bool:
            found[:] = [
                widget
                for widget in QApplication.topLevelWidgets()
                if isinstance(widget, kind) and widget.isVisible()
            ]
            return bool(found)

        self.until(shown, f"a {kind.__name__} opens")
        return found[0]

    def answer_with_path(self, path: Path) -> None:
        """Type a path into the file dialog that is open, as a person may, and confirm it."""
        dialog = self.dialog(QFileDialog)
        line = dialog.findChild(QLineEdit)
        self.expect(line is not None, "the file dialog has a line to type a name into")
        if line is not None:
            self.type_into(line, str(path))
            press(line, "Return")
        self.until(lambda: not dialog.isVisible(), "the file dialog takes the path")

    def wake(self, window: MainWindow) -> None:
        """Make the window the one that hears keys: off screen nobody else does after a dialog."""
        window.activateWindow()
        self.until(window.isActiveWindow, "the window is active")

    def type_into(self, line: QLineEdit, text: str) -> None:
        """Type a text in the place of what stands there."""
        line.selectAll()
        if text.isascii():
            QTest.keyClicks(line, text)
        else:  # letters that have no key of their own come through an input method
            event = QInputMethodEvent()
            event.setCommitString(text)
            QCoreApplication.sendEvent(line, event)

    def picture(self, window: MainWindow, name: str) -> None:
        """Take a picture of the window."""
        self.picture_of(window, name)

    def picture_of(self, window: QWidget, name: str) -> None:
        """Take a picture of a window or a dialog."""
        QCoreApplication.processEvents()
        path = self.out / f"{name}.png"
        self.expect(window.grab().save(str(path)), f"{path} can be written")
        self.pictures.append(path)
