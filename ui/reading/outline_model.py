"""The outline's rows: the article's annotations in reading order, nested as they nest."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.domain.annotation import Annotation, reading_order
from app.domain.label import Label
from ui.reading.annotation_index import AnnotationIndex
from ui.widgets.plain import tooltip_text

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

DEEPEST = 5
_MANY = 50
"""From this many changes on the rows are set up anew."""


class Role(IntEnum):
    """What the delegate asks for besides the words."""

    LINE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """One annotation in the outline; `depth` counts what contains it, up to `DEEPEST`."""

    annotation: Annotation
    label: Label
    depth: int


def depth_of(annotation: Annotation, shown: AnnotationIndex) -> int:
    """Return how many annotations lie one within the other around this one, up to `DEEPEST`."""
    for depth in range(DEEPEST):
        start = annotation.span.start
        key = reading_order(annotation)
        around = [
            other
            for other in shown.touching(start, start + 1)
            if reading_order(other) < key and other.span.covers(annotation.span)
        ]
        if not around:
            return depth
        annotation = around[-1]
    return DEEPEST


class OutlineModel(QAbstractListModel):
    """The annotations of one article, of all labels or of those in the filter.

    Adding and removing one costs about the same in an article of any size; how deep a line nests
    is worked out when the line is drawn.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._annotations = AnnotationIndex()
        self._counts: Counter[str] = Counter()
        self._labels: dict[str, Label] = {}
        self._only: frozenset[str] = frozenset()
        self._shown = AnnotationIndex()

    def set_labels(self, labels: Iterable[Label]) -> None:
        """Take the project's labels."""
        self._labels = {label.id: label for label in labels}
        self._line_up()

    def set_annotations(self, annotations: Iterable[Annotation]) -> None:
        """Show these annotations instead."""
        self._annotations = AnnotationIndex(annotations)
        self._counts = self._annotations.counts()
        self._line_up()

    def change(self, put: Iterable[Annotation], dropped: Iterable[str]) -> None:
        """Add or replace some annotations and take others out."""
        new = {one.id: one for one in put}
        gone = [name for name in dropped if name in self._annotations]
        if len(new) + len(gone) > _MANY:
            kept = (one for one in self._annotations if one.id not in new.keys() | set(gone))
            self.set_annotations([*kept, *new.values()])
            return
        for name in gone:
            self._drop(name)
        for annotation in new.values():
            self._put(annotation)

    def show_only(self, labels: frozenset[str]) -> None:
        """Show annotations of these labels only; of all where the set is empty."""
        self._only = labels
        self._line_up()

    def annotations(self) -> AnnotationIndex:
        """Return all annotations by id, shown or not; to be looked at only."""
        return self._annotations

    def counts(self) -> dict[str, int]:
        """Return how many annotations each label has, shown or not."""
        return {label: self._counts[label] for label in self._labels}

    def annotation_at(self, line: int) -> str | None:
        """Return the id of the annotation in a line."""
        return self._shown.at_line(line).id if 0 <= line < len(self._shown) else None

    def index_of(self, annotation: str | None) -> QModelIndex:
        """Return where an annotation stands among those shown."""
        line = self._shown.line_of(annotation)
        return QModelIndex() if line is None else self.index(line)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many annotations are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return an annotation's words, its line, or what a tooltip or a screen reader tells."""
        if not index.isValid():
            return None
        annotation = self._shown.at_line(index.row())
        label = self._labels[annotation.label]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return annotation.quote
            case Role.LINE:
                return OutlineLine(annotation, label, depth_of(annotation, self._shown))
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_text(annotation.quote)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{label.name}: {annotation.quote}"
        return None

    def _put(self, annotation: Annotation) -> None:
        previous = self._annotations.get(annotation.id)
        line = self._shown.line_of(annotation.id)
        if previous and line is not None and self._stays(previous, annotation):
            self._counts[previous.label] -= 1
            self._enter(annotation)
            self.dataChanged.emit(self.index(line), self.index(line))
            return
        self._drop(annotation.id)
        if self._is_wanted(annotation):
            line = self._shown.line_for(annotation)
            self.beginInsertRows(_NOWHERE, line, line)
            self._enter(annotation)
            self.endInsertRows()
        else:
            self._enter(annotation)

    def _enter(self, annotation: Annotation) -> None:
        self._counts[annotation.label] += 1
        self._annotations.put(annotation)
        if self._shown is not self._annotations and self._is_wanted(annotation):
            self._shown.put(annotation)

    def _drop(self, name: str) -> None:
        line = self._shown.line_of(name)
        if line is None:
            self._leave(name)
        else:
            self.beginRemoveRows(_NOWHERE, line, line)
            self._leave(name)
            self.endRemoveRows()

    def _leave(self, name: str) -> None:
        annotation = self._annotations.drop(name)
        if annotation is not None:
            self._counts[annotation.label] -= 1
        if self._shown is not self._annotations:
            self._shown.drop(name)

    def _stays(self, previous: Annotation, annotation: Annotation) -> bool:
        """Tell whether a changed annotation keeps its line."""
        same_place = reading_order(previous) == reading_order(annotation)
        return same_place and self._is_wanted(annotation)

    def _is_wanted(self, annotation: Annotation) -> bool:
        return bool(self._labels) and (not self._only or annotation.label in self._only)

    def _line_up(self) -> None:
        self.beginResetModel()
        if not self._labels:
            self._shown = AnnotationIndex()
        elif self._only:
            self._shown = self._annotations.with_labels(self._only)
        else:
            self._shown = self._annotations
        self.endResetModel()
