"""The date, and perhaps the time, that a line says something was published."""

import re

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_WRITTEN = re.compile(
    rf"(?<!\d)(?:(?P<iso>{_YEAR}-\d\d-\d\d)"
    rf"|(?P<dots>\d{{1,2}}\.\d{{1,2}}\.{_YEAR})"
    rf"|(?P<strokes>\d{{1,2}}/\d{{1,2}}/{_YEAR})"
    rf"|(?P<words>{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}|\b{_MONTH}\s+{_DAY},?\s+{_YEAR}))"
    rf"(?!\d)",
    re.I,
)
_TIME = re.compile(
    r"(?<!\d)(?P<hour>[01]?\d|2[0-3])"
    r"(?::(?P<minute>[0-5]\d)(?::[0-5]\d)?(?:\s*(?P<half>[ap])\.?m\b\.?)?"
    r"|\.(?P<minutes>[0-5]\d)\s*(?P<halves>[ap])\.?m\b\.?)(?!\d)",
    re.I,
)


def dated(line: str) -> tuple[str, str] | None:
    """Return the ISO date, or date and time to the minute, in `line`, and the rest of the line.

    None where there is none, or where day and month could be either.
    """
    found = _WRITTEN.search(line)
    if found is None:
        return None
    day = _day_of(found)
    if not day:
        return None
    before, after = line[: found.start()], line[found.end() :]
    if time := _TIME.search(after):
        rest = f"{before} {after[: time.start()]} {after[time.end() :]}"
    elif time := _TIME.search(before):
        rest = f"{before[: time.start()]} {before[time.end() :]} {after}"
    else:
        return day, f"{before} {after}"
    return f"{day}T{_clock(time)}", rest


def _clock(time: re.Match[str]) -> str:
    """Return the time of day as hours and minutes of 24 hours."""
    hour = int(time["hour"])
    if half := (time["half"] or time["halves"]):
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    return f"{hour:02}:{time['minute'] or time['minutes']}"


def _day_of(found: re.Match[str]) -> str:
    """Return the day as an ISO date; empty where it is no day, or could be two."""
    from dateutil import parser

    day_first = not found["iso"]
    if found["strokes"]:
        first, second, _ = map(int, found["strokes"].split("/"))
        if first <= 12 and second <= 12 and first != second:
            return ""
        day_first = first > 12
    try:
        day = parser.parse(re.sub(r"\bof\b", " ", found[0], flags=re.I), dayfirst=day_first)
    except (ValueError, OverflowError):
        return ""
    return day.strftime("%Y-%m-%d")
