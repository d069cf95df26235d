"""Groups: statements of several annotators that touch, seen together."""

from app.alignment.groups import groups
from tests.marked import marked
from tests.studies import said_in


def grouped(**versions):
    """Return each group's words, and who says how much in it."""
    read = {who: marked(version) for who, version in versions.items()}
    (text,) = {one.text for one in read.values()}
    found = groups({who: said_in(one) for who, one in read.items()})
    return [(g.span.of(text), {who: len(own) for who, own in g.said.items()}) for g in found]


def test_what_touches_is_together_and_what_does_not_is_apart():
    assert grouped(
        anna="[The minister|actor] said [taxes fell|claim].",
        ben="The [minister|actor] said taxes [fell.|claim]",
        carla="The minister said taxes fell.",
    ) == [("The minister", {"anna": 1, "ben": 1}), ("taxes fell.", {"anna": 1, "ben": 1})]


def test_neighbours_that_share_no_character_are_apart():
    assert grouped(anna="[one|actor] two", ben="one[ two|actor]") == [
        ("one", {"anna": 1}),
        (" two", {"ben": 1}),
    ]


def test_an_interrupted_statement_joins_what_touches_its_pieces_and_not_what_lies_between():
    assert grouped(
        anna="[Taxes|claim#q], he said, [fell|claim#q].",
        ben="[Taxes|claim], [he|actor] said, [fell.|claim]",
    ) == [("Taxes, he said, fell.", {"anna": 1, "ben": 2}), ("he", {"ben": 1})]


def test_a_group_is_agreed_where_all_say_the_same():
    version = said_in(marked("[Vell|actor] left."))
    (same,) = groups({"anna": version, "ben": version})
    assert same.is_agreed_by(["anna", "ben"])
    assert not same.is_agreed_by(["anna", "ben", "carla"])
