"""The file behind the log: put aside when it grows, open only while something is written to it."""

import logging
import sys
import time
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path


class RotatedFile(RotatingFileHandler):
    """Keeps the file open only while it writes, so that it can be moved, mailed or deleted."""

    def __init__(
        self, file: Path, *, largest: int, kept: int, complain: Callable[[OSError], None]
    ) -> None:
        """A file of more than `largest` bytes is put aside, and `kept` of those are kept."""
        super().__init__(file, maxBytes=largest, backupCount=kept, encoding="utf-8", delay=True)
        self._complain = complain
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
        """Say that the file cannot be written; that stops nobody."""
        trouble = sys.exc_info()[1]
        if isinstance(trouble, OSError):
            self._complain(trouble)
        else:
            super().handleError(record)
