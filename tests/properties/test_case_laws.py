"""Laws of cases that hold for every study: what a list shows adds up to what a table says."""

from collections import Counter
from itertools import product
from statistics import fmean as mean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.agreement.boundaries import offsets
from app.agreement.cases import NO_SPAN, Order, Sought, cases, kinds, tally
from app.agreement.confusion import cells
from app.agreement.report import article_lines
from app.agreement.semeval import verdicts
from app.agreement.span_counts import STRICT, f1_sums
from app.agreement.study import Studied, study_of
from app.agreement.view import ALL, View
from app.alignment.disagreements import Kind
from tests.studies import LABELS, PEOPLE, articles, works

unhurried = settings(deadline=None, max_examples=60)

EVERYTHING = Sought(disagreeing_only=False)


def study(found, people=PEOPLE):
    return study_of(found, annotators=people, labels=LABELS, resamples=0)


def f1(of, view=ALL):
    """Return the numerator, the denominator and the value of strict F1 as the report has it."""
    sums = f1_sums(of, STRICT, view)
    top, bottom = sums.rows.sum(axis=0).astype(int).tolist()
    return top, bottom, sums.total()


def summed(found, label=None):
    total = tally(found, label)
    return 2 * total.agreed, total.both_sides, total.f1


def pair_of(of, pair):
    return frozenset(of.annotators[who] for who in pair)


@unhurried
@given(articles())
def test_every_statement_stands_in_exactly_one_case_of_a_pair(found):
    of = study(found)
    all_cases = cases(of)
    for pair in of.pairs:
        one, other = (of.annotators[who] for who in pair)
        for article in of.articles:
            here = all_cases.only(
                Sought(pair=pair_of(of, pair), article=article.id, disagreeing_only=False)
            )
            left = Counter(each for case in here for each in case.left)
            right = Counter(each for case in here for each in case.right)
            if {one, other} <= article.works.keys():
                assert left == Counter(article.works[one].said)
                assert right == Counter(article.works[other].said)
            else:
                assert not here


@unhurried
@given(articles())
def test_cases_add_up_to_f1_of_all_of_each_label_each_pair_and_each_article(found):
    of = study(found)
    all_cases = cases(of)
    assert summed(all_cases.only(EVERYTHING)) == f1(of)
    for number, label in enumerate(of.labels):
        here = all_cases.only(Sought(label=label, disagreeing_only=False))
        assert summed(here, label) == f1(of, View(label=number))
        assert tally(here, label) == tally(all_cases.all, label)
    for pair in of.pairs:
        here = all_cases.only(Sought(pair=pair_of(of, pair), disagreeing_only=False))
        assert summed(here) == f1(of, View(among=pair))
        for number, label in enumerate(of.labels):
            assert summed(here, label) == f1(of, View(label=number, among=pair))
    for line in article_lines(of):
        here = all_cases.only(Sought(article=line.id, disagreeing_only=False))
        assert summed(here)[2] == line.f1


@unhurried
@given(articles())
def test_an_annotators_cases_are_those_of_their_pairs(found):
    of = study(found)
    for who, name in enumerate(of.annotators):
        here = cases(of).only(Sought(annotator=name, disagreeing_only=False))
        sums = [f1(of, View(among=pair))[:2] for pair in of.pairs if who in pair]
        assert summed(here)[:2] == tuple(map(sum, zip(*sums, strict=True)))


@unhurried
@given(articles())
def test_each_cell_of_the_table_of_labels_counts_its_cases(found):
    of = study(found)
    all_cases, table = cases(of), cells(of)
    names = (*of.labels, NO_SPAN)
    for cell in product(names, names):
        here = all_cases.only(Sought(cell=cell, disagreeing_only=False))
        number = sum(case.cells.count(cell) for case in here)
        assert number == table.get(cell[0], {}).get(cell[1], 0), cell


@unhurried
@given(articles())
def test_offsets_are_those_of_partners_with_the_same_label(found):
    of = study(found)
    partners = [
        (case.left[case.partners[0]], case.right[case.partners[1]])
        for case in cases(of).all
        if case.partners is not None
    ]
    for view, label in [(ALL, None), *((View(label=n), of.labels[n]) for n in range(3))]:
        same = [
            (one.span, other.span)
            for one, other in partners
            if one.label == other.label and label in (None, one.label)
        ]
        told = offsets(of, view)
        assert told.n == len(same)
        if same:
            assert told.start_mean == pytest.approx(mean(b.start - a.start for a, b in same))
            assert told.end_mean == pytest.approx(mean(b.end - a.end for a, b in same))


@unhurried
@given(articles(PEOPLE[:2]))
def test_what_is_agreed_is_what_is_strictly_correct(found):
    of = study(found, PEOPLE[:2])
    assert kinds(cases(of).all)[None] == verdicts(of, "strict").correct


@unhurried
@given(articles())
def test_a_kind_says_what_the_sides_look_like(found):
    for case in cases(study(found)).all:
        one, other = ([each.label for each in side] for side in (case.left, case.right))
        same_place = [each.pieces for each in case.left] == [each.pieces for each in case.right]
        expected = {
            None: one == other and same_place,
            Kind.LABEL: one != other and same_place,
            Kind.BOUNDARY: one == other and not same_place,
            Kind.BOTH: one != other and not same_place,
            Kind.MISSING: sorted([len(one), len(other)]) == [0, 1],
            Kind.SPLIT: len(one) + len(other) > 2 and len({*one, *other}) == 1,
        }
        assert expected[case.kind]
        assert (case.partners is None) is (case.kind is Kind.MISSING)
        assert len(case.cells) == len(case.said) - (case.partners is not None)


@unhurried
@given(st.data())
def test_where_everything_is_equal_all_is_agreed(data):
    work = data.draw(works(30))
    of = study([Studied("a", 30, dict.fromkeys(PEOPLE, work))])
    assert not cases(of).only(Sought())
    assert tally(cases(of).all).agreed == len(work.said) * len(of.pairs)


@unhurried
@given(articles(), st.sampled_from(Order))
def test_another_order_shows_the_same_cases_and_keeps_reading_order_within(found, by):
    all_cases = cases(study(found))
    shown = all_cases.only(EVERYTHING)
    ordered = all_cases.ordered(shown, by)
    assert sorted(map(shown.index, ordered)) == sorted(map(shown.index, shown))
    alike = {
        Order.PLACE: type,
        Order.LABEL: lambda case: case.said[0].label,
        Order.PAIR: lambda case: case.pair,
        Order.ARTICLE: lambda case: case.article,
        Order.SIZE: lambda case: case.size,
    }[by]
    for key in set(map(alike, shown)):
        assert [one for one in ordered if alike(one) == key] == [
            one for one in shown if alike(one) == key
        ]


@unhurried
@given(articles())
def test_cases_come_as_they_are_read(found):
    of = study(found)
    place = {article.id: number for number, article in enumerate(of.articles)}
    starts = [(place[case.article], case.start) for case in cases(of).all]
    assert starts == sorted(starts)


@pytest.mark.parametrize("kind", [*Kind])
@given(found=articles())
@settings(deadline=None, max_examples=10)
def test_a_kind_can_be_asked_for_alone(kind, found):
    all_cases = cases(study(found))
    assert len(all_cases.only(Sought(kind=kind))) == kinds(all_cases.all)[kind]
