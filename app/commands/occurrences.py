"""Marking many places at once, each of which a person has seen and ticked."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.annotation import Annotation
from app.domain.article import Article
from app.domain.assignment import Assignment
from app.domain.label import Label
from app.domain.occurrence import Occurrence
from app.errors import Refused
from app.wording import counted, listed

if TYPE_CHECKING:
    from app.store.transaction import Transaction

GONE = "the article is gone"
OTHER_TEXT = "the words are others now"
DONE_SINCE = "the article has been finished since"
MARKED_SINCE = "they are marked already"


@dataclass(frozen=True, slots=True)
class MarkedAll:
    """What was marked, and how many places were left as they are, by the reason in words."""

    made: tuple[Annotation, ...]
    skipped: Mapping[str, int]


def mark_all(tx: "Transaction", *, label: str, places: Sequence[Occurrence]) -> MarkedAll:
    """Say of each of these places, and of no others, that it carries a label.

    A place is left out where its article, its words or what the person said of it is no longer as
    it was shown; where that leaves nothing it is refused.
    """
    chosen = tx.require(Label, label)
    if chosen.retired:
        raise Refused(f"The label {chosen.name} is retired; the label set's page can restore it.")
    tx.name_step(f"mark {counted(len(places), 'place')} as {chosen.name}")
    person = tx.require_person().id
    made: list[Annotation] = []
    skipped: Counter[str] = Counter()
    by_article: dict[str, list[Occurrence]] = defaultdict(list)
    for place in places:
        by_article[place.article].append(place)
    here = {one.id: one for one in tx.find(Article, id=sorted(by_article))}
    done = _done(tx, person, by_article)
    standing = {
        (one.article, one.spans)
        for one in tx.find(Annotation, annotator=person, label=label, article=sorted(by_article))
    }
    for article, shown in by_article.items():
        text = tx.text(here[article]) if article in here else ""
        for place in shown:
            spans = (place.span,)
            if article not in here:
                skipped[GONE] += 1
            elif here[article].sha256 != place.sha256 or not _stands(text, place):
                skipped[OTHER_TEXT] += 1
            elif article in done and not place.done:
                skipped[DONE_SINCE] += 1
            elif (article, spans) in standing:
                skipped[MARKED_SINCE] += 1
            else:
                standing.add((article, spans))
                made.append(Annotation(tx.new_id(), article, person, label, spans, place.quote))
    if not made:
        raise Refused(_nothing_left(skipped))
    tx.add_many(Annotation, made)
    return MarkedAll(tuple(made), skipped)


def _done(tx: "Transaction", person: str, articles: Iterable[str]) -> set[str]:
    """Return which of these articles the person has said to be finished."""
    said = tx.find(Assignment, annotator=person, article=sorted(articles))
    return {one.article for one in said if one.done}


def _stands(text: str, place: Occurrence) -> bool:
    """Tell whether the words that were shown are in the text, all of them."""
    return place.span.end <= len(text) and place.span.of(text) == place.quote


def _nothing_left(skipped: Mapping[str, int]) -> str:
    if not skipped:
        return "No place is ticked."
    return f"None of these places can be marked any more: {listed(list(skipped))}."
