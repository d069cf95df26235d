"""Scores: a measure's value with its n and its interval, or the reason why there is none."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """What a measure answers.

    `n` counts what the measure counts: annotations, characters, relations or articles. `low` and
    `high` are the ends of the 95 % interval, None where there is none. `value` is None where the
    measure is undefined, and `why` says so in words. `dropped` is how many resamples of the
    interval were undefined. `note` is what a reader must know about a value that is there.
    """

    value: float | None
    n: int = 0
    low: float | None = None
    high: float | None = None
    why: str = ""
    dropped: int = 0
    note: str = ""


def undefined(why: str, n: int = 0) -> Score:
    """Return the score of a measure that has no value, with the reason."""
    return Score(None, n, why=why)
