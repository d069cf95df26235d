"""The benchmarks' own arithmetic, on work whose ratio is known."""

from collections.abc import Callable

import pytest

from tests.benchmarks.harness import Benchmark, line, measured, verdict

Work = Callable[[], object]


class Clock:
    """A clock that stands still unless the work moves it."""

    def __init__(self) -> None:
        self.time = 0.0

    def taking(self, *seconds: float) -> Work:
        """Return work that takes so long the first time, so long the second, and so on."""
        left = iter(seconds)

        def work() -> None:
            self.time += next(left)

        return work

    def measure(self, work: Work) -> float:
        before = self.time
        work()
        return self.time - before


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_the_ratio_is_the_median_over_pairs(clock: Clock) -> None:
    ours, reference = clock.taking(9, 9, 2, 4, 6), clock.taking(2, 2, 2, 2, 2)
    result = measured(Benchmark("ours", "theirs", ours, reference, measure=clock.measure), pairs=3)
    assert (result.ratio, result.amount) == (2.0, 4.0)
    assert "2.00" in line(result)
    assert "ours, against theirs" in line(result)


def test_what_takes_long_has_its_own_number_of_pairs(clock: Clock) -> None:
    ours = clock.taking(9, 2, 4)
    result = measured(Benchmark("ours", "one", ours, 1.0, pairs=2, measure=clock.measure), pairs=25)
    assert result.ratio == 3.0


@pytest.mark.parametrize(("at_most", "met", "word"), [(3.0, True, "yes"), (2.9, False, "NO")])
def test_a_promise_is_kept_or_not(clock: Clock, at_most: float, met: bool, word: str) -> None:
    ours = clock.taking(*[3.0] * 4)
    benchmark = Benchmark("ours", "one", ours, 1.0, at_most, measure=clock.measure)
    result = measured(benchmark, pairs=2)
    assert result.is_met is met
    assert word in line(result)
    assert verdict([result]) == f"{int(met)} of 1 figures met."
