"""How long the rest may take, judged by the last articles that were done; no guess without them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

FEWEST = 5
"""With fewer done articles there is no estimate."""

LAST = 30
"""So many of the last done articles tell how fast somebody is now."""


@dataclass(frozen=True, slots=True)
class Work:
    """One article's length in code points, and the seconds that were spent on it."""

    characters: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Estimate:
    """The seconds that are left, judged by so many done articles."""

    seconds: int
    articles: int


def estimate(done: Sequence[Work], left: Iterable[Work]) -> Estimate | None:
    """Estimate how long what is `left` takes; None where too little is `done` to tell.

    The pace is the median of the seconds per 1,000 characters: one long telephone call does not
    change it. What was spent on an article that is begun is taken off, at most all of it.
    """
    if len(done) < FEWEST:
        return None
    pace = median(1000 * one.seconds / max(1, one.characters) for one in done)
    rest = sum(max(0.0, pace * one.characters / 1000 - one.seconds) for one in left)
    return Estimate(round(rest), len(done))
