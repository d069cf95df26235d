"""Words found again in a changed text are the same words, and never a guess."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.anchoring import SURROUNDINGS, anchored, places_of
from app.domain.span import Span, outermost, united

letters = st.text(alphabet="ab .\n🙂", min_size=1, max_size=60)


@st.composite
def annotated(draw: st.DrawFn) -> tuple[str, tuple[Span, ...]]:
    """A text with the spans of one annotation in it."""
    text = draw(letters)
    starts = draw(st.lists(st.integers(0, len(text) - 1), min_size=1, max_size=3))
    return text, united(Span(start, min(start + 3, len(text))) for start in starts)


@given(annotated(), letters)
def test_what_is_found_says_the_same(made: tuple[str, tuple[Span, ...]], now: str) -> None:
    was, spans = made
    found = anchored(was, now, spans)
    if found is not None:
        assert [span.of(now) for span in found] == [span.of(was) for span in spans]
        assert outermost(found).of(now) == outermost(spans).of(was)


@given(annotated())
def test_in_the_same_text_nothing_moves(made: tuple[str, tuple[Span, ...]]) -> None:
    was, spans = made
    assert anchored(was, was, spans) in (spans, None)
    if len(places_of(outermost(spans).of(was), was)) == 1:
        assert anchored(was, was, spans) == spans


@given(st.text(alphabet="xyz ", max_size=80), st.text(alphabet="xyz ", max_size=80), letters)
def test_what_is_put_in_far_off_only_shifts_it(ahead: str, behind: str, put_in: str) -> None:
    words = "WORDS"
    near, far = "n" * SURROUNDINGS, "f" * SURROUNDINGS
    was = f"{ahead}{near}{words}{far}{behind}"
    start = len(ahead) + SURROUNDINGS
    found = anchored(was, put_in + was, [Span(start, start + 5)])
    assert found == (Span(start + len(put_in), start + len(put_in) + 5),)
    assert anchored(was, was + put_in, [Span(start, start + 5)]) == (Span(start, start + 5),)


@given(letters, st.integers(1, 20))
def test_of_two_places_that_look_alike_neither_is_taken(around: str, length: int) -> None:
    near = "m" * SURROUNDINGS
    part = f"{near}{'W' * length}{near}"
    was = f"{around}{part}{around}"
    start = len(around) + SURROUNDINGS
    twice = f"{part}{around}{part}"
    assert anchored(was, twice, [Span(start, start + length)]) is None


@given(annotated(), letters)
def test_it_is_found_by_the_texts_alone(made: tuple[str, tuple[Span, ...]], now: str) -> None:
    was, spans = made
    moved = anchored(was, now, spans)
    if moved is not None and len(places_of(outermost(spans).of(now), now)) == 1:
        assert anchored(now, was, moved) in (spans, None)
