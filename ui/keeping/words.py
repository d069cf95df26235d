"""Backups in words: when one was made, what for, what it holds, and how it differs from now."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from ui.widgets.numbers import parted

if TYPE_CHECKING:
    from app.domain.difference import Amount, How
    from app.files.backups import Backup

SEAM = " · "


def said_when(moment: datetime) -> str:
    """Return when it was, as people say it, always with the time: "today 14:20"."""
    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    time = QLocale().toString(local.time(), QLocale.FormatType.ShortFormat)
    days = local.date().daysTo(QDate.currentDate())
    if days == 0:
        words = QCoreApplication.translate("Keeping", "today {time}")
    elif days == 1:
        words = QCoreApplication.translate("Keeping", "yesterday {time}")
    elif 1 < days < 7:
        words = QLocale().toString(local.date(), "dddd") + " {time}"
    elif local.date().year() == QDate.currentDate().year():
        words = QLocale().toString(local.date(), "d MMMM") + " {time}"
    else:
        words = QLocale().toString(local.date(), "d MMMM yyyy") + " {time}"
    return words.format(time=time)


def said_time(moment: datetime) -> str:
    """Return the time of day alone, or where it was on another day that too."""
    if moment.astimezone().date() != datetime.now(UTC).astimezone().date():
        return said_when(moment)
    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    return QLocale().toString(local.time(), QLocale.FormatType.ShortFormat)


def said_why(why: str) -> str:
    """Return what a backup was made for."""
    words = {
        "opening": QCoreApplication.translate("Keeping", "when the project was opened"),
        "work": QCoreApplication.translate("Keeping", "during work"),
        "receiving": QCoreApplication.translate("Keeping", "before articles were received"),
        "upgrade": QCoreApplication.translate(
            "Keeping", "before the project was brought up to date"
        ),
        "restoring": QCoreApplication.translate("Keeping", "before another backup was restored"),
    }
    return words[why]


def said_holds(backup: "Backup") -> str:
    """Return what a backup holds, in one line."""
    parts = []
    if backup.articles is not None:
        parts.append(said_articles(backup.articles))
    if backup.annotations is not None:
        parts.append(said_annotations(backup.annotations))
    parts.append(
        QLocale().formattedDataSize(backup.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
    )
    return SEAM.join(parts)


def said_articles(number: int) -> str:
    """Return so many articles."""
    return parted(QCoreApplication.translate("Keeping", "%n article(s)", None, number), number)


def said_annotations(number: int) -> str:
    """Return so many annotations."""
    return parted(QCoreApplication.translate("Keeping", "%n annotation(s)", None, number), number)


def said_amount(amount: "Amount") -> str:
    """Return how much there is more, fewer and other: "3 fewer, 1 different than now"."""
    parts = []
    if amount.more:
        parts.append(
            parted(QCoreApplication.translate("Keeping", "%n more", None, amount.more), amount.more)
        )
    if amount.fewer:
        parts.append(
            parted(
                QCoreApplication.translate("Keeping", "%n fewer", None, amount.fewer), amount.fewer
            )
        )
    if amount.changed:
        parts.append(
            parted(
                QCoreApplication.translate("Keeping", "%n different", None, amount.changed),
                amount.changed,
            )
        )
    return ", ".join(parts) or QCoreApplication.translate("Keeping", "as now")


def said_how(how: "How") -> str:
    """Return how one thing in a backup differs from now, in words beside its sign."""
    from app.domain.difference import How

    words = {
        How.MORE: QCoreApplication.translate("Keeping", "only in the backup"),
        How.FEWER: QCoreApplication.translate("Keeping", "not in the backup"),
        How.CHANGED: QCoreApplication.translate("Keeping", "different in the backup"),
    }
    return words[how]
