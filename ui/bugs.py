"""A bug is shown as a bug: said in a sentence, written to a log, and survived.

The log names the error and the lines of code it came through. It never holds what an error says of
itself unless that cannot quote an article: a log is sent to strangers, an article may not be.
"""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from traceback import extract_tb
from types import TracebackType

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from app.errors import FileTrouble, Refused
from app.paths import ROOT
from app.versions import versions
from ui.log import Log, escaped
from ui.widgets.banner import Tone
from ui.widgets.messages import PlainDialog

_SPEAK_OF_CODE = (
    AttributeError,
    ImportError,
    IndexError,
    MemoryError,
    NameError,
    RecursionError,
    RuntimeError,
    TypeError,
    ZeroDivisionError,
)


class BugReports(QObject):
    """Takes what nobody caught, from any thread; one box at a time is shown."""

    troubled = Signal(str)
    """Something a person can mend got as far as here; it is no bug."""

    _caught = Signal(str)

    def __init__(self, log: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.log = log
        self._log = Log(log)
        self.dialog: PlainDialog | None = None
        self._caught.connect(self._show)

    def install(self) -> None:
        """Be asked about everything that nobody catches."""
        sys.excepthook = self.take
        threading.excepthook = lambda raised: self.take(
            raised.exc_type, raised.exc_value, raised.exc_traceback
        )

    def note_beginning(self) -> None:
        """Write into the log what Galley runs on."""
        self._write("Galley begins.")

    def take(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Log a bug and show it; Ctrl+C in a terminal is none and ends the program."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        if isinstance(error, Refused | FileTrouble):
            self.troubled.emit(str(error))
            return
        told = told_of(kind, error, trace)
        sys.stderr.write(told)
        self._write(told)
        self._caught.emit(told)

    def _write(self, told: str) -> None:
        about = ", ".join(f"{name} {value}" for name, value in versions().items())
        self._log.write(f"{about}\n{told}")

    def _show(self, told: str) -> None:
        if self.dialog is not None or QApplication.closingDown():
            return
        words = self.tr(
            "This is a fault in Galley, not in your work: every act before it is saved, and you "
            "can go on. What is known about it lies in {path}."
        )
        self.dialog = PlainDialog(
            QApplication.activeWindow(),
            self.tr("Something went wrong inside Galley"),
            words.format(path=self.log),
            details=told,
            tone=Tone.WARNING,
            accept=self.tr("Go on"),
        )
        self.dialog.finished.connect(self._forget)
        self.dialog.open()

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


def told_of(
    kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
) -> str:
    """The error, what it came from, and the lines of code it came through, without outside text."""
    parts = list(_lines(kind, error, trace))
    seen = {id(error)}
    cause = _cause(error)
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        parts += ["which came from", *_lines(type(cause), cause, cause.__traceback__)]
        cause = _cause(cause)
    return "".join(f"{escaped(line)}\n" for line in parts)


def _lines(
    kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
) -> Iterator[str]:
    says = f": {error}" if isinstance(error, _SPEAK_OF_CODE) else ""
    yield f"{kind.__module__}.{kind.__qualname__}{says}"
    for frame in extract_tb(trace):
        yield f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}"


def _cause(error: BaseException | None) -> BaseException | None:
    if error is None:
        return None
    return error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _short(file: str) -> str:
    """A file's path in the house, or its name alone: where people keep theirs is their business."""
    path = Path(file)
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
