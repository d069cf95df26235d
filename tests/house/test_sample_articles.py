"""The sample articles keep what makes them worth practising on: the marks of real scraped pages."""

import re

import pytest

from app.domain.article import canonical, fingerprint
from tests.house.reading import ROOT

SAMPLES = {
    path.stem: path.read_bytes().decode("utf-8")
    for path in sorted((ROOT / "resources" / "sample").glob("*.txt"))
}
every_sample = pytest.mark.parametrize("text", SAMPLES.values(), ids=SAMPLES.keys())


def samples_with(pattern: str) -> int:
    return sum(1 for text in SAMPLES.values() if re.search(pattern, text))


def test_there_are_enough_to_practise_on() -> None:
    assert len({fingerprint(text) for text in SAMPLES.values()}) == len(SAMPLES) >= 6


@every_sample
def test_a_sample_is_stored_as_it_is_and_of_a_length_to_read(text: str) -> None:
    assert canonical(text).changed == ()
    assert 2_500 <= len(text) <= 6_000


@every_sample
def test_a_sample_keeps_its_no_break_spaces_and_its_page_furniture(text: str) -> None:
    assert "\N{NO-BREAK SPACE}" in text
    assert re.search("Read also|More from|Most read|MORE FROM|اقرأ أيضاً", text)


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("an interrupted quotation", "“[^”]+,” (said|he|she) [^“”]{3,60}, “[^”]+”|,” [^“”]+, “"),
        ("reported speech within reported speech", ", (citing|quoting) |نقلاً عن"),
        ("a claim that somebody denies", r"\bden(y|ies|ied)\b|تنفي"),
        ("straight quotation marks among curly ones", r'“[^"]*"[^"“”]+"|"[^"“”]+"[^"]*“'),
        ("a place that acts", r"\b(Palace|Citadel|Kessavar) (said|says|denied|called|speaks)"),
        ("a plural possessive", r"\b\w+s' \w"),
        ("a hyphenated name", r"\b[A-Z]\w+-[A-Z]\w+"),
        ("an abbreviation with dots", r"\bU\.R\."),
        ("a number with a comma, and money", r"\b3,000\b|\$1\.5bn"),
        ("bullets", r"(?m)^ +• "),
        ("an astral character", "[\U00010000-\U0010ffff]"),
        ("an emoji joined of several", "\N{ZERO WIDTH JOINER}"),
    ],
)
def test_some_sample_has(what: str, pattern: str) -> None:
    assert samples_with(pattern), what


def test_one_sample_runs_from_right_to_left_with_latin_words_and_both_kinds_of_digits() -> None:
    arabic = [text for text in SAMPLES.values() if len(re.findall("[\u0621-\u064a]", text)) > 1_000]
    assert len(arabic) == 1
    assert re.search("[A-Za-z]{4}", arabic[0])
    assert re.search("[0-9]", arabic[0])
    assert re.search("[\u0660-\u0669]", arabic[0])
