from hypothesis import given
from hypothesis import strategies as st

from ui.reading.display_text import LONGEST, displayed, has_endless_run


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(
    st.text(
        st.characters(exclude_categories=("Cs",))
        | st.sampled_from("\x00\x07\x1b\x7f\x85\r\ufeff\ufffe\ufdd0\u2029 \n\t😀"),
        max_size=50,
    )
)
def test_every_character_keeps_its_place_in_both_countings(text: str) -> None:
    shown = displayed(text)
    assert len(shown) == len(text)
    assert [units(character) for character in shown] == [units(character) for character in text]


def test_controls_are_seen_and_tabs_and_line_feeds_work() -> None:
    assert displayed("a\x07b\tc\nd\x7f") == "a␇b\tc\nd␡"


def test_a_leading_mark_that_qt_would_swallow_keeps_its_place() -> None:
    assert displayed("\ufeffab") == "\u2060ab"


def test_no_break_spaces_and_quotes_are_shown_as_they_are() -> None:
    text = "“A\u00a0B”\u2028c"
    assert displayed(text) == text


def test_an_overlong_paragraph_is_broken_at_spaces_only() -> None:
    text = "some words " * 2_000
    shown = displayed(text)
    assert shown.replace("\n", " ") == text
    assert max(map(len, shown.split("\n"))) <= LONGEST


def test_a_run_without_spaces_is_not_torn() -> None:
    text = "start " + "x" * (3 * LONGEST) + " end"
    assert displayed(text).split() == text.split()


def test_only_a_run_that_never_ends_is_wrapped_anywhere() -> None:
    assert has_endless_run("start " + "x" * (LONGEST + 1))
    assert not has_endless_run("some words " * LONGEST)
