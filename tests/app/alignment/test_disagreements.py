"""Disagreements: how two annotators differ, place by place."""

import pytest

from app.alignment.disagreements import Kind, compared
from tests.marked import marked
from tests.studies import said_in


def differing(left, right):
    """Return each disagreement as its kind, the words on either side, and its size."""
    one, other = marked(left), marked(right)
    assert one.text == other.text

    def words(said):
        return tuple(" … ".join(piece.of(one.text) for piece in s.pieces) for s in said)

    found = compared(said_in(one), said_in(other))
    return [(each.kind, words(each.left), words(each.right), each.size) for each in found.differing]


def test_what_both_say_is_agreed():
    said = said_in(marked("[Vell|actor] said [taxes fell|claim]."))
    found = compared(said, said)
    assert found.agreed == said
    assert not found.differing


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            "[Lorn|actor] said no.",
            "[Lorn|location] said no.",
            (Kind.LABEL, ("Lorn",), ("Lorn",), 4),
        ),
        (
            "[The minister|actor] left.",
            "The [minister|actor] left.",
            (Kind.BOUNDARY, ("The minister",), ("minister",), 4),
        ),
        (
            "[The palace|actor] fell.",
            "The [palace|location] fell.",
            (Kind.BOTH, ("The palace",), ("palace",), 4),
        ),
        ("[Vell|actor] left.", "Vell left.", (Kind.MISSING, ("Vell",), (), 4)),
        ("Vell left.", "[Vell|actor] left.", (Kind.MISSING, (), ("Vell",), 4)),
        (
            "He said [taxes fell and wages rose|claim].",
            "He said [taxes fell|claim] and [wages rose|claim].",
            (Kind.SPLIT, ("taxes fell and wages rose",), ("taxes fell", "wages rose"), 5),
        ),
        (
            "[Taxes|claim#q], he said, [fell|claim#q].",
            "[Taxes|claim], he said, [fell|claim].",
            (Kind.SPLIT, ("Taxes … fell",), ("Taxes", "fell"), 0),
        ),
        (
            "[Taxes|claim#q], he said, [fell|claim#q].",
            "[Taxes, he said, fell|claim].",
            (Kind.BOUNDARY, ("Taxes … fell",), ("Taxes, he said, fell",), 11),
        ),
    ],
)
def test_a_difference_has_its_kind(left, right, expected):
    assert differing(left, right) == [expected]


def test_a_partner_with_the_same_label_is_preferred_to_one_in_the_same_place():
    assert differing("[[Vell|actor] says so|claim].", "[Vell says|claim] so.") == [
        (Kind.BOUNDARY, ("Vell says so",), ("Vell says",), 3),
        (Kind.MISSING, ("Vell",), (), 4),
    ]


def test_differences_come_in_the_order_of_the_text():
    kinds = [kind for kind, *_ in differing("[a|actor] [b|claim] c", "a [b|denial] [c|actor]")]
    assert kinds == [Kind.MISSING, Kind.LABEL, Kind.MISSING]
