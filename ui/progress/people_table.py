"""What each person has done, a line each; figures far from the others' say so in words."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from app.domain.progress import Distance, PersonSums, distances
from app.queries.progress import TeamProgress
from ui.theme.fonts import TextRole, font_for
from ui.theme.icons import icon
from ui.widgets.plain import one_line, tooltip_text

_PERSON = Qt.ItemDataRole.UserRole + 1
MOST_LABELS = 6
ROWS = 6
ROW = 31
NAME = 190


class PeopleTable(QTreeWidget):
    """`chosen` carries the id of the person whose line was opened."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRootIsDecorated(False)
        self.setAllColumnsShowFocus(True)
        self.setUniformRowHeights(True)
        self.setAccessibleName(self.tr("What each person has done"))
        self.itemActivated.connect(self._choose)
        self.itemClicked.connect(self._choose)

    def show_progress(self, team: TeamProgress) -> None:
        """Show these figures instead."""
        sums = [(one, team.sums[one.id]) for one in team.people if team.sums[one.id].articles]
        labels = [label for label in team.labels if not label.retired][:MOST_LABELS]
        columns: list[tuple[str, Callable[[PersonSums], float | None], str]] = [
            (self.tr("Minutes per article"), lambda one: one.minutes_each, "{:.1f}"),
            (self.tr("Per 1,000 characters"), lambda one: one.per_thousand, "{:.1f}"),
            *((one_line(label.name), _per_thousand_of(label.id), "{:.1f}") for label in labels),
        ]
        self.clear()
        self.setColumnCount(2 + len(columns))
        heads = [self.tr("Annotator"), self.tr("Done")] + [name for name, _, _ in columns]
        self.setHeaderLabels(heads)
        done = {person.id: one.done for person, one in sums}
        timed = {person.id: one.timed for person, one in sums}
        counts = [timed, *[done] * (len(columns) - 1)]
        far = [
            distances({person.id: figure(one) for person, one in sums}, articles=articles)
            for (_, figure, _), articles in zip(columns, counts, strict=True)
        ]
        for person, one in sums:
            share = self.tr("{done} of {articles}").format(
                done=f"{one.done:,}", articles=f"{one.articles:,}"
            )
            item = QTreeWidgetItem([one_line(person.name), share])
            item.setData(0, _PERSON, person.id)
            item.setData(0, Qt.ItemDataRole.ToolTipRole, tooltip_text(person.name))
            item.setFont(0, font_for(TextRole.MEDIUM))
            for column, (name, figure, written) in enumerate(columns, start=2):
                value = figure(one)
                said = "–" if value is None else written.format(value)
                distance = far[column - 2].get(person.id)
                if distance is not None and distance.is_far:
                    said = self._far_words(distance).format(value=said)
                    item.setFont(column, font_for(TextRole.STRONG))
                    item.setIcon(column, icon("info", tint="warning"))
                item.setText(column, said)
                tip = self._tip(name, distance)
                item.setData(column, Qt.ItemDataRole.ToolTipRole, tooltip_text(tip))
            self.addTopLevelItem(item)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(76)
        for column in range(self.columnCount()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, NAME)
        rows = min(max(1, len(sums)), ROWS)
        self.setFixedHeight(ROW * (rows + 1) + 8)

    def _far_words(self, distance: Distance) -> str:
        if distance.is_above:
            return self.tr("{value} · far above")
        return self.tr("{value} · far below")

    def _tip(self, name: str, distance: Distance | None) -> str:
        if distance is None:
            return self.tr("{name}: nothing done yet to tell it by").format(name=name)
        told = self.tr("{name}: {value}; the middle of all is {middle}").format(
            name=name, value=f"{distance.value:.1f}", middle=f"{distance.middle:.1f}"
        )
        if distance.is_far:
            told += "\n" + self.tr("Far from the others, which may have good reasons: have a look.")
        return told

    def _choose(self, item: QTreeWidgetItem) -> None:
        self.chosen.emit(item.data(0, _PERSON))


def _per_thousand_of(label: str) -> Callable[[PersonSums], float | None]:
    return lambda one: one.per_thousand_of(label)
