"""Places go back and forward as a browser does; a model as plain as can be tells what is right."""

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from ui.places import MOST, Places, Spot, spot_told, told


def at(number: int, *, caret: int = 0) -> Spot:
    return Spot("desk", "article", caret=caret, top=number)


class Browsing(RuleBasedStateMachine):
    """The model is one line of spots and a finger on one of them."""

    def __init__(self) -> None:
        super().__init__()
        self.places = Places()
        self.line = [at(0)]
        self.finger = 0

    @property
    def here(self) -> Spot:
        return self.line[self.finger]

    @rule(number=st.integers(1, 1_000_000))
    def jump(self, number: int) -> None:
        spot = at(number)
        if any(spot.is_near(known) for known in self.line):
            return
        self.places.jumped(self.here, spot)
        self.line = [*self.line[: self.finger + 1], spot][-MOST - 1 :]
        self.finger = len(self.line) - 1

    @rule(caret=st.integers(0, 50))
    def take_small_steps(self, caret: int) -> None:
        moved = at(self.here.top, caret=caret)
        self.places.jumped(self.here, moved)
        self.line[self.finger] = moved

    @rule()
    def back(self) -> None:
        spot = self.places.back(self.here)
        if self.finger == 0:
            assert spot is None
        else:
            self.finger -= 1
            assert spot == self.here

    @rule()
    def forward(self) -> None:
        spot = self.places.forward(self.here)
        if self.finger == len(self.line) - 1:
            assert spot is None
        else:
            self.finger += 1
            assert spot == self.here

    @invariant()
    def it_is_known_where_one_can_go(self) -> None:
        assert self.places.can_go_back is (self.finger > 0)
        assert self.places.can_go_forward is (self.finger < len(self.line) - 1)


TestBrowsing = Browsing.TestCase


def test_going_back_restores_the_caret_from_the_moment_of_leaving() -> None:
    places = Places()
    places.jumped(at(1, caret=7), at(2))
    assert places.back(at(2, caret=9)) == at(1, caret=7)
    assert places.forward(at(1, caret=7)) == at(2, caret=9)


def test_a_jump_to_what_is_in_view_already_is_none() -> None:
    places = Places()
    places.jumped(at(1), at(1, caret=40))
    assert not places.can_go_back


def test_after_a_jump_there_is_nothing_ahead() -> None:
    places = Places()
    places.jumped(at(1), at(2))
    places.back(at(2))
    places.jumped(at(1), at(3))
    assert places.forward(at(3)) is None


def test_what_shows_nothing_new_is_passed_over() -> None:
    places = Places()
    places.jumped(at(1), at(2))
    places.jumped(at(2), at(3))
    assert places.back(at(2)) == at(1)


@given(
    st.builds(
        Spot,
        st.sampled_from(["desk", "labels"]),
        st.none() | st.text(),
        st.integers(0),
        st.integers(0),
        st.integers(),
        st.none() | st.text(),
    )
)
def test_a_remembered_spot_comes_back(spot: Spot) -> None:
    assert spot_told(told(spot)) == spot


def test_what_makes_no_sense_is_no_spot() -> None:
    for text in (
        *("", "[]", "{}", "desk", '{"page": 3}', '{"page": "desk", "caret": "low"}'),
        *('{"page": "desk", "caret": -1}', '{"page": "desk", "colour": 1}'),
        *('{"page": "desk", "top": true}', '{"page": "desk", "article": 4}'),
    ):
        assert spot_told(text) is None
