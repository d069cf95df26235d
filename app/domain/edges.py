"""Moving one edge of a stretch by a word or by a character, as the keys do, in code points."""

from collections.abc import Sequence

from app.domain.characters import Kind, kind_of
from app.domain.snapping import next_end, next_start, previous_end, previous_start
from app.domain.span import Span, united


def with_edge_moved(
    text: str, spans: Sequence[Span], *, at_start: bool, onward: bool, by_character: bool
) -> tuple[Span, ...]:
    """Return spans whose outermost start or end is one step further on or back.

    Where that would leave nothing of its span, or lead out of the text, they stay as they are.
    """
    number = 0 if at_start else -1
    span = spans[number]
    edge = span.start if at_start else span.end
    moved = _by_character(text, edge, onward=onward)
    if not by_character:
        moved = _by_word(text, edge, at_start=at_start, onward=onward)
    start, end = (moved, span.end) if at_start else (span.start, moved)
    if not 0 <= start < end <= len(text):
        return tuple(spans)
    changed = list(spans)
    changed[number] = Span(start, end)
    return united(changed)


def _by_word(text: str, edge: int, *, at_start: bool, onward: bool) -> int:
    if at_start:
        return next_start(text, edge) if onward else previous_start(text, edge)
    return next_end(text, edge) if onward else previous_end(text, edge)


def _by_character(text: str, edge: int, *, onward: bool) -> int:
    """Return the next place between two characters; marks stay with what they follow."""
    step = 1 if onward else -1
    edge += step
    while 0 < edge < len(text) and kind_of(text[edge]) is Kind.MARK:
        edge += step
    return edge
