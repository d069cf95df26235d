"""Looking for something in all articles: what is found comes in pages, then it is counted."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from app.domain.assignment import State
from app.domain.excerpt import Excerpt, excerpt
from app.domain.sought import Sought
from app.domain.span import Span
from app.errors import Cancelled
from app.queries.article_list import article_list
from app.queries.corpus import Marked, Narrowing, Searched, articles_with, marked_in, searched
from app.search.corpus import Corpus, Stopped

MOST_SHOWN = 5
"""So many places of one article are shown; the others are counted."""

MOST_COUNTED = 2_000
"""In so many articles places are counted; more say nothing that somebody needs to know."""

_AT_ONCE = 40


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place in an article, its excerpt, and the labels that this person gave to its words."""

    span: Span
    excerpt: Excerpt
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article in which something was found: what is known of it, and its first places.

    There is no place at all where only articles were asked for. `following` is the first place
    that is not among them, None where there is none.
    """

    id: str
    title: str
    source: str
    published: str
    state: State
    places: tuple[FoundPlace, ...]
    count: int
    following: Span | None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many places and articles there are, or, where it is not exact, how many at least."""

    places: int
    articles: int
    is_exact: bool = True


class Look:
    """One search over all articles, as one annotator sees them."""

    def __init__(
        self, corpus: Corpus, sought: Sought, narrowing: Narrowing, *, annotator: str | None
    ) -> None:
        self.sought = sought
        self.narrowing = narrowing
        self._corpus = corpus
        self._project = corpus.project
        self._annotator = annotator
        self._found: Iterator[FoundArticle] | None = None
        self._stopped: Stopped = lambda: False

    def again(self) -> "Look":
        """Return the same search from its beginning, to be followed on another thread."""
        return Look(self._corpus, self.sought, self.narrowing, annotator=self._annotator)

    def page(self, size: int, stopped: Stopped) -> list[FoundArticle]:
        """Return the next articles, `size` of them unless there are no more.

        Raises `Cancelled` when stopped.
        """
        self._stopped = stopped
        if self._found is None:
            self._found = self._articles()
        return list(islice(self._found, size))

    def tally(self, stopped: Stopped, told: Callable[[Tally], None]) -> Tally:
        """Count everything; `told` learns now and then how much there is so far."""
        self._stopped = stopped
        places = articles = looked_at = 0
        for chunk in self._chunks():
            for _, spans, _ in self._hits(chunk):
                places += len(spans)
                articles += 1
            looked_at += len(chunk)
            if looked_at >= MOST_COUNTED:
                return Tally(places, articles, is_exact=False)
            told(Tally(places, articles, is_exact=False))
        return Tally(places, articles)

    def _articles(self) -> Iterator[FoundArticle]:
        for chunk in self._chunks():
            for article, spans, marked in self._hits(chunk):
                yield from self._shown(article, spans, marked)

    def _chunks(self) -> Iterator[Sequence[Searched]]:
        """Yield the articles in which it may be found, some at a time, in order."""
        ask = self._project.ask
        if self.sought.terms and not self.narrowing:
            for hashes in self._corpus.matching(self.sought, at_once=_AT_ONCE):
                yield ask(articles_with, hashes=hashes)
            return
        articles = ask(searched, narrowing=self.narrowing, annotator=self._annotator)
        if self.sought.terms:
            proposed = self._corpus.all_matching(self.sought)
            articles = [one for one in articles if one.sha256 in proposed]
        for start in range(0, len(articles), _AT_ONCE):
            yield articles[start : start + _AT_ONCE]

    def _hits(
        self, chunk: Sequence[Searched]
    ) -> Iterator[tuple[Searched, Sequence[Span], Sequence[Marked]]]:
        """Yield those of the articles in which it is found, where, and what is marked there."""
        marked = self._project.ask(
            marked_in, articles=[one.id for one in chunk], annotator=self._annotator
        )
        for article in chunk:
            if self._stopped():
                raise Cancelled
            here = marked.get(article.id, [])
            spans = self._places(article, [one for one in here if self._counts(one)])
            if spans is not None:
                yield article, spans, here

    def _places(self, article: Searched, counting: Sequence[Marked]) -> Sequence[Span] | None:
        """Return the places in an article; None where it is not one of those looked for."""
        pieces = sorted({span for one in counting for span in one.spans})
        spans: Sequence[Span] = ()
        if self.sought:
            text = self._project.text(article.sha256)
            spans = self.sought.places(text)
            if not (spans if self.sought.terms else self.sought.is_in(text)):
                return None
        if self.narrowing.is_within_annotations:
            if self.sought.terms:
                spans = [span for span in spans if any(piece.covers(span) for piece in pieces)]
            else:
                spans = pieces
            return spans or None
        return spans

    def _counts(self, one: Marked) -> bool:
        narrowing = self.narrowing
        return (not narrowing.labels or one.label in narrowing.labels) and (
            one.unsure or not narrowing.unsure
        )

    def _shown(
        self, article: Searched, spans: Sequence[Span], marked: Sequence[Marked]
    ) -> Iterator[FoundArticle]:
        text = self._project.text(article.sha256) if spans else ""
        places = tuple(
            FoundPlace(span, excerpt(text, span), _labels_at(span, marked))
            for span in spans[:MOST_SHOWN]
        )
        following = spans[MOST_SHOWN] if len(spans) > MOST_SHOWN else None
        for row in self._project.ask(article_list, annotator=self._annotator, only=article.id):
            yield FoundArticle(
                row.id,
                row.title,
                row.source,
                row.published,
                row.state,
                places,
                len(spans),
                following,
            )


def _labels_at(span: Span, marked: Sequence[Marked]) -> tuple[str, ...]:
    """Return the labels of the annotations that cover a place, the outer ones first."""
    found = (one.label for one in marked if any(piece.covers(span) for piece in one.spans))
    return tuple(dict.fromkeys(found))
