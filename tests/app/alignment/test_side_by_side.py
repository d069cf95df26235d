"""Where two people differ in one article, and in which way."""

from app.alignment.disagreements import Kind
from app.alignment.side_by_side import differing
from tests.marked import marked
from tests.studies import said_in


def found(left: str, right: str) -> list[tuple[Kind, int, int]]:
    one, other = said_in(marked(left)), said_in(marked(right))
    return [(each.kind, len(each.left), len(each.right)) for each in differing(one, other)]


def test_what_is_said_alike_does_not_differ() -> None:
    assert found("[He|actor] [left|claim]", "[He|actor] [left|claim]") == []


def test_every_way_of_differing_is_found_in_reading_order() -> None:
    assert found(
        "[He|actor] said [it rains|claim] and [it pours|claim]. [Ada|actor] [is not in|denial].",
        "[He|claim] said [it rains|claim] and it pours. [Ada is|actor] [not|denial] [in|denial].",
    ) == [
        (Kind.LABEL, 1, 1),
        (Kind.MISSING, 1, 0),
        (Kind.BOUNDARY, 1, 1),
        (Kind.SPLIT, 1, 2),
    ]


def test_silence_misses_everything() -> None:
    assert found("[He|actor] [left|claim]", "He left") == [(Kind.MISSING, 1, 0)] * 2
