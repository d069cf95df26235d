"""Wider and narrower: word, phrase, clause, sentence, paragraph, each step what could be marked.

Positions and spans count code points.
"""

from app.domain.characters import Kind, kind_of
from app.domain.clauses import bare, clauses_at
from app.domain.phrases import phrase_rungs
from app.domain.sentences import paragraph_at, sentence_at
from app.domain.span import Span


def best_at(text: str, position: int) -> Span | None:
    """Return the phrase that one key selects around `position`; None where there are no words."""
    rungs = phrase_rungs(text, position)
    return None if rungs is None else rungs[1]


def wider(text: str, span: Span) -> Span | None:
    """Return the next wider unit around `span`; None where it is a paragraph or more already."""
    for rung in _rungs(text, span.start) or _rungs(text, span.end - 1):
        if rung != span and rung.covers(span) and not _same_words(text, rung, span):
            return rung
    return None


def narrower(text: str, span: Span) -> Span | None:
    """Return the next narrower unit at the beginning of `span`; None where it is a word or less."""
    inside = [rung for rung in _rungs(text, span.start) if span.covers(rung) and rung != span]
    return inside[-1] if inside else None


def _rungs(text: str, position: int) -> list[Span]:
    """Return all units around `position`, each longer than the one before, nested or not."""
    phrases = phrase_rungs(text, position)
    if phrases is None:
        return []
    around = (sentence_at(text, position), paragraph_at(text, position))
    found = [*phrases[0], *clauses_at(text, position)]
    found += [bare(text, span) for span in around if span is not None]
    return sorted(set(found), key=lambda span: (len(span), span.start))


def _same_words(text: str, outer: Span, inner: Span) -> bool:
    """Tell whether `outer` adds nothing but a full stop or white space: no step of its own."""
    added = text[outer.start : inner.start] + text[inner.end : outer.end]
    return all(one.isspace() or (kind_of(one) is Kind.OTHER and one in ".!?…,;:•") for one in added)
