"""Articles by people, as a table: a line for each article, a column for each person."""

from collections.abc import Iterable, Mapping, Sequence, Set
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from app.domain.allotting import Pair
from app.domain.annotator import Annotator
from app.queries.allotment_table import AllotmentTable, Load, Reading, TableRow
from ui.reading.article_list_model import state_words
from ui.widgets.plain import tooltip_text

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

ARTICLE, READERS, FIRST_PERSON = 0, 1, 2
"""The columns: the article, how many read it, and then one for each person."""


class Role(IntEnum):
    """What delegate and head ask for besides the words."""

    ROW = Qt.ItemDataRole.UserRole + 1
    READING = Qt.ItemDataRole.UserRole + 2
    PROPOSED = Qt.ItemDataRole.UserRole + 3
    PERSON = Qt.ItemDataRole.UserRole + 4
    LOAD = Qt.ItemDataRole.UserRole + 5


class CoverageModel(QAbstractTableModel):
    """The articles that the filter leaves; what a plan would add is shown as `proposed`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[Annotator, ...] = ()
        self._loads: dict[str, Load] = {}
        self._at: dict[str, int] = {}
        self._rows: list[TableRow] = []
        self._shown: Sequence[int] = range(0)
        self._words: list[str] = []
        self._unread_only = False
        self._proposed: Set[Pair] = frozenset()

    def set_table(self, table: AllotmentTable) -> None:
        """Show this table instead."""
        self.beginResetModel()
        self._people, self._rows, self._loads = table.people, list(table.rows), table.loads()
        self._at = {row.id: number for number, row in enumerate(self._rows)}
        self._shown = self._matching()
        self.endResetModel()

    def update_rows(self, rows: Iterable[TableRow]) -> bool:
        """Show some articles anew, where they stand; False where one of them is not in the table.

        The filter is not asked again: what was just turned over does not run away.
        """
        for row in rows:
            number = self._at.get(row.id)
            if number is None:
                return False
            for known, times in ((self._rows[number], -1), (row, 1)):
                for person, reading in known.readers.items():
                    self._loads[person] = self._loads[person].plus(known, reading, times=times)
            self._rows[number] = row
        self._show_again()
        return True

    def set_filter(self, words: str, *, unread_only: bool) -> None:
        """Leave the articles whose title, outlet, date or readers hold all words.

        With `unread_only` only those that nobody is to read.
        """
        self.beginResetModel()
        self._words, self._unread_only = words.casefold().split(), unread_only
        self._shown = self._matching()
        self.endResetModel()

    def propose(self, pairs: Iterable[Pair]) -> None:
        """Show what a plan would add."""
        self._proposed = frozenset(pairs)
        self._show_again()

    def _show_again(self) -> None:
        """Let all cells in view, and the heads, be drawn anew."""
        last = self.columnCount() - 1
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, last))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)

    @property
    def people(self) -> Sequence[Annotator]:
        """Everybody who has a column, in order."""
        return self._people

    def loads(self) -> Mapping[str, Load]:
        """Return what each person has to read, by their ids."""
        return self._loads

    def rows(self) -> Sequence[TableRow]:
        """Return all articles, filtered or not."""
        return self._rows

    def shown_rows(self) -> list[TableRow]:
        """Return the articles that the filter leaves."""
        return [self._rows[number] for number in self._shown]

    def row_at(self, line: int) -> TableRow:
        """Return the article in a line."""
        return self._rows[self._shown[line]]

    def pair_at(self, index: Index) -> Pair | None:
        """Return article and person of a cell; None where it is no person's."""
        if not index.isValid() or index.column() < FIRST_PERSON:
            return None
        return self.row_at(index.row()).id, self._people[index.column() - FIRST_PERSON].id

    def is_allotted(self, index: Index) -> bool:
        """Tell whether the person of a cell is to read its article."""
        reading = self.data(index, Role.READING)
        return isinstance(reading, Reading) and reading.round > 0

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many articles are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of people and two more."""
        return 0 if parent.isValid() else FIRST_PERSON + len(self._people)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows, or its words for a tooltip or a screen reader."""
        if not index.isValid():
            return None
        row = self.row_at(index.row())
        if role == Role.ROW:
            return row
        person = None
        if index.column() >= FIRST_PERSON:
            person = self._people[index.column() - FIRST_PERSON]
        match role:
            case Role.READING:
                return None if person is None else row.readers.get(person.id)
            case Role.PROPOSED:
                return person is not None and (row.id, person.id) in self._proposed
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._told(row, index.column(), person)
            case Qt.ItemDataRole.ToolTipRole:
                told = self._told(row, index.column(), person)
                parts = (row.title, row.source) if person is None else (person.name, told)
                return tooltip_text("\n".join(part for part in parts if part))
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return whom a column is about."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if section >= FIRST_PERSON:
            person = self._people[section - FIRST_PERSON]
            load = self._loads[person.id]
            match role:
                case Role.PERSON | Qt.ItemDataRole.DisplayRole:
                    return person.name
                case Role.LOAD:
                    return load
                case Qt.ItemDataRole.ToolTipRole:
                    return tooltip_text(f"{person.name}\n{load_words(load)}")
        elif role == Qt.ItemDataRole.DisplayRole:
            return self.tr("Article") if section == ARTICLE else self.tr("Readers")
        return None

    def _told(self, row: TableRow, column: int, person: Annotator | None) -> str:
        if person is None:
            if column == ARTICLE:
                return row.title
            return self.tr("%n reader(s)", None, row.allotted)
        reading = row.readers.get(person.id)
        if reading is None:
            return self.tr("not allotted")
        state = state_words(reading.state)
        if not reading.round:
            return self.tr("not allotted, {state}").format(state=state)
        if reading.round > 1:
            told = self.tr("allotted in round {number}, {state}")
            return told.format(number=reading.round, state=state)
        return self.tr("allotted, {state}").format(state=state)

    def _matching(self) -> Sequence[int]:
        """Return the numbers of the rows that the filter leaves, in order."""
        if not self._words and not self._unread_only:
            return range(len(self._rows))
        names = {person.id: person.name for person in self._people}
        return [
            number
            for number, row in enumerate(self._rows)
            if not (self._unread_only and row.allotted) and self._has_words(row, names)
        ]

    def _has_words(self, row: TableRow, names: Mapping[str, str]) -> bool:
        if not self._words:
            return True
        readers = " ".join(names[person] for person in row.readers)
        key = f"{row.title} {row.source} {row.published} {readers}".casefold()
        return all(word in key for word in self._words)


def load_words(load: Load) -> str:
    """Return what somebody has to read, in words."""
    translate = QCoreApplication.translate
    if not load.allotted:
        return translate("Coverage", "nothing yet")
    return translate("Coverage", "{done} of {allotted} done").format(
        done=f"{load.done:,}", allotted=f"{load.allotted:,}"
    )
