from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ui.reading.tag_row import TagPlace, TagWish, placed

WIDTHS = (60.0, 30.0, 12.0)


def row(*wishes: TagWish, rightmost: float = 700) -> list[TagPlace]:
    return placed(wishes, leftmost=0, rightmost=rightmost, gap=2)


def test_tags_with_room_stand_where_their_words_begin() -> None:
    assert row(TagWish(10, 80, WIDTHS), TagWish(200, 300, WIDTHS)) == [
        TagPlace(10, 0),
        TagPlace(200, 0),
    ]


def test_tags_of_the_same_words_stand_side_by_side() -> None:
    assert row(TagWish(10, 140, WIDTHS), TagWish(10, 140, WIDTHS)) == [
        TagPlace(10, 0),
        TagPlace(72, 0),
    ]


def test_tags_that_crowd_each_other_shorten_rather_than_drift() -> None:
    places = row(*(TagWish(10 + 25 * n, 30 + 25 * n, WIDTHS) for n in range(6)))
    assert all(place.form in (1, 2) for place in places)
    assert all(place.left - (10 + 25 * n) <= 30 for n, place in enumerate(places))


def test_a_tag_at_the_lines_end_is_pushed_back_in() -> None:
    assert row(TagWish(680, 700, WIDTHS)) == [TagPlace(640, 0)]


def test_the_tag_of_right_to_left_words_ends_where_they_begin() -> None:
    assert row(TagWish(300, 200, WIDTHS)) == [TagPlace(240, 0)]


@given(
    st.lists(
        st.tuples(st.floats(0, 600), st.floats(-100, 100)).map(
            lambda pair: TagWish(pair[0], pair[0] + pair[1], WIDTHS)
        ),
        max_size=10,
    ),
    st.floats(100, 900),
)
def test_no_tag_covers_another(wishes: list[TagWish], right: float) -> None:
    shown = sorted(
        (place.left, place.left + wish.widths[place.form])
        for wish, place in zip(wishes, row(*wishes, rightmost=right), strict=True)
        if place.form is not None
    )
    assert all(right <= left for (_, right), (left, _) in pairwise(shown))
