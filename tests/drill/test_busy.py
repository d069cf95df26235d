"""A short sample of two processes at one file."""

from tests.drill import busy
from tests.drill.harness import line


def test_two_processes_lose_none_of_each_others_changes() -> None:
    for figure in busy.counting(seed=27, times=20):
        assert figure.is_kept, line(figure)
