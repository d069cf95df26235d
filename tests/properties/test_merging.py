"""Whatever four people do apart, their work comes together to the same, whichever way it comes.

The laws stand in `tests/histories.py`; here they are tried on histories that nobody thought of, and
shown to notice known faults.
"""

import itertools
from contextlib import ExitStack, closing
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from app.domain.seal import Way
from app.files.bundles import make_bundle, way_of
from app.files.receiving_bundles import receive_bundles
from app.project import Project
from app.queries.people import people
from tests.drill.merging_faults import MERGING_FAULTS
from tests.histories import (
    DECIDED_TWICE,
    DELETED_ELSEWHERE,
    NOTED_TWICE,
    PEOPLE,
    WHATS,
    Copy,
    Laws,
    Start,
    random_moves,
    state_of,
)
from tests.skewed import wrong_clocks

MOVES = st.lists(
    st.tuples(
        st.integers(0, len(PEOPLE) - 1),
        st.integers(0, WHATS - 1),
        *(st.integers(0, 59) for _ in range(3)),
    ),
    max_size=20,
)
TEN_YEARS = 3652
BRIEFLY = settings(
    max_examples=4,
    phases=[Phase.explicit, Phase.generate],  # to shrink whole histories takes minutes
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory, _template: bytes) -> Start:
    return Start.made_in(tmp_path_factory.mktemp("start"), _template)


@BRIEFLY
@example(moves=DELETED_ELSEWHERE, blind=True, seed=0)
@example(moves=NOTED_TWICE, blind=True, seed=0)
@example(moves=DECIDED_TWICE, blind=False, seed=0)
@given(moves=MOVES, blind=st.booleans(), seed=st.integers(0, 999))
def test_work_that_comes_together_is_the_same_in_every_order(
    tmp_path: Path, start: Start, moves, blind: bool, seed: int
) -> None:
    copies = start.blind if blind else start.whole
    with Laws(copies, tmp_path, moves) as laws:
        laws.live()
        laws.hold(Random(seed))


@settings(BRIEFLY, max_examples=2)
@given(moves=MOVES, days=st.lists(st.integers(-TEN_YEARS, TEN_YEARS), min_size=4, max_size=4))
def test_no_clock_decides_anything(tmp_path: Path, start: Start, moves, days: list[int]) -> None:
    with wrong_clocks(days) as clock, Laws(start.whole, tmp_path, moves) as laws:
        laws.live(clock)
        ends = []
        for machine in range(len(days)):
            clock(machine)
            ends.append(laws.merged(laws.lead, [*laws.last, *laws.earlier]))
        assert len({str(end["digest"]) for end in ends}) == 1
        assert all(end == ends[0] for end in ends)
        laws.hold(Random(0))


def test_three_copies_that_were_handed_out_come_back_in_any_order_and_twice(
    tmp_path: Path, start: Start
) -> None:
    chance = Random(5)
    copies = [
        Copy(tmp_path / f"{name}.galley", content, name)
        for name, content in zip(PEOPLE, start.blind, strict=True)
    ]
    bundles = []
    with ExitStack() as stack:
        for copy in copies:
            stack.callback(lambda copy=copy: copy.project.close())
        for copy in copies[1:]:
            for _, what, *numbers in random_moves(chance, 60):
                copy.act(what % 9, numbers)
            path = tmp_path / f"{copy.name} hands in.galley"
            assert way_of(copy.project) is Way.IN
            make_bundle(copy.project, path, annotator=copy.project.person, way=Way.IN)
            bundles.append(path)
        ends = []
        for number, order in enumerate([*itertools.permutations(bundles)][::2]):
            path = tmp_path / f"lead {number}.galley"
            path.write_bytes(start.blind[0])
            with closing(Project.open(path)) as lead:
                lead.person = lead.ask(people)[0]
                outcomes = receive_bundles(lead, [*order, *order])
                assert not [one.refused for one in outcomes if one.refused]
                again = receive_bundles(lead, order)
                assert all(one.report.is_nothing_new for one in again)
                ends.append(lead.ask(state_of))
    assert any(end["annotation"] for end in ends)
    assert all(end == ends[0] for end in ends)


@pytest.mark.parametrize("fault", MERGING_FAULTS)
def test_a_fault_in_merging_is_noticed_by_the_laws(
    fault: str, tmp_path: Path, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    MERGING_FAULTS[fault](monkeypatch.setattr)
    with pytest.raises(AssertionError):
        hold_some(start, tmp_path, Random(3))


def hold_some(start: Start, folder: Path, chance: Random) -> None:
    """Hold a few histories to the laws."""
    for moves in [DELETED_ELSEWHERE, NOTED_TWICE, *(random_moves(chance) for _ in range(3))]:
        with Laws(start.whole, folder, moves) as laws:
            laws.live()
            laws.hold(chance)
