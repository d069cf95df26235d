"""Folding: texts as a search sees them, so that every way of writing the same word is the same.

Case goes, and the marks that ride on letters: "Çelik’s" becomes "celik s". What is neither letter
nor digit becomes a space, so that dashes, no-break spaces and any kind of quotation mark part
words. A character of a script that parts no words by spaces becomes a word of its own, and so does
an emoji. Each character is folded by itself, whatever stands beside it: a text can be folded in
pieces, and every position of the folded text belongs to one code point of the stored one.
"""

import unicodedata
from bisect import bisect_right
from itertools import accumulate

from app.domain.characters import is_written_without_spaces
from app.domain.span import Span

VERSION = f"1, Unicode {unicodedata.unidata_version}"
"""Changes whenever the same text may be folded differently: what was folded before is then void."""

_AS_ASCII = {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"}
"""Letters that Unicode does not take apart although keyboards elsewhere lack them."""

_NOT_WRITTEN = frozenset("\u0640")
"""The stroke that only stretches Arabic words."""

_PARTING = frozenset("\u200b")
"""Hidden, but it parts words."""

_USUAL_SIGNS = "’“”‘–—\u00a0…"
"""What keeps most English texts from being plain ASCII; all of them become spaces anyhow."""


class _Table(dict[int, str]):
    """What each character becomes; filled as characters turn up."""

    def __missing__(self, code: int) -> str:
        self[code] = result = _fold(chr(code))
        return result


def folded(text: str) -> str:
    """Return the text as a search sees it: words in lower case, parted by one or more spaces."""
    if not text.isascii():
        for sign in _USUAL_SIGNS:
            text = text.replace(sign, " ")
    return text.translate(_TABLE)


class Folded:
    """A folded text that knows for each of its stretches where that stands in the stored text."""

    def __init__(self, text: str) -> None:
        self.words = folded(text)
        self._ends: list[int] | None = None
        if len(self.words) != len(text) or not text.isascii():
            self._ends = list(accumulate(len(_TABLE[ord(character)]) for character in text))

    def span(self, start: int, end: int) -> Span:
        """Return the code points of the stored text that `words[start:end]` comes from.

        A mark that folding took away stays with the letter before it.
        """
        if self._ends is None:
            return Span(start, end)
        first = bisect_right(self._ends, start)
        last = bisect_right(self._ends, end - 1)
        while last + 1 < len(self._ends) and self._ends[last + 1] == self._ends[last]:
            last += 1
        return Span(first, last + 1)


def _fold(character: str) -> str:
    if character in _PARTING:
        return " "
    category = unicodedata.category(character)
    if category == "Cf" or character in _NOT_WRITTEN or _is_variation(character):
        return ""
    if category == "So":
        return f" {character} "
    if is_written_without_spaces(character) and category[0] in "LM":
        return f" {' '.join(unicodedata.normalize('NFKC', character))} "
    if category[0] not in "LNM":
        return " "
    if "\uac00" <= character <= "\ud7a3":
        return character  # taken apart, a Korean syllable would be found in others
    apart = unicodedata.normalize("NFKD", character.casefold()).casefold()
    return "".join(map(_plain, apart))


def _plain(part: str) -> str:
    """Return what stays of one part of a letter that was taken apart."""
    category = unicodedata.category(part)
    if part in _NOT_WRITTEN:
        return ""
    if category[0] == "M":
        return "" if _rides(part) else part
    return _AS_ASCII.get(part, part) if category[0] in "LN" else " "


def _rides(mark: str) -> bool:
    """Tell whether a word is still itself without this mark: accents, Hebrew and Arabic points.

    The vowels of Indic scripts and the voicing of Japanese are marks too, but part of the word.
    """
    riding = unicodedata.combining(mark)
    return 10 <= riding <= 36 or riding >= 200


def _is_variation(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


_TABLE = _Table()
