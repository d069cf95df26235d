"""Sittings: how long somebody was at work on an article, each stretch told once."""

from dataclasses import dataclass

IDLE_SECONDS = 120
"""A pause longer than this counts as this much work: the annotator was away."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """One annotator worked on one article for so many seconds, without the pauses.

    `day` is the ISO date on which it began, by the clock of the machine; it is shown, and nothing
    is decided by it. Sittings are only ever added, so copies of a project simply have them all.
    """

    id: str
    article: str
    annotator: str
    day: str
    seconds: int
