"""Excerpts: some words of a text with as much around them as tells what is going on."""

from dataclasses import dataclass

from app.domain.sentences import sentence_at
from app.domain.span import Span

REACH = 160
"""Code points on either side, at most."""

CUT = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The words as they stand in the text, and what of their sentence comes before and after.

    A cut sentence begins or ends with "…".
    """

    before: str
    words: str
    after: str

    def __str__(self) -> str:
        return self.before + self.words + self.after


def excerpt(text: str, span: Span) -> Excerpt:
    """Return the words of `span` within their sentence, at most `REACH` code points either way."""
    around = sentence_at(text, span.start)
    first, last = (span.start, span.end) if around is None else (around.start, around.end)
    first, last = min(first, span.start), max(last, span.end)
    before, after = text[first : span.start], text[span.end : last]
    if len(before) > REACH:
        _, _, kept = before[-REACH:].partition(" ")
        before = CUT + (kept or before[-REACH:])
    if len(after) > REACH:
        kept, _, _ = after[:REACH].rpartition(" ")
        after = (kept or after[:REACH]) + CUT
    return Excerpt(before, span.of(text)[: 2 * REACH], after)
