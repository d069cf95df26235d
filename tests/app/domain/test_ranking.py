"""A few letters mean what a person would think they mean, and the likeliest comes first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ranking import Letters

ACTIONS = [
    "Mark as actor",
    "Mark as denial",
    "Mark done",
    "Next article to do",
    "Delete annotation",
    "Undo mark as denial",
    "Export…",
]


def ranked(typed: str) -> list[str]:
    fits = {name: Letters(typed).fit(name, loosely=True) for name in ACTIONS}
    return sorted((name for name in ACTIONS if fits[name]), key=lambda name: fits[name].cost)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("mad", "Mark done"),
        ("maden", "Mark as denial"),
        ("deni", "Mark as denial"),
        ("EXP", "Export…"),
        ("mark d", "Mark done"),
        ("d mark", "Mark done"),
        ("natd", "Next article to do"),
        ("undo", "Undo mark as denial"),
        ("dlt", "Delete annotation"),
    ],
)
def test_the_likeliest_comes_first(typed: str, first: str) -> None:
    assert ranked(typed)[0] == first


def test_what_lacks_a_letter_is_not_meant() -> None:
    assert ranked("xyz") == []
    assert ranked("mark quay") == []


def test_loose_letters_count_only_where_they_may() -> None:
    assert Letters("dlt").fit("Delete") is None
    assert Letters("dlt").fit("Delete", loosely=True) is not None


def test_the_letters_typed_are_pointed_out() -> None:
    fit = Letters("mad").fit("Mark as denial")
    assert fit is not None
    assert [("Mark as denial")[place] for place in fit.places] == ["M", "a", "d"]


def test_where_casefolding_lengthens_a_name_nothing_is_pointed_out() -> None:
    fit = Letters("gate").fit("Straße gate")
    assert fit is not None
    assert fit.places == ()


@given(typed=st.text("abcd .*[", max_size=5), name=st.text("abcd ABCDß.*[", max_size=12))
def test_a_fit_points_to_the_letters_and_the_quick_looks_agree(typed: str, name: str) -> None:
    letters = Letters(typed)
    fit = letters.fit(name)
    if letters.may_mean(name.casefold()):
        assert fit is not None
    if fit is not None:
        said = {name[place].casefold() for place in fit.places}
        assert said <= set("".join(letters.words))
