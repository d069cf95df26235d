"""F1 of relations: the same kind of relation between statements that correspond.

A relation is (kind, source, target), directed, and counts once. Endpoints correspond by the pairing
of `app/alignment/pairing.py` (aligned), or only where they are identical (exact). Since relations
inherit the disagreement about spans, the conditional score looks only at those whose endpoints
correspond on both sides. F1 as for spans. A target in another article corresponds by that article's
pairing, and the relation counts where its source is; relations into an article that not both
finished are left out. `n` counts the relations that are compared with somebody's.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from app.agreement.aligned import aligned, equal_pairs
from app.agreement.score import Score
from app.agreement.span_counts import Rates, rates
from app.agreement.study import Study
from app.agreement.sums import Sums, ratio, scored
from app.agreement.view import ALL, View
from app.alignment.stretches import Integers


class Endpoints(StrEnum):
    """When two relations' endpoints correspond, and which relations are looked at."""

    EXACT = "exact"
    ALIGNED = "aligned"
    CONDITIONAL = "conditional"


Place = tuple[int, str]
"""A statement: the number of its article among those that count, and its id."""

Found = tuple[str, Place, Place]


@dataclass(frozen=True, slots=True)
class Counts:
    """Relations by article: those that match, the reference's and the response's."""

    matches: Integers
    left: Integers
    right: Integers


def aligned_score(study: Study) -> Score:
    """Return F1 of relations whose endpoints are aligned."""
    return scored(endpoint_sums(Endpoints.ALIGNED, study), study)


def exact_score(study: Study) -> Score:
    """Return F1 of relations whose endpoints are identical."""
    return scored(endpoint_sums(Endpoints.EXACT, study), study)


def conditional_score(study: Study) -> Score:
    """Return F1 of relations, only those whose endpoints both have a counterpart."""
    return scored(endpoint_sums(Endpoints.CONDITIONAL, study), study)


def endpoint_sums(endpoints: Endpoints, study: Study, view: View = ALL) -> Sums:
    """Return 2·TP and |A|+|B| by article; a label has no relations of its own."""
    rows = np.zeros((study.columns.articles, 2))
    compared: set[tuple[int, Found]] = set()
    if view.label is None:
        for pair in view.pairs(study):
            found = counts(study, pair, endpoints)
            rows[:, 0] += 2 * found.matches
            rows[:, 1] += found.left + found.right
            for who, links in zip(pair, _compared(study, pair, endpoints), strict=True):
                compared.update((who, link) for link in links)
    why = view.why_nothing(study) or _why_none(endpoints, study, view)
    return Sums(rows[view.articles(study)], ratio, len(compared), why)


def _why_none(endpoints: Endpoints, study: Study, view: View) -> str:
    """Return why no relation is compared in a view."""
    if view.label is not None:
        return "it looks at all labels together"
    if not any(_relations(study, who) for who in view.annotators(study)):
        return "there are no relations"
    if endpoints is Endpoints.CONDITIONAL:
        return "there is no relation with ends that both marked"
    return "there is no relation within articles that both finished"


def pair_rates(
    study: Study, pair: tuple[int, int], endpoints: Endpoints, *, kinds: bool = True
) -> Rates:
    """Return the rates of one pair; with `kinds` false any kind matches any other."""
    found = counts(study, pair, endpoints, kinds=kinds)
    return rates(*(int(one.sum()) for one in (found.matches, found.left, found.right)))


def counts(
    study: Study, pair: tuple[int, int], endpoints: Endpoints, *, kinds: bool = True
) -> Counts:
    """Return how many relations of a pair match, in all counting articles."""
    partner = _partners(study, pair, exact=endpoints is Endpoints.EXACT)
    left, right = (
        side if kinds else {("", *link[1:]) for link in side}
        for side in _compared(study, pair, endpoints)
    )
    matched = {
        (kind, source, target)
        for kind, source, target in left
        if (kind, partner.get(source), partner.get(target)) in right
    }
    return Counts(*(_by_article(some, study.columns.articles) for some in (matched, left, right)))


def _compared(
    study: Study, pair: tuple[int, int], endpoints: Endpoints
) -> tuple[set[Found], set[Found]]:
    """Return the relations of both sides that are looked at."""
    present = study.columns.present
    both = present[pair[0]] & present[pair[1]]
    left, right = (
        {link for link in _relations(study, who) if both[link[1][0]] and both[link[2][0]]}
        for who in pair
    )
    if endpoints is not Endpoints.CONDITIONAL:
        return left, right
    partner = _partners(study, pair, exact=False)
    partners = set(partner.values())
    return (
        {link for link in left if link[1] in partner and link[2] in partner},
        {link for link in right if link[1] in partners and link[2] in partners},
    )


def _by_article(links: set[Found], articles: int) -> Integers:
    return np.bincount(
        np.array([source[0] for _, source, _ in links], np.int64), minlength=articles
    )


def _relations(study: Study, who: int) -> set[Found]:
    """Return an annotator's relations between statements of articles that count."""
    name = study.annotators[who]
    place = {article.id: number for number, article in enumerate(study.counting)}
    found = set()
    for number, article in enumerate(study.counting):
        work = article.works.get(name)
        for link in work.links if work else ():
            there = place.get(link.article, -1) if link.article else number
            if there >= 0:
                found.add((link.kind, (number, link.source), (there, link.target)))
    return found


def _partners(study: Study, pair: tuple[int, int], *, exact: bool) -> dict[Place, Place]:
    """Return which statement of the first annotator corresponds to which of the second."""
    if not any(_relations(study, who) for who in pair):
        return {}
    pairing = aligned(study, pair)
    left, right = (_places(study, who) for who in pair)
    pieces, labels = equal_pairs(study, pair)
    same = (pieces & labels).tolist()
    return {
        left[i]: right[j]
        for i, j, identical in zip(pairing.left.tolist(), pairing.right.tolist(), same, strict=True)
        if identical or not exact
    }


def _places(study: Study, who: int) -> list[Place]:
    """Return an annotator's statements in the order in which the columns number them."""
    name = study.annotators[who]
    return [
        (number, one.id)
        for number, article in enumerate(study.counting)
        if name in article.works
        for one in article.works[name].said
    ]
