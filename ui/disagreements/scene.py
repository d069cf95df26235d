"""The scene of a case: its sentences, and what everybody who finished the article says there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.agreement.cases import Case, Cases
from app.alignment.statement import Statement
from app.domain.sentences import sentence_at
from app.domain.span import Span
from ui.disagreements.differences import remark, silence
from ui.disagreements.words import Name
from ui.widgets.plain import set_apart

LONGEST = 6_000
"""Code points that are shown of a case; a statement may be as long as its article."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What an annotator says of the words that are shown (positions count from their start).

    `remark` says how it differs from what the case's first says, "" for that one.
    """

    annotator: str
    said: tuple[Statement, ...]
    remark: str
    is_of_pair: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """A case's words within their sentences, `question` among them, and everybody on them."""

    words: str
    question: Span
    voices: tuple[Voice, ...]


def scene_of(cases: Cases, case: Case, text: str, name: Name) -> Scene:
    """Return a case with the voices of its two first, then those of all others."""
    works = cases.works(case.article)
    everybody = [who for who in cases.study.annotators if who in works]
    others = [who for who in everybody if who not in case.pair]
    touching = [
        one for who in everybody for one in works[who].said if _touches(one, case.start, case.end)
    ]
    shown = _sentences(text, touching, case)
    question = Span(case.start - shown.start, min(case.end, shown.end) - shown.start)
    voices = [
        Voice(
            who,
            tuple(_within(works[who].said, shown, case)),
            _remark(cases, case, who, name)
            if any(_touches(one, case.start, case.end) for one in works[who].said)
            else silence(),
            who in case.pair,
        )
        for who in (*case.pair, *others)
    ]
    return Scene(shown.of(text), question, tuple(voices))


def _sentences(text: str, said: Sequence[Statement], case: Case) -> Span:
    """Return the sentences that hold all that is said where the case is."""
    first = min([case.start, *(one.span.start for one in said)])
    last = max([case.end, *(one.span.end for one in said)])
    before, after = sentence_at(text, first), sentence_at(text, last - 1)
    start = first if before is None else min(first, before.start)
    end = last if after is None else max(last, after.end)
    return Span(max(start, case.start - LONGEST // 4), min(end, case.start + LONGEST))


def _within(said: Sequence[Statement], shown: Span, case: Case) -> Iterator[Statement]:
    """Yield what is said there, as positions in what is shown.

    What is only begun there and not in question is left out: it would seem to end where it is cut.
    """
    for one in said:
        if shown.covers(one.span) or _touches(one, case.start, case.end):
            pieces = tuple(_cut(each, shown) for each in one.pieces if each.overlaps(shown))
            if pieces:
                yield Statement(pieces, one.label, one.id)


def _cut(piece: Span, shown: Span) -> Span:
    """Return what of a piece is shown, counted from where that starts."""
    first, last = max(piece.start, shown.start), min(piece.end, shown.end)
    return Span(first - shown.start, last - shown.start)


def _touches(one: Statement, start: int, end: int) -> bool:
    return any(piece.start < end and start < piece.end for piece in one.pieces)


def _remark(cases: Cases, case: Case, who: str, name: Name) -> str:
    """Say how an annotator differs from the first of the pair, or from the one who says something.

    Nobody differs from themselves.
    """
    anchor, said = (case.pair[0], case.left) if case.left else (case.pair[1], case.right)
    if who == anchor:
        return ""
    for other in cases.by_article[case.article]:
        if {anchor, who} == set(other.pair):
            is_reversed = other.pair[0] == who
            if said[0] in (other.right if is_reversed else other.left):
                return remark(other, set_apart(name(anchor)), is_reversed=is_reversed)
    return ""
