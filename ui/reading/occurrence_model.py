"""The places where words stand again, by article, and which of them are ticked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.widgets.plain import one_line

if TYPE_CHECKING:
    from app.domain.label import Label
    from app.domain.occurrence import Occurrence
    from app.queries.occurrences import FoundIn, FoundPlace

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Role(IntEnum):
    """What the delegate asks for besides the words."""

    LINE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Heading:
    """An article with places below it."""

    title: str
    source: str
    done: bool
    places: range


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """One place, with the labels that overlap it."""

    place: "FoundPlace"
    labels: "tuple[Label, ...]"


class OccurrenceModel(QAbstractListModel):
    """Lines for articles and, below each, its places; a place can be ticked.

    At first those are ticked that are written as the chosen words are, in articles that are not
    done, where nothing that overlaps has the label.
    """

    def __init__(self, label: "Label", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self._lines: list[Heading | PlaceLine] = []
        self._ticked: set[int] = set()

    def show_found(self, found: "Iterable[FoundIn]", labels: "Mapping[str, Label]") -> None:
        """List these places."""
        self.beginResetModel()
        self._lines = []
        for one in found:
            first = len(self._lines) + 1
            places = range(first, first + len(one.places))
            self._lines.append(Heading(one.title, one.source, one.done, places))
            self._lines += [
                PlaceLine(place, tuple(labels[name] for name in place.labels if name in labels))
                for place in one.places
            ]
        self._ticked = {line for line, _ in self._places() if self._is_likely(line)}
        self.endResetModel()

    def ticked(self) -> "list[Occurrence]":
        """Return the places that are ticked, in order."""
        return [place.occurrence for line, place in self._places() if line in self._ticked]

    def count(self) -> int:
        """Return how many places are listed."""
        return sum(1 for _ in self._places())

    def others(self) -> int:
        """Return how many of them have other capitals than the chosen words."""
        return sum(not place.same_case for _, place in self._places())

    def are_ticked(self, lines: Iterable[int]) -> bool:
        """Tell whether all of these lines are ticked."""
        return self._ticked.issuperset(lines)

    def toggle(self, line: int) -> None:
        """Tick a place, or all of an article, or take that back."""
        here = self._lines[line] if 0 <= line < len(self._lines) else None
        if here is not None:
            lines = here.places if isinstance(here, Heading) else range(line, line + 1)
            self._tick(lines, on=not self.are_ticked(lines))

    def toggle_all(self) -> None:
        """Tick all places; none, where all are ticked."""
        lines = [line for line, _ in self._places()]
        self._tick(lines, on=not self.are_ticked(lines))

    def tick_others(self, *, on: bool) -> None:
        """Tick what has other capitals, as far as it is likely otherwise; or untick all of it."""
        self._tick(
            [
                line
                for line, place in self._places()
                if not place.same_case and (not on or self._is_likely(line, any_case=True))
            ],
            on=on,
        )

    def first_place(self) -> QModelIndex:
        """Return the first place."""
        return self.index(1) if self._lines else QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line, its words, or what a screen reader tells."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case Role.LINE:
                return line
            case Qt.ItemDataRole.CheckStateRole:
                return self._check_state(index.row())
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return _words(line)
            case Qt.ItemDataRole.AccessibleDescriptionRole if isinstance(line, PlaceLine):
                return ", ".join(label.name for label in line.labels)
        return None

    def _places(self) -> "Iterable[tuple[int, FoundPlace]]":
        return (
            (number, line.place)
            for number, line in enumerate(self._lines)
            if isinstance(line, PlaceLine)
        )

    def _check_state(self, number: int) -> Qt.CheckState:
        line = self._lines[number]
        lines: Sequence[int] = line.places if isinstance(line, Heading) else (number,)
        count = sum(one in self._ticked for one in lines)
        if count == len(lines):
            return Qt.CheckState.Checked
        return Qt.CheckState.PartiallyChecked if count else Qt.CheckState.Unchecked

    def _is_likely(self, number: int, *, any_case: bool = False) -> bool:
        line = self._lines[number]
        return (
            isinstance(line, PlaceLine)
            and (line.place.same_case or any_case)
            and not line.place.occurrence.done
            and self._label.id not in line.place.labels
        )

    def _tick(self, lines: Iterable[int], *, on: bool) -> None:
        if on:
            self._ticked.update(lines)
        else:
            self._ticked.difference_update(lines)
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))


def _words(line: Heading | PlaceLine) -> str:
    if isinstance(line, Heading):
        return line.title
    place = line.place
    return one_line(f"{place.before}{place.occurrence.quote}{place.after}")
