"""How much earlier or later one stretch of words begins and ends than another, in words."""

from PySide6.QtCore import QCoreApplication

from app.domain.span import Span
from ui.widgets.numbers import parted


def edges_told(ours: Span, theirs: Span) -> list[str]:
    """Return where `theirs` begins and ends other than `ours`; nothing where it does not."""
    told = []
    if start := theirs.start - ours.start:
        told.append(parted(_starts(start), abs(start)))
    if end := theirs.end - ours.end:
        told.append(parted(_ends(end), abs(end)))
    return told


def _starts(by: int) -> str:
    translate = QCoreApplication.translate
    if by > 0:
        return translate("EdgeWords", "starts %n characters later", None, by)
    return translate("EdgeWords", "starts %n characters earlier", None, -by)


def _ends(by: int) -> str:
    translate = QCoreApplication.translate
    if by > 0:
        return translate("EdgeWords", "ends %n characters later", None, by)
    return translate("EdgeWords", "ends %n characters earlier", None, -by)
