"""Excerpts show words in their sentence."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.excerpt import REACH, excerpt
from app.domain.span import Span


def test_it_is_the_sentence_and_no_more() -> None:
    text = "It rained. The mayor said so. Nobody heard."
    start = text.index("mayor")
    shown = excerpt(text, Span(start, start + 5))
    assert (shown.before, shown.words, shown.after) == ("The ", "mayor", " said so.")


def test_a_long_sentence_is_cut_at_words_on_either_side() -> None:
    text = "before " * 100 + "HERE" + " after" * 100
    start = text.index("HERE")
    shown = excerpt(text, Span(start, start + 4))
    assert shown.before.startswith("…before ")
    assert shown.after.endswith("after…")
    assert len(str(shown)) <= 2 * REACH + 6


@given(st.text(min_size=1), st.data())
def test_the_words_are_those_of_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert excerpt(text, Span(start, end)).words == text[start:end]
