"""Articles written with their annotations in place, as in `[The minister|actor] said so`."""

import re
from dataclasses import dataclass
from typing import Any

from app.domain.article import fingerprint
from app.domain.span import Span
from app.exchange.record import AnnotationRecord, ArticleRecord

_PARTS = re.compile(r"(?P<open>\[)|\|(?P<label>\w+)(?:#(?P<joined>\w+))?\]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A label's name, and the stretches of text that carry it: several where interrupted."""

    label: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without its brackets, and the marks they made, in reading order."""

    text: str
    marks: tuple[Mark, ...]

    def span(self, words: str) -> Span:
        """Return where `words` stand; they must stand there exactly once."""
        assert self.text.count(words) == 1, f"{words!r} stands {self.text.count(words)} times"
        start = self.text.index(words)
        return Span(start, start + len(words))

    def record(self, **particulars: Any) -> ArticleRecord:
        """Return the article as a format would read it, its annotations without ids."""
        said = tuple(
            AnnotationRecord(
                mark.label, mark.spans, self.text[mark.spans[0].start : mark.spans[-1].end]
            )
            for mark in self.marks
        )
        given = {"title": "Untitled", "where": "line 1", **particulars}
        return ArticleRecord(
            text=self.text, sha256=fingerprint(self.text), annotations=said, **given
        )


def marked(source: str) -> Marked:
    """Read `[words|label]`, nested as deep as wished.

    Pieces of one interrupted quotation share a tag: `[“Taxes|claim#q],” he said, “[fell|claim#q].”`
    """
    text = ""
    opened: list[int] = []
    found: list[tuple[str, str, Span]] = []
    position = 0
    for part in _PARTS.finditer(source):
        text += source[position : part.start()]
        position = part.end()
        if part["open"]:
            opened.append(len(text))
        else:
            found.append((part["label"], part["joined"] or "", Span(opened.pop(), len(text))))
    assert not opened, "a bracket is not closed"
    return Marked(text + source[position:], _joined(found))


def _joined(found: list[tuple[str, str, Span]]) -> tuple[Mark, ...]:
    pieces: dict[tuple[str, str], list[Span]] = {}
    for number, (label, joined, span) in enumerate(found):
        pieces.setdefault((label, joined or f"alone {number}"), []).append(span)
    marks = [Mark(label, tuple(sorted(spans))) for (label, _), spans in pieces.items()]
    return tuple(sorted(marks, key=lambda mark: (mark.spans[0].start, -mark.spans[-1].end)))
