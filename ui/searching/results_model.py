"""The lines of what was found: an article, its places below it, and how many more it has."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.domain.label import Label
from app.domain.place import Place
from app.search.looking import FoundArticle, FoundPlace
from ui.widgets.numbers import parted
from ui.widgets.plain import one_line, tooltip_text

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Role(IntEnum):
    """What the delegate asks for besides the words."""

    LINE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Line:
    """An article's own line, or with a `place` one of its places; `more` counts those left out."""

    article: FoundArticle
    place: FoundPlace | None = None
    labels: tuple[Label, ...] = ()
    more: int = 0

    @property
    def is_heading(self) -> bool:
        """Whether it is the article's own line."""
        return self.place is None and not self.more

    @property
    def leads_to(self) -> Place:
        """Where it leads: an article's own line to the first of its places."""
        if self.place is not None:
            return Place(self.article.id, self.place.span)
        if self.more:
            return Place(self.article.id, self.article.following)
        places = self.article.places
        return Place(self.article.id, places[0].span if places else None)


class ResultsModel(QAbstractListModel):
    """What was found, in order; `wanted_more` says that somebody has come to its end."""

    wanted_more = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []
        self._labels: dict[str, Label] = {}
        self._has_more = False

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Take the project's labels; lines that come later show them."""
        self._labels = {label.id: label for label in labels}

    def show_found(self, found: Sequence[FoundArticle], *, has_more: bool) -> None:
        """Show these articles with their places instead."""
        self.beginResetModel()
        self._lines = self._lines_of(found)
        self._has_more = has_more
        self.endResetModel()

    def add_found(self, found: Sequence[FoundArticle], *, has_more: bool) -> None:
        """Show these below the others."""
        self._has_more = has_more
        lines = self._lines_of(found)
        if lines:
            self.beginInsertRows(QModelIndex(), len(self._lines), len(self._lines) + len(lines) - 1)
            self._lines += lines
            self.endInsertRows()

    def line(self, row: int) -> Line:
        """Return what stands in a row."""
        return self._lines[row]

    def first_place(self) -> int:
        """Return the row of the first place, or of the first article where there are no places."""
        rows = (row for row, line in enumerate(self._lines) if line.place is not None)
        return next(rows, 0)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def canFetchMore(self, parent: Index) -> bool:
        """Tell whether there are articles that are not shown yet."""
        return self._has_more and not parent.isValid()

    def fetchMore(self, _parent: Index) -> None:
        """Ask for them; they come when they are found."""
        self.wanted_more.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line's words, itself, or its words for a tooltip or a screen reader."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case Role.LINE:
                return line
            case Qt.ItemDataRole.DisplayRole:
                return self._words(line)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_text(self._words(line))
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join([self._words(line), *(label.name for label in line.labels)])
        return None

    def _words(self, line: Line) -> str:
        if line.place is not None:
            return one_line(str(line.place.excerpt))
        if line.more:
            return parted(self.tr("%n more place(s) in this article", None, line.more), line.more)
        about = (line.article.title, line.article.source, line.article.published)
        return ", ".join(one_line(part) for part in about if part)

    def _lines_of(self, found: Sequence[FoundArticle]) -> list[Line]:
        lines: list[Line] = []
        for article in found:
            lines.append(Line(article))
            for place in article.places:
                labels = [self._labels[name] for name in place.labels if name in self._labels]
                lines.append(Line(article, place, tuple(labels)))
            if article.count > len(article.places):
                lines.append(Line(article, more=article.count - len(article.places)))
        return lines
