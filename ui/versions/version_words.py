"""Versions in words: who says what of a passage, for tooltips, cards and whoever hears it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from app.alignment.statement import Statement
from ui.reading.annotation_words import shortened
from ui.versions.versions import Passage, Versions
from ui.widgets.numbers import parted
from ui.widgets.plain import one_line, set_apart

_SHORT = 70
_MOST = 12


def words_of(said: Statement, text: str) -> str:
    """Return a statement's words on one line, with […] where it is interrupted."""
    return " […] ".join(one_line(piece.of(text)) for piece in said.pieces)


def place_of(said: Statement) -> str:
    """Return where a statement begins and ends, and how long it is."""
    translate = QCoreApplication.translate
    length = said.characters
    parts = [
        f"{said.span.start:,}–{said.span.end:,}",
        parted(translate("VersionWords", "%n chars", None, length), length),
    ]
    if len(said.pieces) > 1:
        parts.append(translate("VersionWords", "%n pieces", None, len(said.pieces)))
    return " · ".join(parts)


def told(said: Sequence[Statement], text: str) -> str:
    """Return what somebody says: `claim “taxes fell”, location “Sel”`, or that it is nothing."""
    translate = QCoreApplication.translate
    spoken = [
        translate("VersionWords", "{label} “{words}”").format(
            label=one_line(one.label), words=set_apart(shortened(words_of(one, text), _SHORT))
        )
        for one in said[:_MOST]
    ]
    return ", ".join(with_rest(spoken, len(said))) or translate("VersionWords", "nothing here")


def with_rest(first: Sequence[str], count: int) -> list[str]:
    """Return the first things of so many, and how many are left out."""
    rest = count - len(first)
    if rest <= 0:
        return list(first)
    return [*first, QCoreApplication.translate("VersionWords", "and %n more", None, rest)]


def named(annotators: Sequence[str], names: Mapping[str, str]) -> str:
    """Return the names of annotators as they are shown."""
    return ", ".join(set_apart(names.get(who, who)) for who in annotators)


def tip_words(versions: Versions, passage: Passage, names: Mapping[str, str]) -> str:
    """Return a line for each annotator, or one for all where they agree."""
    text, said = versions.article.text, passage.group.said
    line = QCoreApplication.translate("VersionWords", "{who}: {what}")
    if passage.is_agreed and len(versions.annotators) > 1:
        everybody = QCoreApplication.translate("VersionWords", "All agree")
        return line.format(who=everybody, what=told(said[versions.annotators[0]], text))
    return "\n".join(
        line.format(who=named([who], names), what=told(said.get(who, ()), text))
        for who in versions.annotators
    )
