"""The benchmarks' own arithmetic, on work whose ratio is known."""

import pytest

from tests.benchmarks import harness
from tests.benchmarks.harness import Benchmark, measured, table


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that stands still unless the work moves it."""
    time = [0.0]
    monkeypatch.setattr(harness, "perf_counter", lambda: time[0])
    return time


def test_the_ratio_is_the_median_over_pairs(clock: list[float]) -> None:
    ours_take = iter([9.0, 9.0, 2.0, 4.0, 6.0])

    def work(seconds: float) -> None:
        clock[0] += seconds

    benchmark = Benchmark("ours", "theirs", lambda: work(next(ours_take)), lambda: work(2.0))
    result = measured(benchmark, pairs=3)
    assert (result.ratio, result.seconds) == (2.0, 4.0)
    assert "2.00" in table([result])
    assert "ours, against theirs" in table([result])
