"""Sentences and paragraphs, as far as clicks and the status line need them, in code points."""

import re

from app.domain.span import Span

_REACH = 4_000
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[^\sa-z])|[。！？]+[」』”’）]*")
_PARAGRAPH = re.compile(r"^[^\S\n]*\S", re.MULTILINE)
_TITLE = re.compile(
    r"(?:^|[\s(“\"])(?:\w|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Sen|Gov|St|(?:\w\.)+\w)$"
)


def paragraph_at(text: str, position: int) -> Span | None:
    """Return the paragraph around `position` without the spaces at its ends; None if blank."""
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    return _trimmed(text, start, len(text) if end < 0 else end)


def paragraph_starts(text: str) -> list[int]:
    """Return where each paragraph that is not blank starts, in order."""
    return [match.start() for match in _PARAGRAPH.finditer(text)]


def sentence_at(text: str, position: int) -> Span | None:
    """Return the sentence around `position`, within its paragraph; None where there are no words.

    A full stop after an initial or a title ends none.
    """
    paragraph = paragraph_at(text, position)
    if paragraph is None:
        return None
    start = max(paragraph.start, position - _REACH)
    stop = min(paragraph.end, position + _REACH)
    for match in _END.finditer(text, start, stop):
        if match[0] == "." and _TITLE.search(text, max(start, match.start() - 12), match.start()):
            continue
        if match.end() > position:
            return _trimmed(text, start, match.end())
        start = match.end()
    return _trimmed(text, start, stop)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
