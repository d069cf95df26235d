"""Widening stops at what annotators mark, and narrowing leads inwards again."""

import pytest

from app.domain.span import Span
from app.domain.widening import best_at, narrower, wider

SAID = (
    "However, the Sulmar ministry’s spokeswoman told Radio Nine that Port Minister Joren Aske had "
    "left the town of Kessa and that nobody was hurt. “We know of it,” she said."
)


def path(text: str, word: str) -> list[str]:
    """The best phrase at a word, and all that widening leads to from there."""
    found = []
    span = best_at(text, text.index(word))
    while span is not None:
        found.append(span.of(text))
        span = wider(text, span)
    return found


def test_one_key_selects_a_name_with_its_title() -> None:
    for word in ("Minister", "Joren", "Aske"):
        assert path(SAID, word)[0] == "Port Minister Joren Aske"


def test_a_possessor_comes_first_and_then_who_belongs_to_them() -> None:
    assert path("Vale met Ana Brandt’s deputy.", "Brandt")[:2] == [
        "Ana Brandt",
        "Ana Brandt’s deputy",
    ]


def test_what_kind_of_place_it_is_is_one_step_wider_than_its_name() -> None:
    assert path(SAID, "Kessa")[:2] == ["Kessa", "town of Kessa"]
    assert path(SAID, "town")[0] == "the town of Kessa"


def test_a_claim_is_what_was_said_without_the_saying() -> None:
    claim = "Port Minister Joren Aske had left the town of Kessa"
    assert claim in path(SAID, "Joren")
    assert "nobody was hurt" in path(SAID, "hurt")


def test_a_quotation_comes_without_its_marks_and_then_with_them() -> None:
    assert path(SAID, "know") == [
        "know",
        "We know of it",
        "“We know of it,”",
        "“We know of it,” she said",
        SAID.removesuffix("."),
    ]


def test_widening_ends_with_the_paragraph() -> None:
    text = f"Before.\n{SAID}\nAfter."
    assert path(text, "Kessa")[-1] == SAID.removesuffix(".")


@pytest.mark.parametrize(
    "text",
    [
        SAID,
        "قالت وزارة الموانئ إن الرسوم لم ترتفع في سارن.",
        "市长说磨坊烧毁了。没有人受伤。",
        "Der Bürgermeister von Lindau sagte, die Mühle sei „abgebrannt“.",
        "🪙 3,000 gold-marks\u00a0missing 🗞️",
        "…",
    ],
)
def test_every_step_out_contains_the_one_before_and_every_step_in_lies_inside(text: str) -> None:
    for position in range(len(text)):
        span = best_at(text, position)
        while span is not None:
            assert not span.of(text).isspace()
            inner = narrower(text, span)
            assert inner is None or (span.covers(inner) and inner != span)
            outer = wider(text, span)
            assert outer is None or (outer.covers(span) and outer != span)
            span = outer


def test_from_a_selection_made_by_hand_both_ways_are_open() -> None:
    half = Span(SAID.index("Minister"), SAID.index(" Aske"))
    outer, inner = wider(SAID, half), narrower(SAID, half)
    assert outer is not None
    assert inner is not None
    assert (outer.of(SAID), inner.of(SAID)) == ("Port Minister Joren Aske", "Minister")
