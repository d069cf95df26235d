"""Where else do the words of an annotation stand, as one annotator sees it?"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from app.domain.annotation import Annotation
from app.domain.finding import FoldedText, Wanted, alike, find, possessive_end
from app.domain.occurrence import Occurrence
from app.domain.sentences import sentence_at
from app.domain.span import Span
from app.queries.article_view import annotations_of
from app.store.tables.articles import articles
from app.store.tables.assignments import assignments
from app.store.tables.texts import texts

PAGE = 50
"""Articles that are read at a time: other questions can be asked in between."""

_AROUND = 160
"""From this many characters before or after the words a sentence is shown only in part."""


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """One place: the words with their sentence, or the part of it that is around them.

    `same_case` tells whether the words are written with the same capitals; `labels` are those, by
    id, that the annotator has given to words that overlap these.
    """

    occurrence: Occurrence
    before: str
    after: str
    same_case: bool
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundIn:
    """The places in one article, in reading order."""

    article: str
    title: str
    source: str
    done: bool
    places: tuple[FoundPlace, ...]


@dataclass(frozen=True, slots=True)
class OccurrencePage:
    """What a few articles hold; `already` counts the places that are marked so, and left out.

    `searched` counts the articles, and `last` is the id of the last one, "" after all of them.
    """

    found: tuple[FoundIn, ...]
    already: int
    searched: int
    last: str


def occurrences(
    connection: Connection,
    *,
    origin: Annotation,
    only: str | None = None,
    after: str = "",
) -> OccurrencePage:
    """Return where the words of `origin` stand again in `only` one article, or in the next few.

    Those come in the order of their ids, beginning behind the article `after`. Words count as whole
    words only, as its annotator sees them, and the place of `origin` itself counts nowhere.
    """
    words, annotator = origin.quote, origin.annotator
    query = (
        select(articles.c.id, articles.c.title, articles.c.source, articles.c.sha256, texts.c.text)
        .join(texts, texts.c.sha256 == articles.c.sha256)
        .order_by(articles.c.id)
        .limit(PAGE)
    )
    query = query.where(articles.c.id > after if only is None else articles.c.id == only)
    rows = connection.execute(query).all()
    hits = [(row, spans) for row in rows if (spans := _standing(row.text, words))]
    done = _done(connection, annotator, [row.id for row, _ in hits])
    found, already = [], 0
    for row, spans in hits:
        said = annotations_of(connection, article=row.id, annotator=annotator)
        places = []
        for span in spans:
            marked = _marked(row.text, span, origin.label, said)
            if marked is None:
                places.append(_place(row, span, words, said, done=row.id in done))
            else:
                already += marked.id != origin.id
        if places:
            found.append(FoundIn(row.id, row.title, row.source, row.id in done, tuple(places)))
    is_end = only is not None or len(rows) < PAGE
    return OccurrencePage(tuple(found), already, len(rows), "" if is_end else rows[-1].id)


def _standing(text: str, words: str) -> list[Span]:
    return list(find(FoldedText(text), Wanted(words, whole_words=True)))


def _marked(text: str, span: Span, label: str, said: Sequence[Annotation]) -> Annotation | None:
    """Return what says that these words carry the label, be it with the ’s that follows them."""
    ends = (span.end, possessive_end(text, span.end))
    return next(
        (
            one
            for one in said
            if one.label == label
            and len(one.spans) == 1
            and one.span.start == span.start
            and one.span.end in ends
        ),
        None,
    )


def _place(
    row: Sequence[str], span: Span, words: str, said: Sequence[Annotation], *, done: bool
) -> FoundPlace:
    article, _, _, sha256, text = row
    sentence = sentence_at(text, span.start) or span
    start = max(min(sentence.start, span.start), span.start - _AROUND)
    end = min(max(sentence.end, span.end), span.end + _AROUND)
    quote = span.of(text)
    labels = [one.label for one in said if any(piece.overlaps(span) for piece in one.spans)]
    return FoundPlace(
        Occurrence(article, sha256, span, quote, done=done),
        before=("…" if start > sentence.start else "") + text[start : span.start],
        after=text[span.end : end] + ("…" if end < sentence.end else ""),
        same_case=alike(quote, words, match_case=True),
        labels=tuple(dict.fromkeys(labels)),
    )


def _done(connection: Connection, annotator: str, ids: Sequence[str]) -> set[str]:
    """Return which of these articles the annotator has said to be finished."""
    query = select(assignments.c.article).where(
        assignments.c.annotator == annotator, assignments.c.done, assignments.c.article.in_(ids)
    )
    return set(connection.execute(query).scalars())
