"""How far somebody is follows from what they said and what stands there now."""

import pytest

from app.domain.assignment import State, assignment_id, state_of

SOME_ID = "01890000-0000-7000-8000-000000000001"
OTHER_ID = "01890000-0000-7000-8000-000000000002"


@pytest.mark.parametrize(
    ("done", "done_as", "annotations", "fingerprint", "state"),
    [
        (False, 0, 0, 0, State.TO_DO),
        (False, 0, 3, 77, State.BEGUN),
        (False, 77, 3, 77, State.BEGUN),
        (True, 77, 3, 77, State.DONE),
        (True, 0, 0, 0, State.DONE_EMPTY),
        (True, 77, 3, 78, State.CHANGED_SINCE),
        (True, 77, 0, 0, State.CHANGED_SINCE),
        (True, 0, 1, 5, State.CHANGED_SINCE),
    ],
)
def test_the_state_follows(
    done: bool, done_as: int, annotations: int, fingerprint: int, state: State
) -> None:
    found = state_of(done=done, done_as=done_as, annotations=annotations, fingerprint=fingerprint)
    assert found is state


def test_done_is_done_also_with_nothing_to_mark_or_changes_since() -> None:
    assert {state for state in State if state.is_done} == {
        State.DONE,
        State.DONE_EMPTY,
        State.CHANGED_SINCE,
    }


def test_two_share_one_assignment_in_every_copy() -> None:
    assert assignment_id(SOME_ID, "anna") == assignment_id(SOME_ID.upper(), "anna")
    assert (
        len({assignment_id(here, who) for here in (SOME_ID, OTHER_ID) for who in ("a", "b")}) == 4
    )
