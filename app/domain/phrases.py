"""Phrases as annotators mark them: a name with its title, a group, “the city of Kessa”.

A phrase is told by capitals, by the small words around it and by punctuation. In scripts without
capitals a phrase is the word. Positions and spans count code points.
"""

from dataclasses import dataclass
from functools import lru_cache

from app.domain.function_words import ARTICLES, LEFT_OUT, OF
from app.domain.sentences import sentence_at
from app.domain.span import Span
from app.domain.word_parts import Part, Token, has_cases, tokens_of
from app.domain.words import word_at, words_in

_CHAIN = frozenset(("of", "for", "to"))
"""These tie a phrase to the one that says whose or which it is."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that belong together: the tokens `first <= n < last` of one sentence."""

    tokens: tuple[Token, ...]
    first: int
    last: int

    @property
    def words(self) -> tuple[Token, ...]:
        """The phrase's words."""
        return self.tokens[self.first : self.last]

    @property
    def body(self) -> tuple[Token, ...]:
        """The words after an article that is no part of what is marked."""
        words = self.words
        opened = next((n for n, one in enumerate(words) if not _is_left_out(one)), len(words))
        return words[opened:] or words

    @property
    def is_named(self) -> bool:
        """Tell whether it holds a name, which a date is not."""
        return any(one.part is Part.NAME and not one.is_date for one in self.words)

    @property
    def is_date(self) -> bool:
        """Tell whether it is a date and nothing else."""
        return all(one.is_date for one in self.body)

    @property
    def says(self) -> bool:
        """Tell whether whoever it is speaks: a verb of saying or denying comes next."""
        after = self.tokens[self.last : self.last + 1]
        return bool(after) and after[0].part in (Part.SAYS, Part.DENIES) and not after[0].is_apart


@lru_cache(maxsize=256)
def phrases_of(text: str, start: int, end: int) -> tuple[Phrase, ...]:
    """Return the phrases of the sentence `text[start:end]`, in order."""
    tokens = tokens_of(text, start, end)
    found: list[Phrase] = []
    first: int | None = None
    for number, token in enumerate(tokens):
        goes_on = first is not None and not token.is_apart and _goes_on(tokens, number)
        if first is not None and not goes_on:
            found.append(Phrase(tokens, first, number))
            first = None
        if first is None and (token.fills or token.part is Part.OPENS):
            first = number
    if first is not None:
        found.append(Phrase(tokens, first, len(tokens)))
    return tuple(each for each in found if any(one.fills for one in each.words))


def phrase_rungs(text: str, position: int) -> tuple[tuple[Span, ...], Span] | None:
    """Return everything from a word to the widest phrase around `position`, and the best of it."""
    sentence = sentence_at(text, position)
    if sentence is None:
        return None
    if not has_cases(text, sentence):
        word = word_at(text, position) or next(words_in(text, sentence.start, sentence.end), None)
        return None if word is None else ((word,), word)
    tokens = tokens_of(text, sentence.start, sentence.end)
    token = _nearest(tokens, position)
    if token is None:
        return None
    for phrase in phrases_of(text, sentence.start, sentence.end):
        if token in phrase.words:
            return _rungs(phrase, token)
    return (token.span,), token.span


def parts_of(phrase: Phrase) -> tuple[Span, ...]:
    """Return what a phrase consists of: who possesses something, and what is possessed."""
    found = dict.fromkeys(_best(phrase, one) for one in phrase.words if one.fills)
    return tuple(found)


def whole_of(phrase: Phrase) -> Span:
    """Return the phrase without its article and without a possessive at its end."""
    return Span(phrase.body[0].span.start, phrase.words[-1].stem.end)


def _is_left_out(token: Token) -> bool:
    return token.part is Part.OPENS and token.word in LEFT_OUT


def _goes_on(tokens: tuple[Token, ...], number: int) -> bool:
    """Tell whether the phrase that the word before is part of goes on with this one."""
    token, before = tokens[number], tokens[number - 1]
    if token.part is Part.UNCASED or before.part is Part.UNCASED:
        return False
    if token.fills:
        return before.fills or before.part is Part.OPENS or before.word in OF | ARTICLES
    if token.part is Part.OPENS and before.part is Part.OPENS:
        return True
    return _ties_name(tokens, number)


