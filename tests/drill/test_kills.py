"""A short sample of the kills, so that what breaks them is noticed at once."""

import pytest

from tests.drill import kills
from tests.drill.harness import line

SEED = 20


@pytest.mark.parametrize(
    "work",
    [
        *(kills.while_marking, kills.during_receiving, kills.during_backup),
        *(kills.during_upgrade, kills.during_closing),
    ],
    ids=lambda work: work.__name__,
)
def test_a_kill_loses_nothing_that_was_acknowledged_and_leaves_nothing_half(work) -> None:
    for figure in work(seed=SEED, times=3):
        assert figure.is_kept, line(figure)
