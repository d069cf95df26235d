"""What an annotation keeps of spans and text, and in which order annotations are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.annotation import Annotation, quote_of, reading_order, spans_in
from app.domain.span import Span
from app.errors import Refused

TEXT = "“The crane,” he said, “had fallen.”"


def said(name: str, *spans: Span) -> Annotation:
    return Annotation(name, "article", "anna", "claim", spans, quote_of(TEXT, spans))


def test_the_quote_runs_from_the_first_piece_to_the_last() -> None:
    assert quote_of(TEXT, [Span(23, 33), Span(1, 10)]) == "The crane,” he said, “had fallen"
    assert said("a", Span(1, 10), Span(23, 33)).span == Span(1, 33)


def test_spans_are_kept_in_order_and_apart() -> None:
    assert spans_in(TEXT, [Span(8, 12), Span(0, 4), Span(4, 5)]) == (Span(0, 5), Span(8, 12))


def test_spans_may_reach_the_end_of_the_text_and_no_further() -> None:
    assert spans_in("four", [Span(0, 4)]) == (Span(0, 4),)
    with pytest.raises(Refused, match="The span 0–5 ends after the article, which has 4"):
        spans_in("four", [Span(0, 5)])
    with pytest.raises(Refused, match="at least one span"):
        spans_in("four", [])


@given(st.permutations([Span(0, 30), Span(0, 12), Span(1, 10), Span(2, 3), Span(20, 21)]))
def test_containers_are_read_before_what_they_contain(spans: list[Span]) -> None:
    ordered = sorted((said(f"{span}", span) for span in spans), key=reading_order)
    assert [one.span for one in ordered] == [
        Span(0, 30),
        Span(0, 12),
        Span(1, 10),
        Span(2, 3),
        Span(20, 21),
    ]


def test_identical_stretches_keep_one_order() -> None:
    assert sorted([said("b", Span(0, 4)), said("a", Span(0, 4))], key=reading_order)[0].id == "a"
