"""Gamma: tells how far it is, stops when told to, and says where it could not be exact."""

from itertools import combinations, count, pairwise

import numpy as np
import pytest

from app.agreement import gamma
from app.agreement.gamma_alignment import TooMany, disorders, tuples_of
from app.agreement.study import Studied, Work, study_of
from app.alignment.statement import statement
from app.domain.span import Span
from app.errors import Cancelled
from tests.drawn import CROWD, PEOPLE, drawn

SIZES = {"small": drawn(10), "large": drawn(2, units=12, people=CROWD)}


def test_progress_is_told_up_to_the_end():
    told = []
    score = gamma.score(drawn(10), progress=lambda done, total: told.append((done, total)))
    assert told == [(number, 50) for number in range(51)], "each article and its four samples"
    assert score.n == 10
    assert score.low < score.value < score.high


def test_it_stops_when_told_to():
    told = []
    with pytest.raises(Cancelled):
        gamma.score(
            drawn(10),
            progress=lambda *far: told.append(far),
            stopped=lambda: len(told) == 3,
        )
    assert len(told) == 3


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("part", [0, 0.1, 0.5, 0.9, 1])
def test_once_it_was_told_to_stop_nothing_more_is_done(size, part):
    asks = count()
    gamma.score(SIZES[size], stopped=lambda: next(asks) < 0)
    last = round(part * (next(asks) - 1))
    asks = count()
    with pytest.raises(Cancelled):
        gamma.score(SIZES[size], stopped=lambda: next(asks) == last)
    assert next(asks) == last + 1


def test_progress_is_told_within_large_articles_and_it_asks_in_between():
    told, asks = [], []
    gamma.score(
        SIZES["large"],
        progress=lambda *far: told.append((*far, len(asks))),
        stopped=lambda: bool(asks.append(1)),
    )
    assert [far[:2] for far in told] == [(number, 10) for number in range(11)]
    assert min(later[2] - earlier[2] for earlier, later in pairwise(told)) > 9


def test_the_same_seed_gives_the_same_figure():
    study = drawn(4)
    assert gamma.score(study) == gamma.score(study)


def test_one_article_takes_as_many_samples_as_its_precision_needs():
    study = drawn(1)
    score = gamma.article_gamma(study, study.articles[0])
    assert score.n >= gamma.SAMPLES_AT_FIRST
    assert 0 < score.value < 1


def test_articles_that_nobody_marked_have_no_gamma():
    nothing = study_of([Studied("a", 9, dict.fromkeys(PEOPLE, Work()))], annotators=PEOPLE)
    assert gamma.score(nothing).why == "nobody marked anything"
    assert gamma.article_gamma(nothing, nothing.articles[0]).why == "nobody marked anything"


def test_too_many_units_in_the_same_places_are_aligned_two_by_two_and_that_is_said():
    people = "abcde"
    crowd = Work(tuple(statement([Span(at, at + 40)], "x") for at in range(12)))
    article = Studied("a", 60, dict.fromkeys(people, crowd))
    settings = gamma.Settings(samples=1)
    score = gamma.score(study_of([article], annotators=people), settings)
    assert score.value == 1
    assert score.note == "in 1 of 1 articles annotators were aligned two by two"
    assert not gamma.score(drawn(2)).note


def test_articles_with_more_units_weigh_more():
    few = gamma.Disorder("few", observed=0.5, expected=1.0, units=1)
    many = gamma.Disorder("many", observed=0.2, expected=2.0, units=9)
    score = gamma.of_articles(drawn(2), [few, many])
    assert score.value == pytest.approx(1 - (0.5 + 9 * 0.2) / (1.0 + 9 * 2.0))
    assert (few.gamma, many.gamma) == pytest.approx((0.5, 0.9))


def test_where_one_alignment_is_too_much_all_of_the_article_are_the_mean_of_pairs():
    study = SIZES["large"]
    for article, one in zip(study.articles, gamma.article_disorders(study), strict=True):
        works = gamma._works(study, article)
        pairs = [disorders([[pair]], gamma.Settings().weights) for pair in combinations(works, 2)]
        assert one.in_pairs
        assert one.observed == pytest.approx(np.mean([next(found) for found in pairs]))
        assert 0.4 < one.gamma < 1


def test_too_many_tuples_are_given_up_before_they_are_there():
    works = gamma._works(SIZES["large"], SIZES["large"].articles[0])
    asks = count()
    with pytest.raises(TooMany):
        tuples_of(works, gamma.Settings().weights, lambda: next(asks))
    assert next(asks) < 100
