from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.annotation import Annotation
from app.domain.span import Span
from ui.reading.annotation_index import AnnotationIndex
from ui.reading.stacking import Stacking, lanes, levels

PAIRS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=12)


def made(name: str, start: int, end: int) -> Annotation:
    return Annotation(name, "article", "anna", "label", (Span(start, end),), "")


def many(pairs: list[tuple[int, int]]) -> list[Annotation]:
    return [made(f"{n:02}", start, start + length) for n, (start, length) in enumerate(pairs)]


@given(PAIRS)
def test_bands_that_overlap_never_share_a_level_and_inner_ones_lie_deeper(
    pairs: list[tuple[int, int]],
) -> None:
    bands = many(pairs)
    level = levels(bands)
    for one, other in combinations(bands, 2):
        if one.span.overlaps(other.span):
            assert level[one.id] != level[other.id]
        if one.span.covers(other.span) and one.span != other.span:
            assert level[one.id] < level[other.id]


@given(PAIRS)
def test_underlines_that_overlap_never_share_a_lane_and_the_shorter_runs_nearer(
    pairs: list[tuple[int, int]],
) -> None:
    underlines = many(pairs)
    lane = lanes(underlines)
    for one, other in combinations(underlines, 2):
        if one.span.overlaps(other.span):
            assert lane[one.id] != lane[other.id]
        if one.span.covers(other.span) and one.span != other.span:
            assert lane[one.id] > lane[other.id]


def test_a_band_alone_is_at_the_ground_again_after_a_deeper_one() -> None:
    bands = [made("a", 0, 20), made("b", 5, 30), made("c", 25, 40)]
    assert levels(bands) == {"a": 0, "b": 1, "c": 0}


@given(PAIRS, st.integers(0, 11))
def test_seats_after_a_change_are_those_of_a_fresh_start(
    pairs: list[tuple[int, int]], leaving: int
) -> None:
    everything = many(pairs)
    index = AnnotationIndex()
    stacking = Stacking(index, is_band=lambda _: True)
    for each in everything:
        index.put(each)
        stacking.resettle(None, each)
    if leaving < len(everything):
        gone = index.drop(everything.pop(leaving).id)
        stacking.resettle(gone, None)
    assert {each.id: stacking.seat(each) for each in everything} == levels(everything)


def test_only_neighbours_whose_seat_moved_are_named() -> None:
    outer, inner, far = made("outer", 0, 50), made("inner", 10, 20), made("far", 90, 95)
    index = AnnotationIndex([inner, far])
    stacking = Stacking(index, is_band=lambda _: True)
    assert stacking.seat(inner) == 0
    index.put(outer)
    assert stacking.resettle(None, outer) == [inner]
    assert stacking.seat(inner) == 1
