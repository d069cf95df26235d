"""The log: what Galley runs on, and every bug it met; it is rotated and holds nobody's words."""

import sys
import unicodedata
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from logging import Logger

LARGEST = 1_000_000
"""Bytes; a larger log is put aside before more is written."""

KEPT = 2
"""How many of those put aside are kept, as `galley.log.1` and so on."""


class Log:
    """Writes to one file, which need not be writable: then that is said on standard error."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def write(self, words: str) -> None:
        """Add a few lines, with the time; control characters are shown as numbers."""
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as trouble:
            self._complain(trouble)
            return
        self._logger.info("%s", "\n".join(escaped(line) for line in words.split("\n")))

    @cached_property
    def _logger(self) -> "Logger":
        """Its own, since a log is not everybody's; what it needs is slow to import."""
        from logging import Logger

        from ui.rotated_file import RotatedFile

        logger = Logger("galley")
        logger.addHandler(
            RotatedFile(self.file, largest=LARGEST, kept=KEPT, complain=self._complain)
        )
        return logger

    def _complain(self, trouble: OSError) -> None:
        sys.stderr.write(f"The log {self.file} cannot be written: {trouble.strerror}\n")


def escaped(line: str) -> str:
    """Return the line with control and invisible characters shown as code points."""
    return "".join(
        f"\\u{ord(sign):04x}"
        if unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        else sign
        for sign in line
    )
