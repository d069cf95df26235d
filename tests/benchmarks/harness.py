"""Measuring one thing against another in the same run, so that a slow or busy machine cancels out.

A benchmark is a pair: what Galley does, and a reference of known worth. Both are measured in turn,
several times; each pair gives one ratio, and the median of those is the result. Seconds are shown
to give a feeling for the size; only the ratio may be compared between machines or days.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from statistics import median, quantiles
from time import process_time

WARM_UPS = 2

Work = Callable[[], object]


def cpu_seconds(work: Work) -> float:
    """Return the CPU seconds this process spends on `work`; waiting for others does not count."""
    start = process_time()
    work()
    return process_time() - start


@dataclass(frozen=True, slots=True)
class Benchmark:
    """What is measured (`says`), what it is measured against, and the two to be measured.

    `reference` may be a plain amount, such as the seconds of one frame. `at_most` is the ratio that
    Galley promises, None where it promises nothing. What takes long names its own, smaller number
    of `pairs`. `measure` returns the amount of one round, in `unit`, of which `scale` make one of
    the measure's own.
    """

    says: str
    against: str
    ours: Work
    reference: Work | float
    at_most: float | None = None
    pairs: int | None = None
    measure: Callable[[Work], float] = field(default=cpu_seconds)
    unit: str = "ms"
    scale: float = 1e3


@dataclass(frozen=True, slots=True)
class Result:
    """The ratios ours/reference of all pairs: median and middle half; and our median amount."""

    benchmark: Benchmark
    ratio: float
    low: float
    high: float
    amount: float

    @property
    def is_met(self) -> bool | None:
        """Whether the promise is kept, as precisely as it is shown; None where there is none."""
        at_most = self.benchmark.at_most
        return None if at_most is None else round(self.ratio, 2) <= at_most


def measured(benchmark: Benchmark, *, pairs: int) -> Result:
    """Return the result over `pairs` pairs, or the benchmark's own number of them (2 or more).

    A few rounds before that do not count; one is enough for what takes long.
    """
    reference = benchmark.reference
    amounts = []
    for _ in range((benchmark.pairs or pairs) + (1 if benchmark.pairs else WARM_UPS)):
        ours = benchmark.measure(benchmark.ours)
        theirs = benchmark.measure(reference) if callable(reference) else reference
        amounts.append((ours, theirs))
    counting = amounts[1 if benchmark.pairs else WARM_UPS :]
    ratios = [ours / theirs for ours, theirs in counting]
    low, _, high = quantiles(ratios, n=4, method="inclusive")
    return Result(benchmark, median(ratios), low, high, median(ours for ours, _ in counting))


def heading() -> str:
    """Return what stands above the lines of the table."""
    return (
        f"{'ratio':>7}  {'at most':>7}  {'met':3}  {'middle half':>13}  {'ours':>11}  "
        "what, and against what"
    )


def line(result: Result) -> str:
    """Return one result as a line of the table."""
    benchmark = result.benchmark
    at_most = "" if benchmark.at_most is None else f"{benchmark.at_most:.2f}"
    met = {None: "", True: "yes", False: "NO"}[result.is_met]
    amount = f"{result.amount * benchmark.scale:,.2f} {benchmark.unit}"
    return (
        f"{result.ratio:7.2f}  {at_most:>7}  {met:3}  {result.low:5.2f} – {result.high:5.2f}  "
        f"{amount:>11}  {benchmark.says}, against {benchmark.against}"
    )


def verdict(results: Iterable[Result]) -> str:
    """Return in a sentence how many of the promises are kept."""
    kept = [result.is_met for result in results if result.is_met is not None]
    return f"{sum(kept)} of {len(kept)} figures met."
