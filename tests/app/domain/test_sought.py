"""What is typed into the search of all articles means something, whatever it is."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.sought import MOST_TERMS, MOST_WORDS, Sought, Term, parse

TEXT = (
    "The Prime\N{NO-BREAK SPACE}Minister’s aide said taxes fell. “Taxes?” the minister asked "
    "in Łódź; 北京市長も否定した. Prime numbers interest nobody."
)


def found(typed: str, text: str = TEXT) -> list[str]:
    return [span.of(text) for span in parse(typed).places(text)]


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("taxes", ["taxes", "Taxes"]),
        ("TAXES aide", ["aide", "taxes", "Taxes"]),
        ("tax", []),
        ("tax*", ["taxes", "Taxes"]),
        ('"prime minister"', ["Prime\N{NO-BREAK SPACE}Minister"]),
        ("„prime minister“", ["Prime\N{NO-BREAK SPACE}Minister"]),
        ('"prime num*"', ["Prime numbers"]),
        ("minister’s", ["Minister’s"]),
        ("minister's", ["Minister’s"]),
        ("lodz", ["Łódź"]),
        ("京市", ["京市"]),
        ("taxes -zeppelin", ["taxes", "Taxes"]),
        ("taxes -nobody", []),
        ('taxes -"interest nobody"', []),
        ("taxes zeppelin", []),
        ('"taxes fell', ["taxes fell"]),
        ("prime-minister", ["Prime\N{NO-BREAK SPACE}Minister"]),
    ],
)
def test_places_are_where_it_stands(typed: str, places: list[str]) -> None:
    assert found(typed) == places


@pytest.mark.parametrize("typed", ["", "-", '"', "**", '-"', "' ' \"\" - *", "…", "(((("])
def test_what_has_no_words_asks_for_nothing(typed: str) -> None:
    assert not parse(typed)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("a AND b OR not c", {"a", "and", "b", "or", "not", "c"}),
        ("NEAR(a b, 3)", {"near", "a", "b", "3"}),
        ("text:a {x} ^b +c", {"text", "a", "x", "b", "c"}),
        ("'; DROP TABLE words;--", {"drop", "table", "words"}),
    ],
)
def test_no_word_and_no_sign_is_an_order(typed: str, words: set[str]) -> None:
    assert {word for term in parse(typed).terms for word in term.words} == words


def test_only_what_must_not_be_there_has_no_places_but_an_answer() -> None:
    sought = parse("-zeppelin")
    assert sought == Sought(without=(Term(("zeppelin",)),))
    assert sought.places(TEXT) == ()
    assert sought.is_in(TEXT)
    assert not sought.is_in("A zeppelin.")


def test_places_that_overlap_are_one() -> None:
    assert found('"taxes fell" "said taxes"') == ["said taxes fell"]


def test_endless_input_is_cut() -> None:
    sought = parse(" ".join(f"word{number}" for number in range(5_000)))
    assert len(sought.terms) == MOST_TERMS
    (phrase,) = parse('"' + "a " * 5_000).terms
    assert len(phrase.words) == MOST_WORDS


@given(st.text(), st.text())
def test_anything_typed_finds_exact_places_in_order_and_apart(typed: str, text: str) -> None:
    sought = parse(typed)
    places = sought.places(text)
    assert all(0 <= span.start < span.end <= len(text) for span in places)
    assert all(one.end <= other.start for one, other in pairwise(places))
    assert bool(places) == (bool(sought.terms) and sought.is_in(text))
