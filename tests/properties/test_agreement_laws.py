"""Laws of agreement that hold for every study, whoever annotates and whatever the labels are."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.agreement import MEASURES, OUT_OF_USE
from app.agreement.boundaries import offsets
from app.agreement.confusion import cells
from app.agreement.gamma import Settings, article_disorders
from app.agreement.report import SUMS
from app.agreement.span_counts import RELAXED, STRICT, Boundaries, Matching, pair_rates
from app.agreement.study import Link, Studied, Work, study_of
from app.agreement.view import ALL, View
from app.alignment.statement import Statement, statement
from app.domain.span import Span
from tests.studies import LABELS, PEOPLE, articles, works

unhurried = settings(deadline=None, max_examples=40)

OTHER_NAMES = {"actor": "Zug", "claim": "Ast", "denial": "Mut"}


TIED = {
    "semeval_exact",
    "semeval_partial",
    "semeval_type",
    "relation_f1",
    "relation_f1_conditional",
}
"""What depends on which of several equally good pairings is taken."""

UNTIED = [name for name in SUMS if name not in TIED]
OF_SPANS = [name for name in SUMS if name.startswith(("f1", "semeval", "relation"))]


def values(found, annotators=PEOPLE, labels=LABELS, only=UNTIED):
    """Return measures of a study of these articles, kappa of its pairs, and what they count."""
    study = study_of(found, annotators=annotators, labels=labels, resamples=0)
    asked = {name: SUMS[name](study, ALL) for name in only}
    if "kappa" in only:
        for one, other in study.pairs:
            people = frozenset((annotators[one], annotators[other]))
            asked["kappa", people] = SUMS["kappa"](study, View(among=(one, other)))
    return {what: (sums.total(), sums.n) for what, sums in asked.items()}


def observed(found, annotators=PEOPLE):
    """Return the disorder that gamma starts from, of every article."""
    study = study_of(found, annotators=annotators, labels=LABELS)
    return [one.observed for one in article_disorders(study, Settings(samples=1))]


def gamma_of(found, labels=LABELS):
    study = study_of(found, annotators=PEOPLE, labels=labels, resamples=0)
    return MEASURES["gamma"].score(study).value


def close(one, other):
    return one == other if None in (one, other) else one == pytest.approx(other, abs=1e-9)


def alike(before, after):
    """Tell whether all values are the same, and all that they count."""
    return before.keys() == after.keys() and all(
        close(before[what][0], after[what][0]) and before[what][1] == after[what][1]
        for what in before
    )


def renamed(article):
    works_ = {
        who: Work(
            tuple(Statement(s.pieces, OTHER_NAMES[s.label], s.id) for s in work.said), work.links
        )
        for who, work in article.works.items()
    }
    return replace(article, works=works_)


@unhurried
@given(articles(), st.permutations(PEOPLE))
def test_the_order_of_annotators_does_not_matter(found, people):
    before, after = values(found), values(found, annotators=people)
    assert alike(before, after), (before, after)
    assert observed(found) == pytest.approx(observed(found, annotators=people))


@unhurried
@given(articles())
def test_the_names_of_labels_do_not_matter(found):
    before = values(found)
    others = [renamed(one) for one in found]
    after = values(others, labels=sorted(OTHER_NAMES.values()))
    assert alike(before, after), (before, after)
    assert close(gamma_of(found), gamma_of(others, sorted(OTHER_NAMES.values())))


@unhurried
@given(st.data())
def test_identical_work_scores_one(data):
    found = []
    for number in range(data.draw(st.integers(1, 3))):
        work = data.draw(works(30))
        found.append(Studied(str(number), 30, dict.fromkeys(PEOPLE, work)))
    study = study_of(found, annotators=PEOPLE, labels=LABELS, resamples=0)
    for name, measure in MEASURES.items():
        value = measure.score(study).value
        assert value is None or value == pytest.approx(1), name
    if any(article.works["anna"].said for article in found):
        for name in ("f1", "f1_overlap", "gamma", *OF_SPANS):
            value = MEASURES[name].score(study).value
            assert value == 1 or (value is None and name.startswith("relation")), name


def test_identical_work_scores_one_by_every_measure():
    said = [
        statement([Span(0, 4), Span(6, 9)], "claim", "1"),
        statement([Span(10, 12)], "actor", "2"),
        statement([Span(14, 20)], "denial", "3"),
    ]
    work = Work(tuple(said), (Link("denies", "3", "1"), Link("says", "2", "1")))
    found = [Studied(str(number), 30, dict.fromkeys(PEOPLE, work)) for number in range(2)]
    for people in (PEOPLE, PEOPLE[:2]):
        study = study_of(found, annotators=people, labels=LABELS)
        for name, measure in MEASURES.items():
            score = measure.score(study)
            if name != "kappa" or len(people) == 2:
                assert score.value == pytest.approx(1), name
            if score.value is not None and name not in OUT_OF_USE:
                assert (score.low, score.high) == pytest.approx((1, 1)), name


@unhurried
@given(articles(), st.integers(1, 100))
def test_an_article_that_nobody_marked_leaves_what_counts_spans_alone(found, length):
    more = [*found, Studied("empty", length, dict.fromkeys(PEOPLE, Work()))]
    assert values(found, only=OF_SPANS) == values(more, only=OF_SPANS)
    assert gamma_of(found) == gamma_of(more)
    before, after = (study_of(some, annotators=PEOPLE, labels=LABELS) for some in (found, more))
    assert cells(before) == cells(after)
    assert offsets(before) == offsets(after)


@unhurried
@given(articles(), st.sampled_from(PEOPLE), works(9))
def test_an_article_that_one_alone_finished_leaves_everything_alone(found, who, work):
    more = [*found, Studied("alone", 9, {who: work})]
    assert values(found, only=SUMS) == values(more, only=SUMS)
    assert gamma_of(found) == gamma_of(more)


@unhurried
@given(articles(), st.integers(1, 9), st.sampled_from(PEOPLE), st.sampled_from(LABELS))
def test_furniture_at_the_end_leaves_everything_but_gamma_alone(found, longer, who, label):
    more = []
    for one in found:
        region = Span(one.characters, one.characters + longer)
        inside = Statement((region,), label, "inside")
        own = one.works.get(who)
        added = {} if own is None else {who: replace(own, said=(*own.said, inside))}
        more.append(
            replace(
                one,
                characters=region.end,
                works={**one.works, **added},
                furniture=(*one.furniture, region),
            )
        )
    assert values(found, only=SUMS) == values(more, only=SUMS)


@unhurried
@given(articles())
def test_twice_the_same_articles_have_the_same_figure(found):
    again = [*found, *(replace(one, id=f"{one.id} again") for one in found)]
    once, twice = (
        study_of(some, annotators=PEOPLE, labels=LABELS, resamples=0) for some in (found, again)
    )
    for name in OF_SPANS:
        assert close(SUMS[name](once, ALL).total(), SUMS[name](twice, ALL).total()), name


@unhurried
@given(articles(PEOPLE[:2]), st.sampled_from(Boundaries), st.booleans())
def test_f1_is_symmetric_and_precision_and_recall_change_places(found, boundaries, labels):
    matching = Matching(boundaries, labels)
    one, other = (
        pair_rates(study_of(found, annotators=people, labels=LABELS), (0, 1), matching)
        for people in (PEOPLE[:2], PEOPLE[1::-1])
    )
    assert (one.f1, one.precision, one.recall) == (other.f1, other.recall, other.precision)


@unhurried
@given(articles(PEOPLE[:2]))
def test_what_matches_strictly_matches_by_overlap_too(found):
    study = study_of(found, annotators=PEOPLE[:2], labels=LABELS)
    strict, relaxed = (pair_rates(study, (0, 1), one).matches for one in (STRICT, RELAXED))
    assert strict <= relaxed


@unhurried
@given(articles())
def test_a_label_of_a_study_is_the_study_of_the_label(found):
    study = study_of(found, annotators=PEOPLE, labels=LABELS, resamples=0)
    for number, label in enumerate(LABELS):
        alone = study.of_labels([label])
        for name in ("f1", "f1_overlap", "u_alpha", "alpha", "fleiss_kappa"):
            seen = SUMS[name](study, View(label=number)).total()
            assert close(seen, MEASURES[name].score(alone).value), (name, label)


@unhurried
@given(articles())
def test_a_pair_of_a_study_is_the_study_of_the_pair(found):
    study = study_of(found, annotators=PEOPLE, labels=LABELS, resamples=0)
    for pair in study.pairs:
        alone = study.of_annotators([PEOPLE[who] for who in pair])
        for name in SUMS:
            seen, score = SUMS[name](study, View(among=pair)), MEASURES[name].score(alone)
            assert close(seen.total(), score.value), (name, pair)
            assert seen.n == score.n, (name, pair)


@unhurried
@given(articles())
def test_a_figure_that_is_undefined_says_why(found):
    study = study_of(found, annotators=PEOPLE, labels=LABELS, resamples=50)
    for name, measure in MEASURES.items():
        score = measure.score(study)
        assert (score.value is None) == bool(score.why), name
        if score.low is not None and name not in OUT_OF_USE:
            assert score.low <= score.high, name
