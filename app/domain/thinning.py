"""Which of many backups to keep: all of the last days, then one a day, a week and a month."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

ALL_OF = timedelta(days=2)
DAYS, WEEKS, MONTHS = 12, 10, 9
NEVER_DROPPED = 3

_Period = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """One backup: its number, which only grows, and when it was made, as the clock said."""

    number: int
    made: datetime


def to_drop(backups: Collection[Kept], now: datetime) -> set[int]:
    """Return the numbers of the backups that are not worth their room any more.

    Kept are all of the last two days, then the last one of each of 12 days, then of 10 weeks, then
    of 9 months. Days, weeks and months count only where a backup was made in them, and what bears a
    date still to come is kept: a clock that jumps costs no more than what would have been thinned
    anyway. The newest three stay, by their dates and also by their numbers, which no clock moves.
    """
    by_date = sorted(backups, key=lambda one: (one.made, one.number), reverse=True)
    by_number = sorted(backups, key=lambda one: one.number, reverse=True)
    keep = {one.number for one in (*by_date[:NEVER_DROPPED], *by_number[:NEVER_DROPPED])}
    keep.update(one.number for one in by_date if one.made > now - ALL_OF)
    rest = [one for one in by_date if one.made <= now - ALL_OF]
    for period, most in ((_day, DAYS), (_week, WEEKS), (_month, MONTHS)):
        chosen, rest = _last_of_each(rest, period, most)
        keep.update(chosen)
    return {one.number for one in backups} - keep


def _last_of_each(
    backups: Iterable[Kept], period: Callable[[datetime], _Period], most: int
) -> tuple[list[int], list[Kept]]:
    """Return the newest of each of the first `most` periods, and what is older than all of those.

    `backups` come newest first.
    """
    chosen: dict[_Period, int] = {}
    older: list[Kept] = []
    for one in backups:
        here = period(one.made)
        if here not in chosen and len(chosen) == most:
            older.append(one)
        else:
            chosen.setdefault(here, one.number)
    return list(chosen.values()), older


def _day(moment: datetime) -> _Period:
    return (moment.year, moment.month, moment.day)


def _week(moment: datetime) -> _Period:
    return moment.isocalendar()[:2]


def _month(moment: datetime) -> _Period:
    return (moment.year, moment.month)
