"""Annotations: one annotator says that these spans carry this label."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.domain.span import Span, outermost, united
from app.errors import Refused

LONGEST_NOTE = 200_000
"""Characters that a note may have at most: those of several annotations may have become one."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotator's statement about an article's words.

    `spans` are in order, disjoint and never touch; there are several where a quotation is
    interrupted. `quote` is the text from the first span's start to the last one's end, kept so that
    a text that differs is noticed.
    """

    id: str
    article: str
    annotator: str
    label: str
    spans: tuple[Span, ...]
    quote: str
    unsure: bool = False
    note: str = ""

    @property
    def span(self) -> Span:
        """The outermost stretch, from the first span's start to the last one's end."""
        return Span(self.spans[0].start, self.spans[-1].end)


def spans_in(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return `spans` as an annotation keeps them; refuse none at all and any outside `text`."""
    pieces = united(spans)
    if not pieces:
        raise Refused("An annotation needs at least one span.")
    if pieces[-1].end > len(text):
        raise Refused(
            f"The span {pieces[-1].start}–{pieces[-1].end} ends after the article, "
            f"which has {len(text)} characters."
        )
    return pieces


def quote_of(text: str, spans: Iterable[Span]) -> str:
    """Return the words that `spans` quote: all from the first to the last code point."""
    return outermost(spans).of(text)


def reading_order(annotation: Annotation) -> tuple[int, int, str]:
    """Sort key: by start, then the longer first, so that what contains precedes what nests."""
    spans = annotation.spans
    return (spans[0].start, -spans[-1].end, annotation.id)


def folded_into(stays: Annotation, goes: Annotation) -> Annotation:
    """Return what stays with the other's note and doubt, or `stays` itself where it has none."""
    notes = [note for note in (stays.note, goes.note) if note]
    note = "\n".join(dict.fromkeys(notes))
    if (note, stays.unsure or goes.unsure) == (stays.note, stays.unsure):
        return stays
    return replace(stays, note=note, unsure=stays.unsure or goes.unsure)
