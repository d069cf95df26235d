"""Gamma: tells how far it is, stops when told to, and says where it could not be exact."""

from random import Random

import pytest

from app.agreement import gamma
from app.agreement.study import Studied, Work, study_of
from app.alignment.statement import once_each, statement
from app.domain.span import Span
from app.errors import Cancelled

PEOPLE = "abc"


def drawn(articles, *, units=6, people=PEOPLE, seed=5):
    chance = Random(seed)
    found = []
    for number in range(articles):
        truth = [chance.randrange(380) for _ in range(units)]
        works = {}
        for who in people:
            said = []
            for start in truth:
                first = start + chance.randrange(8)
                end = first + chance.randrange(3, 12)
                said.append(statement([Span(first, end)], chance.choice("xy")))
            works[who] = Work(once_each(said))
        found.append(Studied(str(number), 400, works))
    return study_of(found, annotators=people, resamples=200)


def test_progress_is_told_up_to_the_end():
    told = []
    score = gamma.score(drawn(10), progress=lambda done, total: told.append((done, total)))
    assert told == [(number, 10) for number in range(1, 11)]
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
