"""The bracket notation that other tests are written in says what it seems to say."""

import pytest

from app.domain.span import Span
from tests.marked import Mark, marked


def test_brackets_become_marks_and_leave_the_text() -> None:
    article = marked("[The minister|actor] said [taxes fell|claim].")
    assert article.text == "The minister said taxes fell."
    assert article.marks == (
        Mark("actor", (article.span("The minister"),)),
        Mark("claim", (article.span("taxes fell"),)),
    )


def test_brackets_nest_and_what_contains_comes_first() -> None:
    article = marked("[[Police|actor] in [Kessa|location]|actor] spoke.")
    assert [article.text[m.spans[0].start : m.spans[0].end] for m in article.marks] == [
        "Police in Kessa",
        "Police",
        "Kessa",
    ]


def test_tagged_pieces_are_one_mark() -> None:
    article = marked("“[Taxes|claim#q],” he said, “[fell|claim#q].”")
    assert article.marks == (Mark("claim", (article.span("Taxes"), article.span("fell"))),)


def test_positions_count_code_points() -> None:
    assert marked("🎉 [Rome|location]").marks == (Mark("location", (Span(2, 6),)),)


def test_a_bracket_left_open_is_told() -> None:
    with pytest.raises(AssertionError, match="not closed"):
        marked("[The minister")
