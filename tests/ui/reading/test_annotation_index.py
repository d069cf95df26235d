from hypothesis import given
from hypothesis import strategies as st

from app.domain.annotation import Annotation, reading_order
from app.domain.annotation_rows import AnnotationRows, Row
from app.domain.span import Span
from ui.reading.annotation_index import AnnotationIndex


def annotation(number: int, *edges: int) -> Annotation:
    spans = tuple(Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=True))
    return Annotation(f"{number:03}", "article", "anna", "claim", spans, "")


SPANS = st.tuples(st.integers(0, 9_000), st.integers(1, 3_000)).map(
    lambda pair: (pair[0], pair[0] + pair[1])
)


@given(st.lists(SPANS, max_size=20), st.sets(st.integers(0, 19)), SPANS)
def test_it_finds_what_a_look_at_all_would_find(
    spans: list[tuple[int, int]], dropped: set[int], asked: tuple[int, int]
) -> None:
    everything = {number: annotation(number, *span) for number, span in enumerate(spans)}
    index = AnnotationIndex(everything.values())
    for number in dropped & everything.keys():
        assert index.drop(everything.pop(number).id) is not None
    touched = [each for each in everything.values() if each.span.overlaps(Span(*asked))]
    assert index.touching(*asked) == sorted(touched, key=reading_order)
    assert index.touches(*asked) == bool(touched)
    assert list(index) == sorted(everything.values(), key=reading_order)


def test_putting_again_replaces() -> None:
    index = AnnotationIndex([annotation(1, 0, 5)])
    assert index.touches(0, 10)
    assert index.put(annotation(1, 5_000, 5_005)) == annotation(1, 0, 5)
    assert index.touching(0, 10) == []
    assert not index.touches(0, 10)
    assert index.touching(5_000, 5_001) == [annotation(1, 5_000, 5_005)]


def test_the_innermost_comes_first_and_an_interruption_is_not_part_of_it() -> None:
    outer, inner, interrupted = (
        annotation(1, 0, 50),
        annotation(2, 10, 20),
        annotation(3, 0, 5, 12, 90),
    )
    index = AnnotationIndex([outer, inner, interrupted])
    assert index.at(15) == [inner, outer, interrupted]
    assert index.at(8) == [outer]


def test_neighbours_in_reading_order() -> None:
    first, nested, last = annotation(1, 0, 50), annotation(2, 0, 20), annotation(3, 60, 70)
    index = AnnotationIndex([last, nested, first])
    assert index.after(reading_order(first)) == nested
    assert index.before(reading_order(last)) == nested
    assert index.after(reading_order(last)) is None
    assert index.before(reading_order(first)) is None


def test_rows_become_annotations_when_looked_at_and_many_can_come_and_go() -> None:
    everything = {f"{number:03}": annotation(number, number, number + 9) for number in range(600)}
    begun = [everything[f"{number:03}"] for number in range(0, 600, 2)]
    made: list[str] = []

    def make(row: Row) -> Annotation:
        made.append(row[2])
        return everything[row[2]]

    rows = [(*reading_order(each), each.label) for each in begun]
    index = AnnotationIndex(AnnotationRows(rows, make))
    assert [each.id for each in index.touching(300, 302)] == ["292", "294", "296", "298", "300"]
    assert made == ["292", "294", "296", "298", "300"]
    for each in everything.values():
        index.put(each)
    assert list(index) == list(everything.values())
    assert [index.line_of(name) for name in everything] == list(range(600))
    for name in list(everything)[:599]:
        index.drop(name)
    assert list(index) == [everything["599"]]
