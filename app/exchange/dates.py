"""The date, and perhaps the time, that a line says something was published."""

import re

_MONTHS = (
    "jan january janvier januar enero січня января يناير",
    "feb february février februar febrero лютого февраля فبراير",
    "mar march mars märz marzo березня марта مارس",
    "apr april avril abril квітня апреля أبريل",
    "may mai mayo травня мая مايو",
    "jun june juin juni junio червня июня يونيو",
    "jul july juillet juli julio липня июля يوليو",
    "aug august août agosto серпня августа أغسطس",
    "sep sept september septembre septiembre вересня сентября سبتمبر",
    "oct october octobre oktober octubre жовтня октября أكتوبر",
    "nov november novembre noviembre листопада ноября نوفمبر",
    "dec december décembre dezember diciembre грудня декабря ديسمبر",
)
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_MONTH = rf"(?:{'|'.join(sorted(_MONTH_OF, key=len, reverse=True))})\b\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th|\.)?"
_YEAR = r"(?:19|20)\d\d"
_WRITTEN = re.compile(
    rf"(?<!\d)(?:(?P<iso>{_YEAR}-\d\d-\d\d)"
    rf"|(?P<dots>\d{{1,2}}\.\d{{1,2}}\.{_YEAR})"
    rf"|(?P<strokes>\d{{1,2}}/\d{{1,2}}/{_YEAR})"
    rf"|(?P<words>{_DAY}\s+(?:(?:of|de)\s+)?{_MONTH},?\s+(?:de\s+)?{_YEAR}|\b{_MONTH}\s+{_DAY},?\s+{_YEAR}))"
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
    if "19" not in line and "20" not in line:  # no year: hardly any line has one
        return None
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
    written = " ".join(_in_english(word) for word in found[0].split())
    try:
        return parser.parse(written, dayfirst=day_first).strftime("%Y-%m-%d")
    except (ValueError, OverflowError):
        return ""


def _in_english(word: str) -> str:
    """Return a month's English name, nothing for words that only join, and other words as is."""
    if word.lower() in {"of", "de"}:
        return ""
    number = _MONTH_OF.get(word.lower().strip(".,"))
    return _MONTHS[number - 1][:3] if number else word
