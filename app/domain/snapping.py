"""From a sloppy drag to the words that were meant.

Each end goes to the nearer edge of the word it cut; on a tie the word is dropped; and never does
a drag over words come to nothing. Then spaces, bullets and trailing punctuation go, and so do
quotation marks and brackets without their partner. A pair around everything belongs to a
statement but not to a name. Positions and spans count code points.
"""

from app.domain.characters import Kind, kind_of
from app.domain.quotation import is_mark, partners
from app.domain.span import Span
from app.domain.words import words_in

_NEAR = 200
_MARKS_IN_A_ROW = 4


def snapped(text: str, start: int, end: int, *, keep_quotes: bool) -> Span | None:
    """Return the words meant by a drag over `text[start:end]`; None where it touched none.

    `keep_quotes` keeps a pair of quotation marks or brackets around all of it, as for statements.
    """
    first = _first_meant(text, start, end)
    last = _last_meant(text, start, end)
    if first is None or last is None or first.start >= last.end:
        core = _most_covered(text, start, end)
        return core and _with_quotes(text, core, start, end, keep_quotes=keep_quotes)
    return _with_quotes(text, Span(first.start, last.end), start, end, keep_quotes=keep_quotes)


def nearest_start(text: str, position: int) -> int:
    """Return the word's start, or the mark before it, where a start dragged here comes to rest."""
    return _nearest(position, _resting_starts(text, position))


def nearest_end(text: str, position: int) -> int:
    """Return the word's end, or the mark after it, where an end dragged here comes to rest."""
    return _nearest(position, _resting_ends(text, position))


def next_start(text: str, position: int) -> int:
    """Return the next place after `position` where a start may rest, or `position` itself."""
    return min((one for one in _resting_starts(text, position) if one > position), default=position)


def previous_start(text: str, position: int) -> int:
    """Return the last place before `position` where a start may rest, or `position` itself."""
    return max((one for one in _resting_starts(text, position) if one < position), default=position)


def next_end(text: str, position: int) -> int:
    """Return the next place after `position` where an end may rest, or `position` itself."""
    return min((one for one in _resting_ends(text, position) if one > position), default=position)


def previous_end(text: str, position: int) -> int:
    """Return the last place before `position` where an end may rest, or `position` itself."""
    return max((one for one in _resting_ends(text, position) if one < position), default=position)


def _first_meant(text: str, start: int, end: int) -> Span | None:
    for word in words_in(text, start, end):
        if word.end - start > start - word.start:
            return word
    return None


def _last_meant(text: str, start: int, end: int) -> Span | None:
    stop = end
    while stop > start:
        begin = max(start, stop - _NEAR)
        meant = [w for w in words_in(text, begin, stop) if end - w.start > w.end - end]
        if meant:
            return meant[-1]
        stop = begin
    return None


def _most_covered(text: str, start: int, end: int) -> Span | None:
    """Return the word with most of its code points in `text[start:end]`, the first of equals."""
    return max(
        words_in(text, start, end),
        key=lambda word: min(word.end, end) - max(word.start, start),
        default=None,
    )


def _with_quotes(text: str, core: Span, start: int, end: int, *, keep_quotes: bool) -> Span:
    """Add to `core` the marks around it that `text[start:end]` has in pairs."""
    left, right = core.start, core.end
    while left > start and kind_of(text[left - 1]) is Kind.OTHER:
        left -= 1
    while right < end and kind_of(text[right]) is Kind.OTHER:
        right += 1
    pairs = partners(text, left, right)
    first, last = core.start, core.end
    for closing in range(core.end, right):
        opening = pairs.get(closing)
        if opening is not None and (keep_quotes or opening >= core.start):
            first, last = min(first, opening), closing + 1
    for opening in range(left, core.start):
        if core.start <= pairs.get(opening, -1) < core.end:
            first = min(first, opening)
    return Span(first, last)


def _resting_starts(text: str, position: int) -> set[int]:
    places = set()
    for word in words_in(text, max(position - _NEAR, 0), position + _NEAR):
        places.add(word.start)
        for before in range(word.start - 1, max(word.start - 1 - _MARKS_IN_A_ROW, -1), -1):
            if not is_mark(text[before]):
                break
            places.add(before)
    return places


def _resting_ends(text: str, position: int) -> set[int]:
    places = set()
    for word in words_in(text, max(position - _NEAR, 0), position + _NEAR):
        places.add(word.end)
        for after in range(word.end, min(word.end + _MARKS_IN_A_ROW, len(text))):
            if kind_of(text[after]) is not Kind.OTHER or text[after].isspace():
                break
            if is_mark(text[after]):
                places.add(after + 1)
    return places


def _nearest(position: int, places: set[int]) -> int:
    return min(places, key=lambda place: (abs(place - position), place), default=position)
