from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.words import next_word_end, previous_word_start, word_at, words_in

FAMILY = "👨\u200d👩\u200d👧"


def words(text: str) -> list[str]:
    return [word.of(text) for word in words_in(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Vardia's or Vardia’s", ["Vardia's", "or", "Vardia’s"]),
        ("in Gora-Podol, IL-76", ["in", "Gora-Podol", "IL-76"]),
        ("the U.S. and a U.S.-led raid", ["the", "U.S.", "and", "a", "U.S.-led", "raid"]),
        ("J. Smith left. Plan", ["J.", "Smith", "left", "Plan"]),
        ("“The goal of it,” he", ["The", "goal", "of", "it", "he"]),
        ("O’Brien—said", ["O’Brien", "said"]),
        ("3,000 for $1.5bn, 14:30", ["3,000", "for", "$1.5bn", "14:30"]),
        ("5% at 5°C for 20€", ["5%", "at", "5°C", "for", "20€"]),
        ("中文新闻", ["中", "文", "新", "闻"]),
        ("two\u00a0parts", ["two", "parts"]),
        ("soft\u00adly", ["soft\u00adly"]),
        ("AT&T, a@b.co, @desk and #vote", ["AT&T", "a@b.co", "@desk", "and", "#vote"]),
        (f"{FAMILY}🇺🇦🇫🇷 yes", [FAMILY, "🇺🇦", "🇫🇷", "yes"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ('וצה"ל אמר', ['וצה"ל', "אמר"]),
        ("it ended.Then galley.org", ["it", "ended", "Then", "galley.org"]),
        ("the families' fear", ["the", "families'", "fear"]),
        ("the families’ fear", ["the", "families’", "fear"]),
        ("‘the families’ fear", ["the", "families", "fear"]),
        ("a 'free' and 'fair' vote", ["a", "free", "and", "fair", "vote"]),
        ("• – … !", []),
    ],
)
def test_words_are_what_annotators_mean(text: str, wanted: list[str]) -> None:
    assert words(text) == wanted


def test_the_word_at_a_position_is_the_one_around_it_or_the_one_that_just_ended() -> None:
    text = "from Gora-Podol, he"
    assert word_at(text, 9).of(text) == "Gora-Podol"
    assert word_at(text, 15).of(text) == "Gora-Podol"
    assert word_at(text, 16) is None


def test_keys_walk_to_the_next_words_end_and_the_previous_ones_start() -> None:
    text = "The U.S. (not Gora-Podol) left."
    ends = [next_word_end(text, 0)]
    while ends[-1] < len(text):
        ends.append(next_word_end(text, ends[-1]))
    assert [text[:end].split(" ")[-1] for end in ends[:4]] == ["The", "U.S.", "(not", "Gora-Podol"]
    starts = [previous_word_start(text, len(text))]
    while starts[-1] > 0:
        starts.append(previous_word_start(text, starts[-1]))
    assert [text[start:].split(" ")[0] for start in starts[:3]] == ["left.", "Gora-Podol)", "not"]


def test_an_endless_run_without_spaces_is_looked_at_only_nearby() -> None:
    text = "x" * 1_000_000
    word = word_at(text, 500_000)
    assert word is not None
    assert len(word) < 1_000


@given(st.text(st.sampled_from("aZ9é中😀\u200d\u0301 .,'’-\n\u00a0“”$%s"), max_size=40))
def test_words_never_overlap_and_are_found_from_any_of_their_positions(text: str) -> None:
    found = list(words_in(text, 0, len(text)))
    for one, other in pairwise(found):
        assert one.end <= other.start
    for word in found:
        assert all(word_at(text, position) == word for position in range(word.start, word.end))
        assert not any(character.isspace() for character in word.of(text))
