"""Thinning, on times that nobody thought of: what it keeps, and what no clock can make it drop."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.domain.thinning import ALL_OF, DAYS, MONTHS, NEVER_DROPPED, WEEKS, Kept, to_drop

NOW = datetime(2026, 11, 22, 14, 20, tzinfo=UTC)
MINUTES = st.integers(-60 * 24 * 30, 60 * 24 * 900)  # before now; below 0 a clock went wrong

times = st.lists(MINUTES, max_size=120)


def made(minutes: list[int]) -> list[Kept]:
    return [Kept(number, NOW - timedelta(minutes=ago)) for number, ago in enumerate(minutes, 1)]


def remaining(backups: list[Kept], now: datetime = NOW) -> list[Kept]:
    gone = to_drop(backups, now)
    return [one for one in backups if one.number not in gone]


@given(times)
def test_everything_of_the_last_two_days_is_kept(minutes: list[int]) -> None:
    backups = made(minutes)
    kept = remaining(backups)
    assert [one for one in kept if one.made > NOW - ALL_OF] == [
        one for one in backups if one.made > NOW - ALL_OF
    ]


@given(times, st.integers(-4000, 4000))
def test_no_clock_makes_it_drop_the_newest_three(minutes: list[int], jump: int) -> None:
    backups = made(minutes)
    kept = remaining(backups, NOW + timedelta(days=jump))
    assert set(backups[-NEVER_DROPPED:]) <= set(kept)
    by_date = sorted(backups, key=lambda one: (one.made, one.number))
    assert set(by_date[-NEVER_DROPPED:]) <= set(kept)


@given(times)
def test_thinning_twice_drops_nothing_more(minutes: list[int]) -> None:
    kept = remaining(made(minutes))
    assert remaining(kept) == kept


@given(times)
def test_old_ones_do_not_grow_without_end(minutes: list[int]) -> None:
    old = [one for one in remaining(made(minutes)) if one.made <= NOW - ALL_OF]
    assert len(old) <= DAYS + WEEKS + MONTHS + 2 * NEVER_DROPPED


@given(times)
def test_the_order_in_which_they_are_told_does_not_matter(minutes: list[int]) -> None:
    backups = made(minutes)
    assert to_drop(backups, NOW) == to_drop(backups[::-1], NOW)


def test_a_year_of_daily_work_leaves_days_then_weeks_then_months() -> None:
    """A backup each evening, thinned each evening, as it happens in life."""
    kept: list[Kept] = []
    for day in range(365):
        today = NOW - timedelta(days=364 - day)
        kept = remaining([*kept, Kept(day, today)], today)
    ages = [(NOW - one.made).days for one in kept]
    assert ages[::-1][: 2 + DAYS] == list(range(2 + DAYS))
    weeks = ages[::-1][2 + DAYS : 2 + DAYS + WEEKS]
    assert [later - sooner for sooner, later in pairwise(weeks)] == [7] * 9
    months = ages[::-1][2 + DAYS + WEEKS :]
    assert len(months) == MONTHS
    assert all(28 <= later - sooner <= 35 for sooner, later in pairwise(months)), months


def test_of_a_day_long_gone_the_last_one_stays() -> None:
    day = NOW - timedelta(days=5)
    backups = [Kept(number, day + timedelta(minutes=10 * number)) for number in range(20)]
    recent = [Kept(50 + number, NOW - timedelta(minutes=number)) for number in range(3)]
    assert {one.number for one in remaining(backups + recent)} == {19, 50, 51, 52}
