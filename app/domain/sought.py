"""What is sought in all articles: words, phrases, beginnings of words, and what must not be there.

`parse` makes sense of whatever is typed and never refuses it; `places` tells where it stands in a
text. What counts as found is decided here: an index only proposes. Whole words are sought, with or
without their accents, because that is what an index of many articles can hold; the characters of
one article are looked for in `app/domain/finding.py`.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from app.domain.folding import Folded, folded
from app.domain.span import Span

_PART = re.compile(
    r"(?P<without>(?<!\S)[-−])?(?:[\"“”„«»‟](?P<phrase>[^\"“”„«»‟]*)[\"“”„«»‟]?|(?P<word>[^\s\"“”„«»‟]+))"
)
MOST_TERMS = 40
MOST_WORDS = 200


@dataclass(frozen=True, slots=True)
class Term:
    """Folded words that stand one after the other; the last may be only the beginning of one."""

    words: tuple[str, ...]
    is_beginning: bool = False

    @property
    def pattern(self) -> str:
        """A regular expression that finds it in a folded text."""
        end = "[^ ]*" if self.is_beginning else "(?![^ ])"
        return "(?<![^ ])" + " +".join(map(re.escape, self.words)) + end


@dataclass(frozen=True)
class Sought:
    """All of `terms` are in the article, and none of `without`."""

    terms: tuple[Term, ...] = ()
    without: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms or self.without)

    def places(self, text: str) -> tuple[Span, ...]:
        """Return where the terms stand in `text`, in order and apart; empty where it is not wanted.

        Also empty where there is nothing but `without`: use `is_in` to tell whether it is wanted.
        """
        seen = Folded(text)
        return self._places(seen) if self._is_in(seen.words) else ()

    def is_in(self, text: str) -> bool:
        """Tell whether `text` has all that is wanted, and nothing of what is not."""
        return self._is_in(folded(text))

    def _places(self, seen: Folded) -> tuple[Span, ...]:
        found = sorted(
            seen.span(*match.span())
            for pattern in self._patterns
            for match in pattern.finditer(seen.words)
        )
        apart: list[Span] = []
        for span in found:
            if apart and span.start < apart[-1].end:
                apart[-1] = Span(apart[-1].start, max(apart[-1].end, span.end))
            else:
                apart.append(span)
        return tuple(apart)

    def _is_in(self, words: str) -> bool:
        return all(pattern.search(words) for pattern in self._patterns) and not any(
            pattern.search(words) for pattern in self._unwanted
        )

    @cached_property
    def _patterns(self) -> list[re.Pattern[str]]:
        return [re.compile(term.pattern) for term in self.terms]

    @cached_property
    def _unwanted(self) -> list[re.Pattern[str]]:
        return [re.compile(term.pattern) for term in self.without]


def parse(typed: str) -> Sought:
    """Return what `typed` asks for.

    Quotation marks of any kind hold a phrase, `-` before a word or phrase wants it away, `*` after
    a word takes it for a beginning. All else is taken for words; what has none is passed over.
    """
    terms: dict[Term, None] = {}
    without: dict[Term, None] = {}
    left = MOST_WORDS
    for part in _PART.finditer(typed):
        written = part["phrase"] if part["word"] is None else part["word"]
        words = tuple(folded(written).split())[:left]
        if not words or len(terms) + len(without) >= MOST_TERMS:
            continue
        left -= len(words)
        (without if part["without"] else terms)[Term(words, written.rstrip().endswith("*"))] = None
    return Sought(tuple(terms), tuple(without))
