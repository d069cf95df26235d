"""Spans are half-open stretches; uniting and taking away keep exactly the right code points."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.span import Span, outermost, united, without
from app.errors import Refused

some_span = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(
    lambda drawn: Span(drawn[0], sum(drawn))
)
some_spans = st.lists(some_span, max_size=8)


def points(spans: list[Span] | tuple[Span, ...]) -> set[int]:
    return {point for span in spans for point in range(span.start, span.end)}


def is_tidy(spans: tuple[Span, ...]) -> bool:
    return all(one.end < other.start for one, other in pairwise(spans))


@pytest.mark.parametrize(("start", "end"), [(0, 0), (5, 5), (5, 4), (-1, 3)])
def test_a_span_is_never_empty_and_never_before_the_text(start: int, end: int) -> None:
    with pytest.raises(Refused, match="begin at 0 or later and end after its start"):
        Span(start, end)


def test_a_span_covers_its_start_and_not_its_end() -> None:
    assert Span(4, 8).of("the crane") == "cran"
    assert len(Span(4, 8)) == 4


@given(some_span, some_span)
def test_spans_overlap_where_they_share_a_code_point(one: Span, other: Span) -> None:
    assert one.overlaps(other) == bool(points([one]) & points([other])) == other.overlaps(one)


@given(some_span, some_span)
def test_a_span_covers_another_whose_points_are_all_its_own(one: Span, other: Span) -> None:
    assert one.covers(other) == (points([other]) <= points([one]))


@given(some_spans)
def test_uniting_keeps_the_code_points_in_the_fewest_spans(spans: list[Span]) -> None:
    result = united(spans)
    assert points(result) == points(spans)
    assert is_tidy(result)


@given(some_spans)
def test_uniting_twice_is_uniting_once_in_any_order(spans: list[Span]) -> None:
    assert united(united(spans)) == united(spans) == united(reversed(spans))


@given(some_spans, some_span)
def test_taking_away_leaves_every_other_code_point(spans: list[Span], gone: Span) -> None:
    result = without(spans, gone)
    assert points(result) == points(spans) - points([gone])
    assert is_tidy(result)


@given(some_spans, some_span)
def test_what_is_taken_away_and_put_back_is_there_again(spans: list[Span], gone: Span) -> None:
    assert united((*without(spans, gone), gone)) == united((*spans, gone))


@given(some_spans.filter(bool))
def test_the_outermost_span_is_the_shortest_that_covers_all(spans: list[Span]) -> None:
    outer = outermost(spans)
    assert all(outer.covers(span) for span in spans)
    assert (outer.start, outer.end) == (min(points(spans)), max(points(spans)) + 1)