def _ties_name(tokens: tuple[Token, ...], number: int) -> bool:
    """Tell whether it is the “of” or the “the” of a name such as Bank of the North."""
    begin = number
    if tokens[begin].word in ARTICLES and tokens[begin - 1].word in OF:
        begin -= 1
    if tokens[begin].word not in OF or begin == 0 or tokens[begin - 1].part is not Part.NAME:
        return False
    after = begin + 1
    if after < len(tokens) and tokens[after].word in ARTICLES and not tokens[after].is_apart:
        after += 1
    return after < len(tokens) and tokens[after].part is Part.NAME and not tokens[after].is_apart


def _nearest(tokens: tuple[Token, ...], position: int) -> Token | None:
    """Return the word at `position`, or the one that ends before it, or the first."""
    before = [one for one in tokens if one.span.start <= position]
    at = before[-1:] or list(tokens[:1])
    return at[0] if at else None


def _rungs(phrase: Phrase, token: Token) -> tuple[tuple[Span, ...], Span]:
    best = _best(phrase, token)
    whole = whole_of(phrase)
    with_article = Span(phrase.words[0].span.start, whole.end)
    chained = _chained(phrase)
    found = {token.stem, token.span, best, whole, with_article, *chained}
    if not phrase.is_named and chained:
        best = chained[0]
    return _nested(found, token.stem), best


def _best(phrase: Phrase, token: Token) -> Span:
    """Return the possessor, or what is possessed, that the word is part of."""
    body = phrase.body if token in phrase.body else phrase.words
    pieces: list[list[Token]] = [[]]
    for one in body:
        pieces[-1].append(one)
        if one.is_possessive and one.part is Part.NAME:
            pieces.append([])
    for piece in pieces:
        if token in piece:
            return Span(piece[0].span.start, piece[-1].stem.end)
    return Span(phrase.words[0].span.start, phrase.words[-1].stem.end)


def _chained(phrase: Phrase) -> list[Span]:
    """Return the phrase with those tied to it by “of”, from the narrower to the wider."""
    tokens, first, last = phrase.tokens, phrase.first, phrase.last
    found = []
    while last + 1 < len(tokens) and tokens[last].word in _CHAIN and not tokens[last].is_apart:
        after = _end_of_phrase(tokens, last + 1)
        if after == last + 1:
            break
        last = after
        found.append(Span(tokens[first].span.start, tokens[last - 1].stem.end))
    while first >= 2 and tokens[first - 1].word in _CHAIN and not tokens[first].is_apart:
        before = _start_of_phrase(tokens, first - 1)
        if before == first - 1:
            break
        first = before
        found.append(Span(tokens[first].span.start, tokens[last - 1].stem.end))
        opened = tokens[first]
        if opened.part is Part.OPENS and first + 1 < last:
            found.append(Span(tokens[first + 1].span.start, tokens[last - 1].stem.end))
    return found


def _end_of_phrase(tokens: tuple[Token, ...], number: int) -> int:
    begin = number
    while number < len(tokens) and not tokens[number].is_apart:
        token = tokens[number]
        if not (token.fills or (token.part is Part.OPENS and number == begin)):
            break
        number += 1
    return number


def _start_of_phrase(tokens: tuple[Token, ...], number: int) -> int:
    """Return the first token of the phrase that ends before `number`."""
    begin = number
    while begin > 0 and tokens[begin - 1].fills and not tokens[begin].is_apart:
        begin -= 1
    if begin < number and begin > 0 and not tokens[begin].is_apart:
        begin -= tokens[begin - 1].part is Part.OPENS
    return begin


def _nested(spans: set[Span], core: Span) -> tuple[Span, ...]:
    """Return those around `core` from the shortest to the longest, each within the next."""
    result: list[Span] = []
    for span in sorted(spans, key=len):
        if span.covers(core) and (not result or span.covers(result[-1])):
            result.append(span)
    return tuple(result)
