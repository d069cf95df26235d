"""Clauses as annotators mark them: what somebody said, denied or put into quotation marks.

“Brandt said that [fares rose] and that [the boats stayed empty]”, “[Fares rose], Brandt said”,
“According to Brandt, [fares rose]”, “Brandt [denied the charge]”. Told by verbs of saying, commas
and quotation marks; in languages whose verbs are not known, by punctuation alone. Positions and
spans count code points.
"""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate

from app.domain.function_words import ADVERBS, OPENERS
from app.domain.quotation import is_mark, partners
from app.domain.sentences import sentence_at
from app.domain.span import Span
from app.domain.word_parts import Part, Token, has_cases, tokens_of

_REACH = 4_000
_FAR = 9
"""How many words after a verb of saying its “that” may come: “told Radio Nine on Monday that”."""

_SHORTEST = 2
_MOST_IN_BETWEEN = 14
_BREAKS = frozenset(
    ["despite", "though", "although", "whereas", "according", "citing", "saying", "claiming"]
)
_WHO = frozenset(("who", "which", "to"))
"""After these a verb of saying tells who somebody is, or what is meant to be said."""

_BOUNDS = re.compile(r"[;:—–]|,(?=\s)|\s[-‐]\s")
_QUOTES = frozenset("“”„‟\"″‘’‚‛'«»‹›「」『』")


def clauses_at(text: str, position: int) -> tuple[Span, ...]:
    """Return the clauses and quotations around `position`, from the shortest to the longest."""
    sentence = sentence_at(text, position)
    if sentence is None:
        return ()
    found = {
        *statements_in(text, sentence),
        *quotations_near(text, sentence),
        *_main_clause(text, sentence),
    }
    found.update([one for each in found for one in _joined_parts(text, each)])
    around = [span for span in found if span.start <= position <= span.end]
    if not any(span in around for span in statements_in(text, sentence)):
        around += _segments(text, sentence, position)
    return tuple(sorted(around, key=len))


def statements_in(text: str, sentence: Span) -> tuple[Span, ...]:
    """Return what the sentence reports as said or denied, in order, without the saying."""
    if not has_cases(text, sentence):
        return ()
    return _statements(text, sentence.start, sentence.end)


