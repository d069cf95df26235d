"""Figures are right where hardly anything is marked in a thousand articles of ten megabytes."""

from fractions import Fraction

import pytest

from app.agreement import MEASURES
from app.agreement.study import Studied, Work, study_of
from app.agreement.u_alpha_family import singles, whole_sums
from app.alignment.statement import statement
from app.domain.span import Span

LENGTH, ARTICLES = 10_000_000, 1_000
MARKED, APART = 2, 1  # characters that each marked; of these, what the other did not
EXACT = {"rel": 1e-9}


def said(start, end, label="claim"):
    return statement([Span(start, end)], label)


def corpus(anna, ben):
    """Return a study in which all but the first article are without a mark."""
    works = {"anna": Work(anna), "ben": Work(ben)}
    empty = dict.fromkeys(works, Work())
    rest = [Studied(str(number), LENGTH, empty) for number in range(1, ARTICLES)]
    return study_of([Studied("0", LENGTH, works), *rest], annotators=list(works), resamples=0)


@pytest.fixture(scope="module")
def rare():
    """Two annotators who marked two characters each, one of them the same."""
    return corpus((said(0, MARKED),), (said(APART, MARKED + APART),))


def test_u_alpha_of_what_is_rare(rare):
    n = 2 * LENGTH * ARTICLES
    marked = 2 * MARKED
    selves = 2 * MARKED**2 + n - marked
    expected = Fraction(2 * marked * (n - marked), n * n - selves)
    value = float(1 - Fraction(4 * APART, n) / expected)
    for score in (MEASURES["u_alpha"].score(rare), MEASURES["u_alpha_marked"].score(rare)):
        assert score.value == pytest.approx(value, **EXACT)
    assert whole_sums(rare).total() == pytest.approx(value, **EXACT)


def test_kappa_of_what_is_rare(rare):
    n = LENGTH * ARTICLES
    marked = Fraction(MARKED, n)
    chance = marked**2 + (1 - marked) ** 2
    value = float((1 - Fraction(2 * APART, n) - chance) / (1 - chance))
    for name in ("kappa", "fleiss_kappa"):
        assert MEASURES[name].score(rare).value == pytest.approx(value, **EXACT), name


def test_alpha_of_what_is_rare(rare):
    n = 2 * LENGTH * ARTICLES
    marked = 2 * MARKED
    expected = Fraction(2 * marked * (n - marked), n * (n - 1))
    value = float(1 - Fraction(4 * APART, n) / expected)
    for name in ("alpha", "alpha_masi"):
        assert MEASURES[name].score(rare).value == pytest.approx(value, **EXACT), name


def test_labels_that_are_rare_beside_others_are_compared():
    works = [Work((said(0, LENGTH - 3), said(LENGTH - 3, LENGTH, "denial")))] * 2
    whole = [Work((said(0, LENGTH),))] * 2
    articles = [Studied("0", LENGTH, dict(zip("ab", works, strict=True)))]
    articles += [
        Studied(str(number), LENGTH, dict(zip("ab", whole, strict=True)))
        for number in range(1, ARTICLES)
    ]
    found = study_of(articles, annotators="ab", resamples=0)
    assert MEASURES["u_alpha_labels"].score(found).value == 1
    assert [one.value for one in singles(found) or ()] == [1, 1]
