"""A bug is shown as a bug: said in a sentence, written to a log, and survived.

The log names the error and the lines of code it came through. It never holds what an error says of
itself unless that cannot quote an article: a log is sent to strangers, an article may not be.
"""

import sys
import threading
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from traceback import extract_tb
from types import TracebackType

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from app.errors import FileTrouble, Refused
from app.paths import ROOT
from app.versions import versions
from ui.widgets.banner import Tone
from ui.widgets.messages import PlainDialog

LARGEST_LOG = 1_000_000
"""Bytes; a larger log is put aside as `galley.log.old` before more is written."""

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
        self.dialog: PlainDialog | None = None
        self._caught.connect(self._show)

    def install(self) -> None:
        """Be asked about everything that nobody catches."""
        sys.excepthook = self.take
        threading.excepthook = lambda raised: self.take(
            raised.exc_type, raised.exc_value, raised.exc_traceback
        )

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
        now = datetime.now(UTC).isoformat(timespec="seconds")
        try:
            self.log.parent.mkdir(parents=True, exist_ok=True)
            if self.log.exists() and self.log.stat().st_size > LARGEST_LOG:
                self.log.replace(self.log.with_name(self.log.name + ".old"))
            with self.log.open("a", encoding="utf-8") as file:
                file.write(f"{now} {about}\n{told}\n")
        except OSError as trouble:
            sys.stderr.write(f"The log {self.log} cannot be written: {trouble.strerror}\n")

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
    return "".join(f"{_escaped(line)}\n" for line in parts)


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


def _escaped(line: str) -> str:
    """The line with control and invisible characters shown as code points."""
    return "".join(
        f"\\u{ord(sign):04x}"
        if unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        else sign
        for sign in line
    )
