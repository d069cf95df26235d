"""Sentences and paragraphs, as far as clicks and the status line need them, in code points."""

import re
from collections.abc import Iterator
from itertools import accumulate

from app.domain.span import Span

_REACH = 1_000
"""Code points on either side; what goes on for longer is no sentence and must cost no more."""

_PARAGRAPH = re.compile(r"^[^\S\n]*\S", re.MULTILINE)
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[^\sa-z])|[。！？]+[」』”’）]*")
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
    lines = text.split("\n")
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    return [start for line, start in zip(lines, starts, strict=False) if line.strip()]


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


def sentences_from(text: str, position: int) -> Iterator[Span]:
    """Yield the sentence around `position`, or else the next one, and all that follow."""
    while position < len(text):
        sentence = sentence_at(text, position)
        if sentence is None:
            position = _past_line(text, position)
            continue
        paragraph_end = _past_line(text, sentence.end)
        while sentence is not None:
            yield sentence
            position = sentence.end
            sentence = _next_in(text, position, paragraph_end)
        position = paragraph_end


def sentences_before(text: str, position: int) -> Iterator[Span]:
    """Yield the sentences that start before `position`, the nearest first."""
    while position > 0:
        position -= 1
        while position and text[position].isspace():
            position -= 1
        sentence = sentence_at(text, position)
        if sentence is None:
            return
        yield sentence
        position = sentence.start


def next_paragraph(text: str, position: int) -> int:
    """Return where the next paragraph after `position` starts, or the text's end."""
    position = _past_line(text, position)
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def previous_paragraph(text: str, position: int) -> int:
    """Return where the paragraph that starts before `position` starts, or 0."""
    while position > 0 and text[position - 1].isspace():
        position -= 1
    here = paragraph_at(text, max(position - 1, 0))
    return 0 if here is None else here.start


def next_sentence(text: str, position: int) -> int:
    """Return where the next sentence after `position` starts, or the text's end."""
    for sentence in sentences_from(text, position):
        if sentence.start > position:
            return sentence.start
    return len(text)


def previous_sentence(text: str, position: int) -> int:
    """Return where the sentence that starts before `position` starts, or 0."""
    for sentence in sentences_before(text, position):
        if sentence.start < position:
            return sentence.start
    return 0


def _past_line(text: str, position: int) -> int:
    """Return where the line after the one at `position` begins, or the text's end."""
    end = text.find("\n", position)
    return len(text) if end < 0 else end + 1


def _next_in(text: str, position: int, end: int) -> Span | None:
    """Return the sentence that starts at or after `position` in a paragraph ending at `end`."""
    while position < end and text[position].isspace():
        position += 1
    if position >= end:
        return None
    stop = min(end, position + _REACH)
    return _trimmed(text, position, _end_of_sentence(text, position, stop, position) or stop)


def _end_of_sentence(text: str, start: int, stop: int, position: int) -> int | None:
    """Return the first sentence's end after `position`, reading on from a sentence's `start`."""
    for match in _END.finditer(text, start, stop):
        if match[0] == "." and _TITLE.search(text, max(start, match.start() - 12), match.start()):
            continue
        if match.end() > position:
            return match.end()
    return None


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
