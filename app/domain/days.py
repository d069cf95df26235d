"""Days and weeks as ISO 8601 writes them."""

from datetime import date, timedelta


def day_of(text: str) -> str:
    """Return the ISO date that a date, or a date and time, begins with; "" where it is none."""
    day = text[:10]
    try:
        return day if date.fromisoformat(day).isoformat() == day else ""
    except ValueError:
        return ""


def monday_of(text: str) -> str:
    """Return the ISO date of the Monday whose week holds a day; "" where it is no day."""
    if not (day := day_of(text)):
        return ""
    known = date.fromisoformat(day)
    return (known - timedelta(days=known.weekday())).isoformat()


def week_of(text: str) -> str:
    """Return the ISO week of a day, as in "2026-W31"; "" where it is no day."""
    if not (day := day_of(text)):
        return ""
    year, week, _ = date.fromisoformat(day).isocalendar()
    return f"{year:04}-W{week:02}"
