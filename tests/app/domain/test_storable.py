"""Text is made storable by replacing what cannot be stored, and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.storable import storable


def test_half_characters_and_nul_are_replaced_one_for_one() -> None:
    assert storable("a\ud83db\x00c\udc00") == "a\ufffdb\ufffdc\ufffd"


@given(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"])))
def test_all_else_stays(text: str) -> None:
    assert storable(text) == text


@given(st.text(st.characters()))
def test_what_is_storable_can_be_written_and_keeps_its_length(text: str) -> None:
    assert len(storable(text).encode("utf-8").decode("utf-8")) == len(text)
