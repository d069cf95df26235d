"""Words as annotators mean them: Gora-Podol, U.S.-led, Russia’s and $1.5bn are one each.

Everything here looks at a window around a position, so that it is as quick in a text of a million
characters as in a short one. Positions and spans count code points.
"""

import re
from collections.abc import Iterator

from app.domain.characters import (
    APOSTROPHES,
    HYPHENS,
    Kind,
    is_currency,
    is_regional_indicator,
    joins,
    kind_of,
)
from app.domain.quotation import single_quote_pending
from app.domain.span import Span

_REACH = 200
"""Nothing longer than this on either side of a position counts as one word: it is no language."""

_INITIALS = re.compile(r"(?:^|[-‐‑])(?:[^\W\d_]\.)*([^\W\d_])$")


def words_in(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the whole words that share a code point with `text[start:end]`, in order."""
    for word in _words_from(text, _safe_start(text, start)):
        if word.start >= end:
            return
        if word.end > start:
            yield word


def word_at(text: str, position: int) -> Span | None:
    """Return the word around `position`, or else the one that ends right before it."""
    ends_here = None
    for word in words_in(text, max(position - 1, 0), position + 1):
        if word.start <= position < word.end:
            return word
        ends_here = word
    return ends_here


def space_at(text: str, position: int) -> Span | None:
    """Return the white space that `position` touches; None where there is none."""
    start = end = min(position, len(text))
    while start and text[start - 1].isspace():
        start -= 1
    while end < len(text) and text[end].isspace():
        end += 1
    return Span(start, end) if start < end else None


def next_word_end(text: str, position: int) -> int:
    """Return where the next word after `position` ends, or the text's end."""
    for word in _words_from(text, _safe_start(text, position)):
        if word.end > position:
            return word.end
    return len(text)


def previous_word_start(text: str, position: int) -> int:
    """Return where the word before `position` starts, or 0."""
    end = position
    while end > 0:
        start = max(end - _REACH, 0)
        starts = [word.start for word in words_in(text, start, end) if word.start < position]
        if starts:
            return starts[-1]
        end = start
    return 0


def _safe_start(text: str, position: int) -> int:
    """Return a position at or before this one where no word goes on from the left."""
    lowest = max(position - _REACH, 0)
    while position > lowest and not text[position - 1].isspace():
        position -= 1
    return position


def _words_from(text: str, position: int) -> Iterator[Span]:
    while position < len(text):
        end = _word_end(text, position)
        if end > position:
            yield Span(position, end)
            position = end
        else:
            position += 1


def _word_end(text: str, start: int) -> int:
    """Return the end of the word that starts at `start`; `start` itself where none does."""
    kind = kind_of(text[start])
    if kind is Kind.ALONE:
        return _past_marks(text, start + 1)
    if kind is Kind.SYMBOL:
        return _symbol_end(text, start)
    if kind.begins_word:
        return _letters_end(text, start, start + 1)
    if start + 1 < len(text) and _is_prefix(text[start], text[start + 1]):
        return _letters_end(text, start, start + 2)
    return start


def _is_prefix(sign: str, following: str) -> bool:
    kind = kind_of(following)
    if is_currency(sign):
        return kind is Kind.DIGIT
    return sign in "#@" and kind.begins_word


def _letters_end(text: str, start: int, position: int) -> int:
    stop = min(len(text), start + 2 * _REACH)
    while position < stop:
        kind = kind_of(text[position])
        if not (kind.begins_word or kind is Kind.MARK or _stays_in_word(text, start, position)):
            break
        position += 1
    return position


def _stays_in_word(text: str, start: int, position: int) -> bool:
    """Tell whether the punctuation at `position` belongs to the word that began at `start`."""
    character, before = text[position], text[position - 1]
    after = text[position + 1] if position + 1 < len(text) else " "
    if character == ".":
        return _is_initials(text[start:position]) or (
            joins(before, character, after) and not _is_missed_space(text, position)
        )
    if kind_of(before) is Kind.DIGIT and (character in "%‰°" or is_currency(character)):
        return True
    if before == "." and character in HYPHENS:
        return kind_of(after).begins_word
    if joins(before, character, after):
        return True
    return _is_plural_possessive(text, position)


def _is_initials(word: str) -> bool:
    """Tell whether a full stop after `word` abbreviates it: U.S. and J., but no other word."""
    found = _INITIALS.search(word)
    return found is not None and (found[1].isupper() or len(found[0].lstrip(HYPHENS)) > 1)


def _is_missed_space(text: str, position: int) -> bool:
    """Tell whether this full stop ends a sentence and the page forgot the space after it."""
    before, after = text[max(position - 2, 0) : position], text[position + 1 : position + 3]
    return before.islower() and len(before) == 2 and after[:1].isupper() and after[1:].islower()


def _is_plural_possessive(text: str, position: int) -> bool:
    """Tell families’ fear from a closing quotation mark: a noun follows, and nothing is open."""
    return (
        text[position] in APOSTROPHES
        and text[position - 1] in "sS"
        and text[position + 1 : position + 2] in (" ", "\u00a0")
        and text[position + 2 : position + 3].isalnum()
        and not single_quote_pending(text, position)
    )


def _past_marks(text: str, position: int) -> int:
    stop = min(len(text), position + _REACH)
    while position < stop and kind_of(text[position]) is Kind.MARK:
        position += 1
    return position


def _symbol_end(text: str, start: int) -> int:
    """Return the end of an emoji with its modifiers; a joiner brings the next one along."""
    stop = min(len(text), start + _REACH)
    if is_regional_indicator(text[start]) and is_regional_indicator(text[start + 1 : start + 2]):
        return start + 2
    position = _past_marks(text, start + 1)
    while (
        text[position - 1] == "\u200d"
        and position < stop
        and kind_of(text[position]) is Kind.SYMBOL
    ):
        position = _past_marks(text, position + 1)
    return position
