"""Laws of agreement that hold for every study, whoever annotates and whatever the labels are."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.agreement import MEASURES, OUT_OF_USE
from app.agreement.report import SUMS
from app.agreement.span_counts import RELAXED, STRICT, Boundaries, Matching, pair_rates
from app.agreement.study import Studied, Work, study_of
from app.agreement.view import ALL, View
from app.alignment.statement import Statement
from tests.studies import LABELS, PEOPLE, articles, works

unhurried = settings(deadline=None, max_examples=40)

OTHER_NAMES = {"actor": "Zug", "claim": "Ast", "denial": "Mut"}


UNTIED = [name for name in SUMS if not name.startswith(("semeval", "relation"))]
"""What does not depend on which of several equally good pairings is taken."""


def values(found, annotators=PEOPLE, labels=LABELS, only=UNTIED):
    """Return all measures of a study of these articles."""
    study = study_of(found, annotators=annotators, labels=labels, resamples=0)
    return {name: SUMS[name](study, ALL).total() for name in only}


def close(one, other):
    return one == other if None in (one, other) else one == pytest.approx(other, abs=1e-9)


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
    assert all(close(before[name], after[name]) for name in UNTIED), (before, after)


@unhurried
@given(articles())
def test_the_names_of_labels_do_not_matter(found):
    before = values(found)
    after = values([renamed(one) for one in found], labels=sorted(OTHER_NAMES.values()))
    assert all(close(before[name], after[name]) for name in UNTIED), (before, after)


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
        assert MEASURES["f1"].score(study).value == 1
        assert MEASURES["gamma"].score(study).value == 1


@unhurried
@given(articles(), st.integers(1, 100))
def test_an_article_that_nobody_marked_leaves_f1_alone(found, length):
    empty = Studied("empty", length, dict.fromkeys(PEOPLE, Work()))
    only = ("f1", "f1_overlap", "semeval_partial", "relation_f1")
    assert values(found, only=only) == values([*found, empty], only=only)


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
            seen = SUMS[name](study, View(among=pair)).total()
            assert close(seen, MEASURES[name].score(alone).value), (name, pair)


@unhurried
@given(articles())
def test_a_figure_that_is_undefined_says_why(found):
    study = study_of(found, annotators=PEOPLE, labels=LABELS, resamples=50)
    for name, measure in MEASURES.items():
        score = measure.score(study)
        assert (score.value is None) == bool(score.why), name
        if score.low is not None and name not in OUT_OF_USE:
            assert score.low <= score.high, name
