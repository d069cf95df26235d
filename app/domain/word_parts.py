"""What each word of a sentence does for a phrase: begin it, fill it, tie it to another, or end it.

A guess from spelling and from short lists, not grammar. Positions and spans count code points.
"""

from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from app.domain.characters import APOSTROPHES, Kind, kind_of
from app.domain.function_words import (
    ADVERBS,
    CALENDAR,
    CONJUNCTIONS,
    DENYING,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
    VERBS,
)
from app.domain.span import Span
from app.domain.words import words_in

_SHORTEST_PARTICIPLE = 5


class Part(Enum):
    """What a word does for a phrase."""

    OPENS = auto()
    NAME = auto()
    NOUN = auto()
    TIES = auto()
    SAYS = auto()
    DENIES = auto()
    ENDS = auto()
    UNCASED = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One word: where it stands, its small letters, its part; `is_apart` after punctuation."""

    span: Span
    word: str
    part: Part
    is_apart: bool

    @property
    def fills(self) -> bool:
        """Tell whether it can be the body of a phrase."""
        return self.part in (Part.NAME, Part.NOUN, Part.UNCASED)

    @property
    def is_date(self) -> bool:
        """Tell whether it is a month, a day of the week or a number."""
        return self.word in CALENDAR or self.word[:1].isdigit()

    @property
    def stem(self) -> Span:
        """The word without a possessive ’s or a closing apostrophe."""
        for ending in (2, 1):
            tail = self.word[-ending:]
            if len(self.word) > ending and tail[0] in APOSTROPHES and tail[1:] in ("", "s"):
                return Span(self.span.start, self.span.end - ending)
        return self.span

    @property
    def is_possessive(self) -> bool:
        """Tell whether it ends in ’s or an apostrophe."""
        return self.stem != self.span


@lru_cache(maxsize=256)
def tokens_of(text: str, start: int, end: int) -> tuple[Token, ...]:
    """Return the words of the sentence `text[start:end]`, each with its part."""
    tokens: list[Token] = []
    previous: Token | None = None
    for span in words_in(text, start, end):
        between = text[previous.span.end if previous else start : span.start]
        is_apart = previous is not None and bool(between) and not between.isspace()
        if previous is not None and not between and not _is_alone(text, span):
            is_apart = True
        word = span.of(text).casefold().replace("’", "'")
        part = _part(text, span, word, previous, starts=previous is None or is_apart)
        previous = Token(span, word, part, is_apart)
        tokens.append(previous)
    return tuple(tokens)


def has_cases(text: str, span: Span) -> bool:
    """Tell whether capitals are known here; where not, only punctuation and marks tell anything."""
    words = span.of(text)
    return words.upper() != words.lower()


def _is_alone(text: str, span: Span) -> bool:
    return kind_of(text[span.start]) is Kind.ALONE


def _part(text: str, span: Span, word: str, before: Token | None, *, starts: bool) -> Part:
    letters = span.of(text)
    has_content = not starts and before is not None and before.fills
    if _has_capital(letters) and not (starts and _is_small(word)) and word not in ("i", "it"):
        return Part.NAME
    if word in SAYING or word in DENYING:
        if before is not None and before.part is Part.OPENS and not starts and word != "said":
            return Part.NOUN
        return Part.SAYS if word in SAYING else Part.DENIES
    if word in DETERMINERS and word != "that":
        return Part.OPENS
    if word in PREPOSITIONS:
        return Part.TIES
    if word in CONJUNCTIONS or word in PRONOUNS or word in ADVERBS or word in VERBS:
        return Part.ENDS
    if has_content and _is_verb_by_ending(word):
        return Part.ENDS
    if word.isascii() or letters.lower() != letters.upper():
        return Part.NOUN
    return Part.UNCASED


def _has_capital(letters: str) -> bool:
    """Tell whether the word, or one that it is made of, is written as a name: anti-Kremlin."""
    return any(piece[:1].isupper() for piece in letters.split("-"))


def _is_small(word: str) -> bool:
    return any(
        word in words
        for words in (DETERMINERS, PREPOSITIONS, CONJUNCTIONS, PRONOUNS, ADVERBS, VERBS)
    )


def _is_verb_by_ending(word: str) -> bool:
    """Tell whether a small word after a noun is a verb: “the army attacked, killing”."""
    if not word.isalpha() or len(word) < _SHORTEST_PARTICIPLE:
        return False
    return word.endswith(("ed", "ing", "ly"))
