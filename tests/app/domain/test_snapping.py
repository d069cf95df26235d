import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.snapping import nearest_end, nearest_start, snapped
from app.domain.words import words_in

TEXTS = st.text(st.sampled_from("abcS .,-'’“”\"()\u00a0\n•9中"), min_size=1, max_size=40)


def meant(source: str, *, keep_quotes: bool) -> str | None:
    """Snap what stands between the bars, as in `The go|al was s|et`."""
    start, end = source.index("|"), source.rindex("|") - 1
    text = source.replace("|", "")
    span = snapped(text, start, end, keep_quotes=keep_quotes)
    return None if span is None else span.of(text)


@pytest.mark.parametrize(
    ("drag", "statement", "name"),
    [
        ("r|eports the e|nd", "reports the", "reports the"),
        ("the m|inister sai|d", "minister said", "minister said"),
        ("ea|st o|f", "east", "east"),
        ("w|o|rd", "word", "word"),
        ("in | • On May 22, |he", "On May 22", "On May 22"),
        ("the\u00a0|\u00a0harbour,\u00a0|and", "harbour", "harbour"),
        ("|“The goal of it,” |he", "“The goal of it,”", "The goal of it"),
        ("|“The goal of it|,” he", "The goal of it", "The goal of it"),
        ("“|The goal of it,”| he", "The goal of it", "The goal of it"),
        ("|“Halt!”, |he said", "“Halt!”", "Halt"),
        ("the |(HBD)| said", "(HBD)", "HBD"),
        ("|Harbour Board (HBD),| it", "Harbour Board (HBD)", "Harbour Board (HBD)"),
        ("|“Gull” group| left", "“Gull” group", "“Gull” group"),
        ("|«Mewa» | said", "«Mewa»", "Mewa"),
        ("|„Möwe“, | said", "„Möwe“", "Möwe"),
        ("the |U.S.| left", "U.S.", "U.S."),
        ("in the |families' fear,| he", "families' fear", "families' fear"),
        ("he said |yes.| Then", "yes", "yes"),
        ("报|道说|台", "道说", "道说"),
        ("so| , |so", None, None),
        ("so |• |so", None, None),
    ],
)
def test_a_sloppy_drag_means_words(drag: str, statement: str | None, name: str | None) -> None:
    assert meant(drag, keep_quotes=True) == statement
    assert meant(drag, keep_quotes=False) == name


@given(TEXTS, st.data(), st.booleans())
def test_a_drag_over_words_never_comes_to_nothing(
    text: str, data: st.DataObject, keep_quotes: bool
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = snapped(text, start, end, keep_quotes=keep_quotes)
    touched = list(words_in(text, start, end))
    assert (span is None) == (not touched)
    if span is not None:
        assert any(span.overlaps(word) for word in touched)
        assert not span.of(text)[0].isspace()
        assert not span.of(text)[-1].isspace()


@given(TEXTS, st.data(), st.booleans())
def test_what_is_snapped_already_stays(text: str, data: st.DataObject, keep_quotes: bool) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    once = snapped(text, start, end, keep_quotes=keep_quotes)
    if once is not None:
        assert snapped(text, once.start, once.end, keep_quotes=keep_quotes) == once


def test_a_dragged_edge_rests_at_words_and_at_the_marks_around_them() -> None:
    text = "he said: “The goal,” and left"
    quote = text.index("“")
    assert nearest_start(text, quote) == quote
    assert nearest_start(text, quote + 2) == quote + 1
    assert nearest_end(text, text.index(" and") - 1) in (text.index(",”"), text.index(" and"))
    assert nearest_end(text, text.index(" and")) == text.index(" and")
    assert nearest_end(text, text.index("goal") + 3) == text.index("goal") + 4
