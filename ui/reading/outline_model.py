"""The outline's rows: the article's annotations in reading order, nested as they nest."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.domain.annotation import Annotation, reading_order
from app.domain.label import Label
from ui.widgets.plain import tooltip_text

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Role(IntEnum):
    """What the delegate asks for besides the words."""

    LINE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """One annotation in the outline; `depth` counts the shown annotations that contain it."""

    annotation: Annotation
    label: Label
    depth: int


def nested(annotations: Iterable[Annotation], labels: Mapping[str, Label]) -> list[OutlineLine]:
    """Return the annotations in reading order, each with how many of them contain it."""
    lines: list[OutlineLine] = []
    around: list[Annotation] = []
    for annotation in sorted(annotations, key=reading_order):
        while around and not around[-1].span.covers(annotation.span):
            around.pop()
        lines.append(OutlineLine(annotation, labels[annotation.label], len(around)))
        around.append(annotation)
    return lines


class OutlineModel(QAbstractListModel):
    """The annotations of one article, of all labels or of those in the filter."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._annotations: dict[str, Annotation] = {}
        self._labels: dict[str, Label] = {}
        self._only: frozenset[str] = frozenset()
        self._lines: list[OutlineLine] = []
        self._at: dict[str, int] = {}

    def set_labels(self, labels: Iterable[Label]) -> None:
        """Take the project's labels."""
        self._labels = {label.id: label for label in labels}
        self._line_up()

    def set_annotations(self, annotations: Iterable[Annotation]) -> None:
        """Show these annotations instead."""
        self._annotations = {one.id: one for one in annotations}
        self._line_up()

    def change(self, put: Iterable[Annotation], dropped: Iterable[str]) -> None:
        """Add or replace some annotations and take others out."""
        for name in dropped:
            self._annotations.pop(name, None)
        self._annotations.update((one.id, one) for one in put)
        self._line_up()

    def show_only(self, labels: frozenset[str]) -> None:
        """Show annotations of these labels only; of all where the set is empty."""
        self._only = labels
        self._line_up()

    def annotations(self) -> dict[str, Annotation]:
        """Return all annotations by id, shown or not."""
        return self._annotations

    def counts(self) -> dict[str, int]:
        """Return how many annotations each label has, shown or not."""
        counts = dict.fromkeys(self._labels, 0)
        for one in self._annotations.values():
            counts[one.label] += 1
        return counts

    def annotation_at(self, line: int) -> str | None:
        """Return the id of the annotation in a line."""
        return self._lines[line].annotation.id if 0 <= line < len(self._lines) else None

    def index_of(self, annotation: str | None) -> QModelIndex:
        """Return where an annotation stands among those shown."""
        line = self._at.get(annotation or "")
        return QModelIndex() if line is None else self.index(line)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many annotations are shown."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return an annotation's words, its line, or what a tooltip or a screen reader tells."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.annotation.quote
            case Role.LINE:
                return line
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_text(line.annotation.quote)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{line.label.name}: {line.annotation.quote}"
        return None

    def _line_up(self) -> None:
        self.beginResetModel()
        shown = (
            one for one in self._annotations.values() if not self._only or one.label in self._only
        )
        self._lines = nested(shown, self._labels) if self._labels else []
        self._at = {line.annotation.id: at for at, line in enumerate(self._lines)}
        self.endResetModel()
