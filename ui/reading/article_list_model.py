"""The article list's rows: all that were asked for, and those of them that a filter leaves."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)

from app.domain.assignment import State
from ui.widgets.numbers import parted
from ui.widgets.plain import tooltip_text

if TYPE_CHECKING:
    from app.queries.article_list import ArticleRow

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_KEYS_AT_ONCE = 2_000


class Role(IntEnum):
    """What the delegate asks for besides the words."""

    ROW = Qt.ItemDataRole.UserRole + 1


def state_words(state: State) -> str:
    """Return a state in the words of the interface."""
    translate = QCoreApplication.translate
    return {
        State.TO_DO: translate("ArticleList", "to do"),
        State.BEGUN: translate("ArticleList", "begun"),
        State.DONE: translate("ArticleList", "done"),
        State.DONE_EMPTY: translate("ArticleList", "done, nothing to mark"),
        State.CHANGED_SINCE: translate("ArticleList", "changed since done"),
    }[state]


def how_far(row: "ArticleRow") -> str:
    """Return how many annotations there are and, where that does not tell it, the state."""
    parts = []
    if row.annotations and row.state != State.CHANGED_SINCE:
        parts.append(
            parted(
                QCoreApplication.translate("ArticleList", "%n annotations", None, row.annotations),
                row.annotations,
            )
        )
    if not row.annotations or row.state == State.CHANGED_SINCE:
        parts.append(state_words(row.state))
    return " · ".join(parts)


class ArticleListModel(QAbstractListModel):
    """Articles in the order in which they came; `set_filter` narrows them to the matching ones."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ArticleRow] = []
        self._counts: Counter[State] = Counter()
        self._keys: list[str] = []
        self._shown: Sequence[int] = range(0)
        self._at: dict[str, int] = {}
        self._filter: list[str] = []
        self._idle = QTimer(self)
        self._idle.timeout.connect(self._make_keys)

    def set_rows(self, rows: "Iterable[ArticleRow]") -> None:
        """Show these articles instead."""
        self.beginResetModel()
        self._rows = list(rows)
        states = [row.state for row in self._rows]
        self._counts = Counter({state: states.count(state) for state in State})
        self._keys = []
        self._at = {row.id: number for number, row in enumerate(self._rows)}
        self._shown = self._matching()
        self.endResetModel()
        self._idle.start()

    def update_row(self, row: "ArticleRow") -> bool:
        """Show one article anew; False where it is not in the list."""
        number = self._at.get(row.id)
        if number is None:
            return False
        self._counts[self._rows[number].state] -= 1
        self._counts[row.state] += 1
        self._rows[number] = row
        if number < len(self._keys):
            self._keys[number] = _key(row, state_words(row.state))
        index = self.index_of(row.id)
        if index.isValid():
            self.dataChanged.emit(index, index)
        return True

    def set_filter(self, words: str) -> None:
        """Leave the articles whose title, outlet, date or state hold all of these words.

        What begins the name of a state is looked for as a whole: "to do" finds no "to" and "do".
        """
        self._filter = words.casefold().split()
        whole = " ".join(self._filter)
        if whole and any(state_words(state).casefold().startswith(whole) for state in State):
            self._filter = [whole]
        self.beginResetModel()
        self._shown = self._matching()
        self.endResetModel()

    def counts(self) -> Counter[State]:
        """Return how many articles are in each state, filtered or not."""
        return self._counts

    def rows(self) -> "list[ArticleRow]":
        """Return all articles, filtered or not."""
        return self._rows

    def shown_rows(self, after: str | None) -> "Iterator[ArticleRow]":
        """Yield the articles that the filter leaves, from below `after` round to the top."""
        start = self._at.get(after or "", -1)
        line = bisect_right(self._shown, start)
        for number in chain(self._shown[line:], self._shown[:line]):
            if number != start:
                yield self._rows[number]

    def row(self, article: str) -> "ArticleRow | None":
        """Return an article's row."""
        number = self._at.get(article)
        return None if number is None else self._rows[number]

    def index_of(self, article: str | None) -> QModelIndex:
        """Return where an article stands among those shown."""
        number = self._at.get(article or "")
        if number is None:
            return QModelIndex()
        line = bisect_left(self._shown, number)
        is_shown = line < len(self._shown) and self._shown[line] == number
        return self.index(line) if is_shown else QModelIndex()

    def article_at(self, line: int) -> str | None:
        """Return the id of the article shown in a line."""
        return self._rows[self._shown[line]].id if 0 <= line < len(self._shown) else None

    def neighbour(self, article: str | None, step: int) -> str | None:
        """Return the article `step` lines below (above, if negative) among those shown."""
        index = self.index_of(article)
        if not index.isValid():
            return self.article_at(0 if step > 0 else len(self._shown) - 1)
        return self.article_at(index.row() + step)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many articles are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return an article's title, its row, or its words for a tooltip or a screen reader."""
        if not index.isValid():
            return None
        row = self._rows[self._shown[index.row()]]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Role.ROW:
                return row
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_text("\n".join(filter(None, (row.title, row.source, how_far(row)))))
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(
                    filter(None, (row.title, row.source, how_far(row), state_words(row.state)))
                )
        return None

    def _matching(self) -> Sequence[int]:
        """Return the numbers of the rows that the filter leaves, in order."""
        if not self._filter:
            return range(len(self._rows))
        self._make_keys(len(self._rows))
        first, *others = sorted(self._filter, key=len, reverse=True)
        found = [number for number, key in enumerate(self._keys) if first in key]
        for word in others:
            found = [number for number in found if word in self._keys[number]]
        return found

    def _make_keys(self, most: int = _KEYS_AT_ONCE) -> None:
        """Make ready what the filter looks in, for up to so many rows more.

        In idle moments that happens a little at a time, so that neither the first painting nor the
        first letter in the filter has to wait for thousands of them.
        """
        states = {state: state_words(state) for state in State}
        start = len(self._keys)
        self._keys += [_key(row, states[row.state]) for row in self._rows[start : start + most]]
        if len(self._keys) == len(self._rows):
            self._idle.stop()


def _key(row: "ArticleRow", state: str) -> str:
    return f"{row.title} {row.source} {row.published} {state}".casefold()
