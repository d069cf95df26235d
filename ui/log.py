"""The log: what Galley runs on, and every bug it met; it is rotated and holds nobody's words."""

import logging
import sys
import time
import unicodedata
from logging.handlers import RotatingFileHandler
from pathlib import Path

LARGEST = 1_000_000
"""Bytes; a larger log is put aside before more is written."""

KEPT = 2
"""How many of those put aside are kept, as `galley.log.1` and so on."""


class Log:
    """Writes to one file, which need not be writable: then that is said on standard error."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._logger = logging.Logger("galley")  # its own: a log is not everybody's
        self._logger.addHandler(_Closing(file))

    def write(self, words: str) -> None:
        """Add a few lines, with the time; control characters are shown as numbers."""
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as trouble:
            _complain(self.file, trouble)
            return
        self._logger.info("%s", "\n".join(escaped(line) for line in words.split("\n")))


class _Closing(RotatingFileHandler):
    """Keeps the file open only while it writes, so that it can be moved, mailed or deleted."""

    def __init__(self, file: Path) -> None:
        super().__init__(file, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8", delay=True)
        formatter = logging.Formatter("%(asctime)s %(message)s", "%Y-%m-%dT%H:%M:%S+00:00")
        formatter.converter = time.gmtime
        self.setFormatter(formatter)

    def emit(self, record: logging.LogRecord) -> None:
        """Write one entry."""
        super().emit(record)
        if self.stream is not None:
            self.stream.close()
            self.stream = None

    def handleError(self, record: logging.LogRecord) -> None:
        """Say that the log cannot be written; that stops nobody."""
        trouble = sys.exc_info()[1]
        if isinstance(trouble, OSError):
            _complain(Path(self.baseFilename), trouble)
        else:
            super().handleError(record)


def escaped(line: str) -> str:
    """Return the line with control and invisible characters shown as code points."""
    return "".join(
        f"\\u{ord(sign):04x}"
        if unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        else sign
        for sign in line
    )


def _complain(file: Path, trouble: OSError) -> None:
    sys.stderr.write(f"The log {file} cannot be written: {trouble.strerror}\n")
