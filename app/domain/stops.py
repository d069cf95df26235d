"""Stops: where the eye of an annotator rests, so that one key leads from each to the next.

Names and whoever speaks, what they say or deny, and longer quotations. Positions and spans count
code points.
"""

from collections.abc import Callable
from functools import lru_cache

from app.domain.clauses import quotations_near, statements_in
from app.domain.function_words import ACTING, DEGREES, FURNITURE, PRONOUNS
from app.domain.phrases import Phrase, parts_of, phrases_of, whole_of
from app.domain.sentences import sentence_at, sentences_before, sentences_from
from app.domain.span import Span
from app.domain.word_parts import Part, has_cases, tokens_of

_LONG_QUOTATION = 25
"""Code points; what is quoted at less length is a word held with tongs more often than a claim."""

Skip = Callable[[Span], bool]


def stops_in(text: str, sentence: Span) -> tuple[Span, ...]:
    """Return the stops of one sentence, by start, what is nested after what it is nested in."""
    return _stops(text, sentence.start, sentence.end)


def next_stop(text: str, here: Span | int, *, skip: Skip) -> Span | None:
    """Return the first stop after a stretch or a position that `skip` does not pass over.

    What begins within a stretch comes after it; what begins where it begins and is as long or
    longer does not.
    """
    start = here if isinstance(here, int) else here.start
    for sentence in sentences_from(text, start):
        for stop in stops_in(text, sentence):
            if _order(stop) > _place(here) and not skip(stop):
                return stop
    return None


def previous_stop(text: str, here: Span | int, *, skip: Skip) -> Span | None:
    """Return the last stop before a stretch or a position that `skip` does not pass over."""
    start = here if isinstance(here, int) else here.start
    own = sentence_at(text, min(start, len(text) - 1)) if text else None
    before = sentences_before(text, start if own is None else own.start)
    for sentence in [own] if own is not None else []:
        for stop in reversed(stops_in(text, sentence)):
            if _order(stop) < _place(here) and not skip(stop):
                return stop
    for sentence in before:
        for stop in reversed(stops_in(text, sentence)):
            if not skip(stop):
                return stop
    return None


def _order(stop: Span) -> tuple[int, int]:
    return (stop.start, -stop.end)


def _place(here: Span | int) -> tuple[int, int]:
    if isinstance(here, int):
        return (here, -(1 << 62))
    return _order(here)


@lru_cache(maxsize=256)
def _stops(text: str, start: int, end: int) -> tuple[Span, ...]:
    sentence = Span(start, end)
    found: set[Span] = set(statements_in(text, sentence))
    is_told = has_cases(text, sentence)
    for phrase in phrases_of(text, start, end) if is_told else ():
        if not phrase.is_date:
            parts = parts_of(phrase)
            if _rests_on(text, phrase, parts[-1]):
                found.add(whole_of(phrase))
            else:
                found.update(part for part in parts if _rests_on(text, phrase, part))
    if is_told:
        found.update(_speaking_pronouns(text, sentence))
    quoted = quotations_near(text, sentence)
    found.update(
        span
        for span in quoted
        if len(span) >= _LONG_QUOTATION
        and sentence.start <= span.start
        and not any(other != span and _has_marks(text, span) for other in quoted)
    )
    return tuple(sorted(found, key=_order))


def _speaking_pronouns(text: str, sentence: Span) -> list[Span]:
    """Return “she” and “they” where they say or deny something."""
    tokens = tokens_of(text, sentence.start, sentence.end)
    return [
        one.span
        for number, one in enumerate(tokens[:-1])
        if one.word in PRONOUNS
        and tokens[number + 1].part in (Part.SAYS, Part.DENIES)
        and one.word not in ("who", "there", "here")
    ]


def _rests_on(text: str, phrase: Phrase, part: Span) -> bool:
    """Tell whether a part of a phrase is a name, somebody who acts, or whoever speaks."""
    words = [one for one in phrase.words if part.covers(one.stem)]
    if _is_furniture([one.stem.of(text).casefold() for one in words]):
        return False
    if any(one.part is Part.NAME and not one.is_date for one in words):
        return True
    is_last = phrase.words[-1] in words
    return words[-1].stem.of(text) in ACTING or (
        is_last and (_speaks(phrase) or _is_source(phrase))
    )


def _is_furniture(words: list[str]) -> bool:
    """Tell whether these are words of the page around the article, and numbers."""
    said = [word for word in words if not word.isdigit()]
    return bool(said) and all(word in FURNITURE for word in said)


def _speaks(phrase: Phrase) -> bool:
    """Tell whether the phrase says something, rather than describing the report after it."""
    before = phrase.tokens[: phrase.first][-1:]
    return phrase.says and not any(one.word in DEGREES for one in before)


def _has_marks(text: str, span: Span) -> bool:
    """Tell whether the stretch is a quotation together with its marks."""
    return not text[span.start].isalnum() and not text[span.end - 1].isalnum()


def _is_source(phrase: Phrase) -> bool:
    """Tell whether “according to” stands before the phrase."""
    return [one.word for one in phrase.tokens[: phrase.first][-2:]] == ["according", "to"]
