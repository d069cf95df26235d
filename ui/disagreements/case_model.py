"""The lines of the list: cases below headings, by kind or by article."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from operator import attrgetter

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.agreement.cases import Case
from app.domain.excerpt import Excerpt
from app.domain.label import Label
from ui.disagreements.texts import Texts
from ui.disagreements.words import ICONS, KINDS, kind_in_full, sides_words
from ui.widgets.plain import one_line, set_apart, tooltip_text

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Group(StrEnum):
    """By what cases stand together below a heading."""

    KIND = "kind"
    ARTICLE = "article"


class Role(IntEnum):
    """What the delegate asks for besides the words."""

    LINE = Qt.ItemDataRole.UserRole + 1
    SHOWN = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Heading:
    """A line over cases that belong together, and how many they are."""

    words: str
    icon: str
    count: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A case as it is drawn: the words in their sentence, who says what, where."""

    case: Case
    excerpt: Excerpt
    labels: tuple[Label, ...]
    where: str


class CaseModel(QAbstractListModel):
    """Cases in the order in which they are shown; a heading is nothing to choose.

    `headings` are the rows of these.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Case | Heading] = []
        self.headings: list[int] = []
        self._texts = Texts(lambda _: "")
        self._titles: Mapping[str, str] = {}
        self._labels: dict[str, Label] = {}
        self._names: Mapping[str, str] = {}
        self._group = Group.KIND

    def set_matter(self, texts: Texts, titles: Mapping[str, str], labels: Sequence[Label]) -> None:
        """Take what articles and labels are like; lines that are shown later show it."""
        self._texts, self._titles = texts, titles
        self._labels = {label.name: label for label in labels}

    def set_names(self, names: Mapping[str, str]) -> None:
        """Show annotators under these names."""
        self._names = names
        if self.lines:
            self.dataChanged.emit(self.index(0), self.index(len(self.lines) - 1))

    def show_cases(self, cases: Sequence[Case], group: Group) -> None:
        """Show these cases instead, in this order below their headings."""
        self.beginResetModel()
        self.lines, self.headings, self._group = [], [], group
        for heading, together in self._grouped(cases):
            self.headings.append(len(self.lines))
            self.lines.append(heading)
            self.lines += together
        self.endResetModel()

    def case_at(self, row: int) -> Case | None:
        """Return the case in a row; None for a heading, and where there is no such row."""
        line = self.lines[row] if 0 <= row < len(self.lines) else None
        return None if isinstance(line, Heading) else line

    def index_of(self, case: Case | None) -> QModelIndex:
        """Return where a case stands; an invalid index where it is not shown."""
        rows = (row for row, line in enumerate(self.lines) if line is case)
        row = None if case is None else next(rows, None)
        return QModelIndex() if row is None else self.index(row)

    def beside(self, row: int, by: int) -> int | None:
        """Return the row of the next case, downwards (1) or upwards (-1), if there is one."""
        row += by
        while 0 <= row < len(self.lines):
            if self.case_at(row) is not None:
                return row
            row += by
        return None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let cases be chosen, and headings only be seen."""
        if self.case_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line's words, itself, or all that is drawn of it."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        match role:
            case Role.LINE:
                return line
            case Role.SHOWN:
                return None if isinstance(line, Heading) else self._shown(line)
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._words(line)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_text(self._words(line))
        return None

    def _shown(self, case: Case) -> Shown:
        names = dict.fromkeys(one.label for one in case.said)
        return Shown(
            case,
            self._texts.excerpt(case),
            tuple(self._labels[name] for name in names if name in self._labels),
            self._where(case),
        )

    def _words(self, line: Case | Heading) -> str:
        if isinstance(line, Heading):
            return f"{line.words}: {line.count:,}"
        shown = self._shown(line)
        labels = " / ".join(one_line(label.name) for label in shown.labels)
        words = one_line(shown.excerpt.words)
        return ", ".join((kind_in_full(line.kind), labels, f"“{words}”", shown.where))

    def _where(self, case: Case) -> str:
        """Say whose a case is, and in which article unless the heading does."""
        whose = sides_words(case, lambda name: self._names.get(name, name))
        title = self._titles.get(case.article, "")
        return whose if self._group is Group.ARTICLE else f"{whose} · {set_apart(title)}"

    def _grouped(self, cases: Sequence[Case]) -> Iterator[tuple[Heading, list[Case]]]:
        """Yield the headings with what stands below each, kinds always in the same order."""
        by_kind = self._group is Group.KIND
        key = attrgetter("kind" if by_kind else "article")
        together: defaultdict[object, list[Case]] = defaultdict(list)
        if by_kind:
            together.update({kind: [] for kind in KINDS})
        for case in cases:
            together[key(case)].append(case)
        for some in filter(None, together.values()):
            first = some[0]
            words, icon = kind_in_full(first.kind), ICONS[first.kind]
            if not by_kind:
                words, icon = one_line(self._titles.get(first.article, first.article)), "article"
            yield Heading(words, icon, len(some)), some
