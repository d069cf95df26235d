"""Days and weeks are those of ISO 8601, also around New Year."""

import pytest

from app.domain.days import day_of, monday_of, week_of


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-05", "2026-03-05"),
        ("2026-03-05T09:30", "2026-03-05"),
        ("20260305", ""),
        ("2026-W10-4", ""),
        ("2026-02-30", ""),
        ("last Tuesday", ""),
        ("", ""),
    ],
)
def test_only_an_iso_date_is_a_day(text: str, day: str) -> None:
    assert day_of(text) == day


@pytest.mark.parametrize(
    ("day", "monday", "week"),
    [
        ("2026-07-27", "2026-07-27", "2026-W31"),
        ("2026-08-02", "2026-07-27", "2026-W31"),
        ("2027-01-01", "2026-12-28", "2026-W53"),
        ("2024-12-30", "2024-12-30", "2025-W01"),
        ("0001-01-01", "0001-01-01", "0001-W01"),
        ("soon", "", ""),
    ],
)
def test_a_week_begins_on_monday_and_belongs_to_the_year_of_its_thursday(
    day: str, monday: str, week: str
) -> None:
    assert (monday_of(day), week_of(day)) == (monday, week)
