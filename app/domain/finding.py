"""Looking for words in a text: what counts as the same words, and where they stand.

Case is no difference unless it is asked for, and never are: curly or straight quotation marks, the
length of a dash, how many blanks or line ends part two words and of what kind, whether an accented
letter is one character or two, and what nobody sees. All positions count code points of the stored
text, though ß is looked for as ss and … as three dots.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from app.domain.characters import APOSTROPHES, Kind, kind_of
from app.domain.span import Span
from app.domain.words import words_in

_SAME = {
    "'": "‘’‚‛′ʼ",
    '"': "“”„‟″",
    "-": "‐‑‒–—―−",
    "...": "…",
    "": "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060"
    "\u2066\u2067\u2068\u2069\ufeff",
}
_PLAIN = {sign: plain for plain, signs in _SAME.items() for sign in signs}
_DOT_ABOVE = "\u0307"
_BELOW_MARKS = "\u0300"
"""No character before this one is a mark that stays with the letter before it."""

_POSSESSIVE = re.compile(rf"[{APOSTROPHES}][sS]?")
_ELISION = re.compile(rf"(?:[cdjlmnst]|qu|dell|nell|all|sull)[{APOSTROPHES}]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words to look for; `whole_words` leaves out what begins or ends within a word."""

    words: str
    match_case: bool = False
    whole_words: bool = False


class FoldedText:
    """A text made ready for many searches, with the way back to its own positions.

    `folded` is what is searched. The way back is worked out when something is found.
    """

    def __init__(self, text: str, *, match_case: bool = False) -> None:
        self.text = text
        self.match_case = match_case
        self.folded = _fold(text, match_case=match_case)

    def span_of(self, start: int, end: int) -> Span | None:
        """Return the stretch of the text that was folded into `folded[start:end]`.

        None where that would take a part of a character, or a letter without its accent.
        """
        (first, begun), (last, _), (_, left) = map(self._origin, (start, end - 1, end))
        if begun or left or self._cuts(first) or self._cuts(last + 1):
            return None
        return Span(first, last + 1)

    def _cuts(self, position: int) -> bool:
        """Tell whether a mark at `position` belongs to the character before it."""
        character = self.text[position : position + 1]
        return character >= _BELOW_MARKS and position > 0 and kind_of(character) is Kind.MARK

    def _origin(self, position: int) -> tuple[int, int]:
        """Return which character gave this position of `folded`, and which of its own that is."""
        places, starts, lengths = self._uneven
        number = bisect_right(starts, position) - 1
        if number < 0:
            return position, 0
        within = position - starts[number]
        if within < lengths[number]:
            return places[number], within
        return places[number] + 1 + within - lengths[number], 0

    @cached_property
    def _uneven(self) -> tuple[list[int], list[int], list[int]]:
        """The characters not folded into exactly one: their places, their folds', the lengths."""
        if self.text.isascii():
            return [], [], []
        lengths = {
            character: len(_fold(character, match_case=self.match_case))
            for character in set(self.text)
        }
        uneven = "".join(character for character, length in lengths.items() if length != 1)
        if not uneven:
            return [], [], []
        places: list[int] = []
        starts: list[int] = []
        gained = 0
        for found in re.finditer(f"[{re.escape(uneven)}]", self.text):
            places.append(found.start())
            starts.append(found.start() + gained)
            gained += lengths[found[0]] - 1
        return places, starts, [lengths[self.text[place]] for place in places]


def find(text: FoldedText, wanted: Wanted) -> Iterator[Span]:
    """Yield where the wanted words stand, in order, none overlapping the one before.

    The text has to be folded for the same case as is wanted. Blank words are nowhere.
    """
    pattern = _pattern(wanted.words, wanted.match_case, dotted=_DOT_ABOVE in text.folded)
    position = 0
    while pattern is not None and (found := pattern.search(text.folded, position)):
        span = text.span_of(*found.span())
        if span is None or (wanted.whole_words and not is_whole(text.text, span)):
            position = found.start() + 1
        else:
            position = found.end()
            yield span


def alike(one: str, other: str, *, match_case: bool = False) -> bool:
    """Tell whether looking for one finds the other."""
    return _key(one, match_case) == _key(other, match_case)


def is_whole(text: str, span: Span) -> bool:
    """Tell whether the stretch begins and ends where words do.

    The 's of a possessive and the l’ of an elision are no part of the name they stand at, so Kyiv
    is whole in “Kyiv's”, but Podol is not in “Gora-Podol”.
    """
    return _begins_word(text, span.start) and _ends_word(text, span.end)


def possessive_end(text: str, position: int) -> int:
    """Return where the 's or the apostrophe after a name ends; `position` where there is none."""
    word = next(words_in(text, max(position - 1, 0), position), None)
    if word is not None and _POSSESSIVE.fullmatch(text, position, word.end):
        return word.end
    return position


def _begins_word(text: str, start: int) -> bool:
    if start == 0 or text[start - 1].isspace():
        return True
    if _run_on(text, start):
        return False
    word = next(words_in(text, start, start + 1), None)
    if word is None or word.start >= start:
        return True
    return _ELISION.fullmatch(text, word.start, start) is not None


def _ends_word(text: str, end: int) -> bool:
    if end == len(text) or text[end].isspace():
        return True
    if _run_on(text, end):
        return False
    word = next(words_in(text, end - 1, end), None)
    return word is None or word.end <= end or possessive_end(text, end) > end


def _run_on(text: str, position: int) -> bool:
    """Tell at once what looking for words would take long to find out: letters on either side."""
    return kind_of(text[position - 1]) is kind_of(text[position]) is Kind.LETTER


def _fold(text: str, *, match_case: bool) -> str:
    """Return what is compared; as long as the folds of the single characters together."""
    if text.isascii():
        return text if match_case else text.lower()
    folded = unicodedata.normalize("NFD", text)
    if not match_case:
        folded = unicodedata.normalize("NFD", folded.casefold())
    for sign, plain in _PLAIN.items():
        if sign in folded:
            folded = folded.replace(sign, plain)
    return folded


def _key(words: str, match_case: bool) -> str:
    folded = " ".join(_fold(words, match_case=match_case).split())
    return folded if match_case else folded.replace("i" + _DOT_ABOVE, "i")


@lru_cache(maxsize=64)
def _pattern(words: str, match_case: bool, *, dotted: bool) -> re.Pattern[str] | None:
    """Return what finds the words in folded text; `dotted` where that has dots above letters.

    The Turkish İ folds into an i and a dot, and whoever types istanbul means it.
    """
    parts = [re.escape(part) for part in _key(words, match_case).split()]
    if dotted and not match_case:
        parts = [part.replace("i", f"i{_DOT_ABOVE}?") for part in parts]
    return re.compile(r"\s+".join(parts)) if parts else None
