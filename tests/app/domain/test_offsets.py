from hypothesis import given
from hypothesis import strategies as st

from app.domain.offsets import TextIndex

TEXTS = st.text(
    st.characters(exclude_categories=("Cs",)) | st.sampled_from("a\n\u00a0é😀🇺🇦𝔘\U0010ffff"),
    max_size=60,
)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(TEXTS)
def test_every_position_agrees_with_the_utf_16_encoder(text: str) -> None:
    index = TextIndex(text)
    for position in range(len(text) + 1):
        unit = index.to_utf16(position)
        assert unit == units(text[:position])
        assert index.from_utf16(unit) == position
    assert (index.length, index.units) == (len(text), units(text))


@given(TEXTS)
def test_an_offset_inside_a_surrogate_pair_is_its_characters_position(text: str) -> None:
    index = TextIndex(text)
    for position, character in enumerate(text):
        if character > "\uffff":
            assert index.from_utf16(index.to_utf16(position) + 1) == position
