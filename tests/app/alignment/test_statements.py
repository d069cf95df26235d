"""Statements: once each, and outside furniture."""

import pytest

from app.alignment.statement import once_each, statement, trimmed
from app.domain.span import Span


def said(*spans, label="claim"):
    return statement([Span(*span) for span in spans], label)


def test_the_same_words_under_the_same_label_count_once_and_in_reading_order():
    first, nested, other = said((0, 9)), said((0, 4)), said((0, 9), label="actor")
    assert once_each([nested, first, first, other]) == (other, first, nested)


def test_pieces_that_touch_are_one():
    assert said((0, 4), (4, 9)) == said((0, 9))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([(0, 9)], [(0, 9)]),
        ([(10, 20)], None),
        ([(12, 15)], None),
        ([(5, 15)], [(5, 10)]),
        ([(15, 25)], [(20, 25)]),
        ([(5, 25)], [(5, 25)]),
        ([(5, 20)], [(5, 10)]),
        ([(2, 6), (12, 14)], [(2, 6)]),
        ([(12, 42)], [(20, 40)]),
    ],
)
def test_what_lies_in_furniture_is_not_there_and_what_goes_round_it_stays_whole(before, after):
    furniture = (Span(10, 20), Span(40, 50))
    found = trimmed(said(*before), furniture)
    assert found == (None if after is None else said(*after))
