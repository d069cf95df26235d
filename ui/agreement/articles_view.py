"""The articles behind the figures: those that count, and those that were left out and why."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ui.agreement.article_table import ArticleTable
from ui.agreement.asked import Measured
from ui.theme.fonts import TextRole
from ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from app.agreement.report import ArticleLine
    from app.agreement.timeline import Period


class Group(StrEnum):
    """Which articles are listed."""

    COUNTING = "counting"
    PERIOD = "period"
    EMPTY = "empty"
    ONE = "one"
    NOBODY = "nobody"


class ArticlesView(QWidget):
    """`opened` carries the cases that a figure opens, `article_opened` an article's id."""

    opened = Signal(object)
    article_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = ArticleTable()
        self.group = QComboBox()
        self.group.setAccessibleName(self.tr("Which articles"))
        self.told = PlainLabel(role=TextRole.QUIET)
        self._measured: Measured | None = None
        self._names: Mapping[str, str] = {}
        self._period: Period | None = None
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.group)
        row.addWidget(self.told, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 0)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self.group.currentIndexChanged.connect(self._show)
        self.table.opened.connect(self.opened)
        self.table.article_opened.connect(self.article_opened)

    def show_measured(self, measured: Measured, names: Mapping[str, str]) -> None:
        """Show the articles of other figures; which of them stays as it was chosen."""
        self._measured, self._names = measured, names
        self._period = _again(self._period, measured)
        here = self.group.currentData()
        quiet = QSignalBlocker(self.group)
        self.group.clear()
        period = "" if self._period is None else self._period.name
        for group, words in (
            (Group.COUNTING, self.tr("Articles that count: {number}")),
            (Group.PERIOD, self.tr("Articles of {period}: {number}")),
            (Group.EMPTY, self.tr("Nothing marked by anybody: {number}")),
            (Group.ONE, self.tr("Finished by one of them only: {number}")),
            (Group.NOBODY, self.tr("Finished by none of them: {number}")),
        ):
            number = len(self._lines(group))
            if number or group is Group.COUNTING:
                told = words.format(number=f"{number:,}", period=period)
                self.group.addItem(told, group.value)
        self.group.setCurrentIndex(max(self.group.findData(here), 0))
        quiet.unblock()
        self._show()

    def show_period(self, period: "Period") -> None:
        """List the articles of a week or a round."""
        self._period = period
        if self._measured is not None:
            self.show_measured(self._measured, self._names)
        self.show_group(Group.PERIOD)

    def show_group(self, group: Group) -> None:
        """List these articles."""
        self.group.setCurrentIndex(max(self.group.findData(group.value), 0))

    def _show(self) -> None:
        if self._measured is None or self.group.currentData() is None:
            return
        group = Group(str(self.group.currentData()))
        self.table.show_articles(self._measured, self._lines(group), self._names)
        told = {
            Group.COUNTING: self.tr("Press a figure for the words behind it, a title to read it."),
            Group.PERIOD: self.tr("Press a figure for the words behind it, a title to read it."),
            Group.EMPTY: self.tr("Said to be done with nothing in it: that counts as agreement."),
            Group.ONE: self.tr("There is nobody to compare with."),
            Group.NOBODY: self.tr("Nobody of those compared has said it to be done."),
        }
        self.told.setText(told[group])

    def _lines(self, group: Group) -> "list[ArticleLine]":
        from app.agreement.report import ArticleLine

        if self._measured is None:
            return []
        report = self._measured.report
        if group is Group.COUNTING:
            return list(report.articles)
        if group is Group.PERIOD:
            own = frozenset(() if self._period is None else self._period.articles)
            return [line for line in report.articles if line.id in own]
        if group is Group.EMPTY:
            return [line for line in report.articles if line.f1 is None]
        finished = 1 if group is Group.ONE else 0
        return [
            ArticleLine(one.id, None, {who: len(work.said) for who, work in one.works.items()})
            for one in report.study.articles
            if sum(who in one.works for who in report.study.annotators) == finished
        ]


def _again(period: "Period | None", measured: Measured) -> "Period | None":
    """Return a week or a round as other figures have it; None where they have none of that name."""
    if period is None:
        return None
    every = [one for line in measured.timelines.values() for one in line.periods]
    return next((one for one in every if _names(one) == _names(period)), None)


def _names(period: "Period") -> tuple[str, str]:
    return period.name, period.begins
