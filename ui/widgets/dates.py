"""How the dates that come with articles are shown."""

from PySide6.QtCore import QDate, QLocale


def shown_date(published: str) -> str:
    """Return an ISO date as a person writes it; anything else as it is."""
    date = QDate.fromString(published[:10], "yyyy-MM-dd")
    if not date.isValid():
        return published
    return QLocale().toString(date, "d MMMM yyyy")
