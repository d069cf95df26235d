"""Disagreements: which statements stand together in one place, and how they differ there."""

import pytest

from app.alignment.disagreements import Kind, difference
from app.alignment.pairing import paired
from app.alignment.statement import reading_order
from app.alignment.stretches import stretches
from app.alignment.together import together
from tests.marked import marked
from tests.studies import said_in


def places(left, right):
    """Return for each place its kind, the words on either side, and the size, in reading order."""
    one, other = marked(left), marked(right)
    assert one.text == other.text
    ours, theirs = said_in(one), said_in(other)
    labels = sorted({each.label for each in (*ours, *theirs)})
    columns = stretches(ours, labels), stretches(theirs, labels)
    found = [
        ([ours[n] for n in sorted(here)], [theirs[n] for n in sorted(there)])
        for here, there in together(*columns, paired(*columns))
    ]

    def words(said):
        return tuple(" … ".join(piece.of(one.text) for piece in s.pieces) for s in said)

    def answer(here, there):
        kind, size = difference(here, there)
        return kind, words(here), words(there), size

    found.sort(key=lambda sides: min(reading_order(each) for each in (*sides[0], *sides[1])))
    return [answer(here, there) for here, there in found]


def differing(left, right):
    return [place for place in places(left, right) if place[0] is not None]


def test_what_both_say_is_agreed():
    said = "[Vell|actor] said [taxes fell|claim]."
    assert places(said, said) == [
        (None, ("Vell",), ("Vell",), 4),
        (None, ("taxes fell",), ("taxes fell",), 10),
    ]


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


def test_pieces_that_overlap_each_other_are_measured_once():
    ((kind, _, words, size),) = differing(
        "[Taxes fell and wages rose|claim].",
        "[Taxes [fell|claim#b] and|claim] [wages|claim#b] rose.",
    )
    assert (kind, words) == (Kind.SPLIT, ("Taxes fell and", "fell … wages"))
    assert size == len(" ") + len(" rose")


def test_a_piece_stands_where_it_shares_the_most():
    found = differing(
        "[Taxes fell|claim] and [wages did rise|claim].",
        "[Taxes fel|claim]l [and wages|claim] [did rise|claim].",
    )
    assert [(kind, len(left), len(right)) for kind, left, right, _ in found] == [
        (Kind.BOUNDARY, 1, 1),
        (Kind.SPLIT, 1, 2),
    ]


def test_what_is_agreed_takes_no_pieces_along():
    kinds = [place[0] for place in places("[Taxes [fell|claim]|claim]", "[Taxes fell|claim]")]
    assert kinds == [None, Kind.MISSING]
