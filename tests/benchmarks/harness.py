"""Measuring one thing against another in the same run, so that a slow or busy machine cancels out.

A benchmark is a pair: what Galley does, and a reference of known worth. Both are timed in turn,
many times; each pair gives one ratio, and the median of those is the result. Seconds are shown to
give a feeling for the size; only the ratio may be compared between machines or days.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter

WARM_UPS = 2


@dataclass(frozen=True, slots=True)
class Benchmark:
    """What is measured (`says`), what it is measured against, and the two to be timed."""

    says: str
    against: str
    ours: Callable[[], object]
    reference: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Result:
    """The ratios ours/reference of all pairs: median and middle half; and our median seconds."""

    benchmark: Benchmark
    ratio: float
    low: float
    high: float
    seconds: float


def measured(benchmark: Benchmark, *, pairs: int) -> Result:
    """Return the result over `pairs` pairs (2 or more), after a few rounds that do not count."""
    for _ in range(WARM_UPS):
        benchmark.ours()
        benchmark.reference()
    timed = [(_seconds(benchmark.ours), _seconds(benchmark.reference)) for _ in range(pairs)]
    ratios = [ours / reference for ours, reference in timed]
    low, _, high = quantiles(ratios, n=4)
    return Result(benchmark, median(ratios), low, high, median(ours for ours, _ in timed))


def table(results: Iterable[Result]) -> str:
    """Return the results as lines of text, one for each."""
    lines = [f"{'ratio':>8}  {'middle half':>15}  {'ours':>10}  what, and against what"]
    lines += [
        f"{r.ratio:8.2f}  {r.low:6.2f} – {r.high:6.2f}  {r.seconds * 1e3:7.2f} ms  "
        f"{r.benchmark.says}, against {r.benchmark.against}"
        for r in results
    ]
    return "\n".join(lines)


def _seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start