def quotations_near(text: str, sentence: Span) -> tuple[Span, ...]:
    """Return what stands in quotation marks in the sentence's paragraph and touches the sentence.

    Each comes twice: the words alone, without a comma or full stop at their end, and with marks.
    """
    start = max((sentence.start // _REACH - 1) * _REACH, 0)
    start = max(text.rfind("\n", start, sentence.start) + 1, start)
    end = (sentence.end // _REACH + 2) * _REACH
    line_end = text.find("\n", sentence.end, end)
    # neighbours have the same stretch, so that it is read once
    spans, reaches = _quotations(text, start, min(end, len(text)) if line_end < 0 else line_end)
    first = bisect_right(reaches, sentence.start)
    last = bisect_left(spans, sentence.end, key=lambda one: one.start)
    return tuple(one for one in spans[first:last] if one.overlaps(sentence))


@lru_cache(maxsize=256)
def _quotations(text: str, start: int, end: int) -> tuple[list[Span], list[int]]:
    """Return the quotations by start, and how far each of them and those before it reach."""
    found = []
    pairs = partners(text, start, end)
    for opening, closing in sorted(pairs.items()):
        if opening < closing and text[opening] in _QUOTES:
            inner = _trimmed(text, opening + 1, closing)
            if inner is not None:
                found += [inner, Span(opening, closing + 1)]
    found.sort()
    return found, list(accumulate((one.end for one in found), max))


@lru_cache(maxsize=256)
def _statements(text: str, start: int, end: int) -> tuple[Span, ...]:
    tokens = tokens_of(text, start, end)
    found: dict[Span, None] = {}
    for number, token in enumerate(tokens):
        spans: list[Span | None] = []
        if number and tokens[number - 1].word == "to":
            continue
        if token.part is Part.DENIES:
            spans = [_denial(text, tokens, number, end)]
        elif token.part is Part.SAYS:
            spans = _reported(text, tokens, number, end)
            if not spans and _is_saying(tokens, number):
                spans = [_before(text, tokens, number)]
        elif token.word == "according":
            spans = [_according(text, tokens, number, Span(start, end))]
        found.update(dict.fromkeys(span for span in spans if span is not None))
    headed = _headed(text, tokens, end)
    if headed is not None:
        found[headed] = None
    return tuple(sorted(found))


def _reported(text: str, tokens: tuple[Token, ...], number: int, end: int) -> list[Span | None]:
    """Return what comes after a verb of saying: behind “that”, or right behind the verb."""
    begins = _begin_of_report(text, tokens, number)
    if begins is None:
        return []
    found: list[Span | None] = []
    while begins is not None and begins < len(tokens):
        stop = _end_of_report(tokens, begins)
        last = tokens[stop].span.start if stop < len(tokens) else end
        joined = stop < len(tokens) and tokens[stop].word in ("and", "but")
        found.append(_clause(text, tokens, begins, last))
        begins = stop + 2 if joined else None
    return found


def _begin_of_report(text: str, tokens: tuple[Token, ...], number: int) -> int | None:
    """Return the token with which the words after the verb `number` begin; None without any."""
    following = tokens[number + 1 : number + 1 + _FAR]
    for away, token in enumerate(following):
        if token.word == "that":
            return number + away + 2
        if token.part in (Part.SAYS, Part.DENIES):
            return None
        if token.is_apart and away:
            break
    if not following or (following[0].is_apart and _is_comma(text, tokens[number])):
        return None
    skipped = number + 1
    if following[0].part is Part.TIES:
        skipped += 1
        while skipped < len(tokens) and (tokens[skipped].is_date):
            skipped += 1
        if skipped == number + 2:
            return None
    rest = tokens[skipped:]
    is_told = tokens[number].word in ("told", "tell", "tells", "telling")
    return skipped if len(rest) > 1 and not is_told else None


def _is_comma(text: str, token: Token) -> bool:
    """Tell whether a comma and no quotation follows the word: “, Brandt said, smiling”."""
    after = text[token.span.end : token.span.end + 3]
    return after.startswith(",") and not any(is_mark(one) for one in after)


def _end_of_report(tokens: tuple[Token, ...], begins: int) -> int:
    """Return the token before which a report that begins with `begins` ends."""
    for number in range(begins + 1, len(tokens)):
        token, after = tokens[number], tokens[number + 1 : number + 2]
        if token.is_apart and token.word in _BREAKS:
            return number
        if token.word in ("and", "but") and after and after[0].word == "that":
            return number
        if token.is_apart and _is_aside(tokens, number):
            return number
    return len(tokens)


def _is_aside(tokens: tuple[Token, ...], number: int) -> bool:
    """Tell whether “, Brandt said” begins here: few words, then a verb of saying that ends it."""
    for token in tokens[number + 1 : number + 7]:
        if token.is_apart:
            return False
        if token.part is Part.SAYS:
            return tokens[-1].span.end - token.span.end < len("told the newspaper on Monday")
    return False


def _is_saying(tokens: tuple[Token, ...], number: int) -> bool:
    """Tell whether somebody says or denies something here, not “who claim to be …”."""
    told = tokens[number].part in (Part.SAYS, Part.DENIES)
    return told and not (number and tokens[number - 1].word in _WHO)


def _denial(text: str, tokens: tuple[Token, ...], number: int, end: int) -> Span | None:
    stop = _end_of_report(tokens, number)
    last = tokens[stop].span.start if stop < len(tokens) else end
    return _clause(text, tokens, number, last)


def _before(text: str, tokens: tuple[Token, ...], number: int) -> Span | None:
    """Return what stands before “, Brandt said”, where nothing is said afterwards."""
    commas = [one for one in range(1, number) if tokens[one].is_apart]
    for comma in reversed(commas):
        if number - comma > _MOST_IN_BETWEEN:
            return None
        if any(_is_saying(tokens, one) for one in range(comma)):
            return None
        if comma > _SHORTEST:
            begins = 1 if tokens[0].word in OPENERS and tokens[1].is_apart else 0
            return _clause(text, tokens, begins, tokens[comma].span.start)
    return None


def _according(text: str, tokens: tuple[Token, ...], number: int, sentence: Span) -> Span | None:
    """Return what somebody is given as the source of, before or after it."""
    if number > _SHORTEST:
        return _clause(text, tokens, 0, tokens[number].span.start)
    for begins in range(number + 1, len(tokens)):
        if tokens[begins].is_apart:
            return _clause(text, tokens, begins, sentence.end)
    return None


def _headed(text: str, tokens: tuple[Token, ...], end: int) -> Span | None:
    """Return what follows “Brandt:” at the head of a line."""
    for number, token in enumerate(tokens[1 : _FAR // 2], start=1):
        if token.is_apart:
            named = tokens[0].part is Part.NAME
            between = text[tokens[number - 1].span.end : token.span.start].strip()
            return _clause(text, tokens, number, end) if named and between == ":" else None
    return None


def _clause(text: str, tokens: tuple[Token, ...], first: int, end: int) -> Span | None:
    """Return the text from a token on to `end` without marks and punctuation around it."""
    if first >= len(tokens) or tokens[first].span.start >= end:
        return None
    start = tokens[first].span.start
    if start and is_mark(text[start - 1]) and start - 1 in partners(text, start - 1, end):
        start -= 1
    span = _trimmed(text, start, end)
    if span is None or sum(span.covers(one.span) for one in tokens) < _SHORTEST:
        return None
    return _unquoted(text, span)


def _unquoted(text: str, span: Span) -> Span:
    """Return it without a pair of quotation marks around all of it."""
    pairs = partners(text, span.start, span.end)
    if text[span.start] in _QUOTES and pairs.get(span.start) == span.end - 1:
        return _trimmed(text, span.start + 1, span.end - 1) or span
    return span


def _main_clause(text: str, sentence: Span) -> list[Span]:
    """Return the sentence without what opens it (“However,”) and its full stop."""
    whole = _trimmed(text, sentence.start, sentence.end)
    if whole is None or not has_cases(text, sentence):
        return [] if whole is None else [whole]
    tokens = tokens_of(text, sentence.start, sentence.end)
    if tokens[0].word in OPENERS and len(tokens) > 1 and tokens[1].is_apart:
        return [Span(tokens[1].span.start, whole.end), whole]
    return [whole]


def _joined_parts(text: str, clause: Span) -> list[Span]:
    """Return both parts of “nine were hurt and lines were cut”, where each has a verb."""
    tokens = tokens_of(text, clause.start, clause.end) if has_cases(text, clause) else ()
    for number, token in enumerate(tokens):
        if token.word != "and" or number < _SHORTEST:
            continue
        following = tokens[number + 1 : number + _FAR]
        body = [one.fills or one.part is Part.OPENS for one in following]
        verb = following[body.index(False)] if body[:1] == [True] and False in body else None
        if verb is not None and verb.part is Part.ENDS and verb.word not in ADVERBS:
            parts = (
                _trimmed(text, clause.start, token.span.start),
                _trimmed(text, token.span.end, clause.end),
            )
            return [part for part in parts if part is not None]
    return []


def _segments(text: str, sentence: Span, position: int) -> list[Span]:
    """Return the stretch around `position` between commas, semicolons, colons and dashes."""
    bounds = [sentence.start, sentence.end]
    for match in _BOUNDS.finditer(text, sentence.start, sentence.end):
        bounds += [match.start(), match.end()]
    start = max((one for one in bounds if one <= position), default=sentence.start)
    end = min((one for one in bounds if one > position), default=sentence.end)
    segment = _trimmed(text, start, end)
    return [segment] if segment is not None else []


def bare(text: str, span: Span) -> Span:
    """Return the stretch as it is marked: without bullet and full stop."""
    return _trimmed(text, span.start, span.end) or span


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the stretch without white space around it and without punctuation at its end."""
    while start < end and (text[start].isspace() or text[start] in ",;:.•"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",;:.!?…。！？،؛"):
        end -= 1
    return Span(start, end) if start < end else None
