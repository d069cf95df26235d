"""Which of many names a few letters mean: "mad" and "deni" both mean "Mark as denial".

Letters mean a name where each of their words begins a word of it, or stands within one, or is made
of the first letters of words in a row; loosely also where they only follow one another in it.
"""

import re
from dataclasses import dataclass

_WITHIN, _INITIALS, _LOOSE = 10.0, 14.0, 30.0
_PER_LETTER = 0.02
"""What a longer name, or a match further on in it, weighs less, by the character."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How well letters mean a name: the lower the `cost` the better.

    `places` are the positions in the name of what was typed.
    """

    cost: float
    places: tuple[int, ...]


class Letters:
    """What somebody typed, ready to be held against many names."""

    def __init__(self, typed: str) -> None:
        self.words = tuple(typed.casefold().split())
        self._patterns = [_patterns(word) for word in self.words]

    def fit(self, name: str, *, loosely: bool = False) -> Fit | None:
        """Return how well the letters mean a name, None where they do not; nothing fits all."""
        folded = name.casefold()
        cost, places = _PER_LETTER * len(name), set[int]()
        for start, within, initials, loose in self._patterns:
            for pattern, price in (
                (start, 0.0),
                (within, _WITHIN),
                (initials, _INITIALS),
                (loose if loosely else None, _LOOSE),
            ):
                found = pattern.search(folded) if pattern else None
                if found is not None:
                    cost += price + _PER_LETTER * found.end()
                    places |= _places(found)
                    break
            else:
                return None
        # a few letters grow by casefolding; there nothing is emphasised rather than the wrong ones
        return Fit(cost, tuple(sorted(places)) if len(folded) == len(name) else ())

    def may_mean(self, folded: str) -> bool:
        """Tell quickly whether a casefolded name holds all the words."""
        return all(word in folded for word in self.words)

    def begin(self, folded: str) -> bool:
        """Tell quickly whether a casefolded name holds all the words, the first one at a start."""
        first = self.words[0]
        return (folded.startswith(first) or f" {first}" in folded) and self.may_mean(folded)


def initials(folded: str) -> str:
    """Return the first letters of a casefolded name's words."""
    return "".join([word[0] for word in folded.split()])


Patterns = tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str] | None, re.Pattern[str] | None]


def _patterns(word: str) -> Patterns:
    """Return what finds a word at the start of words, within them, as initials, and loosely."""
    letters = [f"({re.escape(letter)})" for letter in word]
    several = len(word) > 1
    return (
        re.compile(rf"(?<!\w){re.escape(word)}"),
        re.compile(re.escape(word)),
        re.compile(r"(?<!\w)" + r"(?:\w*\W+)?".join(letters)) if several else None,
        re.compile(".*?".join(letters)) if len(word) > 2 else None,
    )


def _places(found: re.Match[str]) -> set[int]:
    if found.re.groups:
        return {found.start(group) for group in range(1, found.re.groups + 1)}
    return set(range(*found.span()))
