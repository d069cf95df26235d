"""Names from outside become names of files that are safe on every system."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.file_names import bundle_name, safe_part
from app.domain.seal import Way


@given(words=st.text(max_size=300))
def test_no_name_leaves_its_folder_or_is_illegal_anywhere(words: str) -> None:
    name = safe_part(words, otherwise="x")
    assert name
    assert not set(name) & set('<>:"/\\|?*\0\n\r\t')
    assert name == name.strip(" .")
    assert len(name.encode()) <= 80


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("../../etc/passwd", "etc passwd"),
        ("CON", "CON_"),
        ("nul.txt", "nul.txt_"),
        ("Anna: a/b\\c", "Anna a b c"),
        ("a\u202eb\u200bc", "abc"),
        (" . ", "x"),
        ("Łódź 🙂", "Łódź 🙂"),
        ("file.galley::$DATA", "file.galley $DATA"),
    ],
)
def test_what_a_system_forbids_is_left_out(words: str, name: str) -> None:
    assert safe_part(words, otherwise="x") == name


def test_a_bundle_is_named_by_project_person_and_day() -> None:
    named = bundle_name("Taxes", person="Anna", day="2026-11-22")
    assert named == "Taxes–Anna–2026-11-22.galley"
    again = bundle_name(named.removesuffix(".galley"), person="Anna", day="2026-11-29")
    assert again == "Taxes–Anna–2026-11-29.galley"


def test_what_is_handed_in_is_not_named_as_what_was_handed_out_on_the_same_day() -> None:
    facts = {"person": "Anna", "day": "2026-11-22", "way": Way.IN}
    named = bundle_name("Taxes–Anna–2026-11-22", **facts)
    assert named == "Taxes–Anna–handed in 2026-11-22.galley"
    assert bundle_name(named.removesuffix(".galley"), **facts) == named
