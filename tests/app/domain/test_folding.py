"""Folding: what counts as the same word, and the way back to the stored text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.folding import Folded, folded


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Mayor’s CAFÉ", "the mayor s cafe"),
        ("e\N{COMBINING ACUTE ACCENT}te\N{COMBINING ACUTE ACCENT}", "ete"),
        ("Gora\N{NO-BREAK SPACE}Podol – “north”", "gora podol north"),
        ("Straße Łódź Ærø ΣΊΣΥΦΟΣ", "strasse lodz aero σισυφοσ"),
        ("Ёлка ЙОД", "елка иод"),
        ("كَتَبَ مـــرحبا", "كتب مرحبا"),
        ("שָׁלוֹם", "שלום"),
        ("co\N{SOFT HYPHEN}operate", "cooperate"),
        ("北京市長", "北 京 市 長"),
        ("서울 시장", "서울 시장"),
        ("ใน🪙snake_case", "ใ น 🪙 snake case"),
        ("ﬁle ½ １２", "file 1 2 12"),
        ("-- “…” !", ""),
    ],
)
def test_a_word_is_the_same_however_it_is_written(text: str, words: str) -> None:
    assert " ".join(folded(text).split()) == words


def test_vowels_that_are_marks_stay_part_of_the_word() -> None:
    assert folded("कि") != folded("के")


@given(st.text(), st.text())
def test_a_text_can_be_folded_in_pieces(one: str, other: str) -> None:
    assert folded(one + other) == folded(one) + folded(other)


@given(st.text())
def test_only_words_and_spaces_are_left_and_folding_again_changes_no_word(text: str) -> None:
    words = folded(text)
    assert all(sign == " " or sign.isalnum() or not sign.isascii() for sign in words)
    assert folded(words).split() == words.split()


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1), st.data())
def test_every_stretch_leads_back_to_what_it_was_made_of(text: str, data: st.DataObject) -> None:
    seen = Folded(text)
    if not seen.words:
        return
    start = data.draw(st.integers(0, len(seen.words) - 1))
    end = data.draw(st.integers(start + 1, len(seen.words)))
    span = seen.span(start, end)
    assert 0 <= span.start < span.end <= len(text)
    assert seen.words[start:end] in folded(span.of(text))


def test_a_mark_stays_with_its_letter() -> None:
    text = "cafe\N{COMBINING ACUTE ACCENT} noir"
    assert Folded(text).span(0, 4).of(text) == "cafe\N{COMBINING ACUTE ACCENT}"
