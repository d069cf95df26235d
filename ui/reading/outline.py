"""The annotations of the article, in reading order, with a chip for each label to filter them."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.domain.annotation import Annotation
from app.domain.label import Label
from ui.reading.outline_delegate import HEIGHT, OutlineDelegate
from ui.reading.outline_model import OutlineModel
from ui.theme.fonts import TextRole
from ui.widgets.count_chip import CountChip
from ui.widgets.flow import FlowLayout
from ui.widgets.line_list import LineList
from ui.widgets.plain import PlainLabel


class Outline(QWidget):
    """Shows what is marked in the article; `picked` carries the annotation the person chose."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = OutlineModel(self)
        self._chosen: str | None = None
        self._is_changing = False
        self._is_article_there = True
        self._chips: dict[str, CountChip] = {}
        self._retired: set[str] = set()
        self._chip_row = FlowLayout(spacing=6)
        self._nothing = PlainLabel(
            self.tr("Nothing is marked yet. Select words and press a label's key."),
            role=TextRole.QUIET,
            wrap=True,
        )
        self.view = self._make_view()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QVBoxLayout()
        head.setContentsMargins(16, 0, 14, 0)
        head.setSpacing(9)
        head.addWidget(PlainLabel(self.tr("In this article"), role=TextRole.CAPS))
        head.addLayout(self._chip_row)
        head.addWidget(self._nothing)
        column.addLayout(head)
        lines = QVBoxLayout()
        lines.setContentsMargins(7, 0, 7, 6)
        lines.addWidget(self.view)
        column.addLayout(lines, 1)

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Offer a chip for each label."""
        for chip in self._chips.values():
            self._chip_row.removeWidget(chip)
            chip.deleteLater()
        self._chips.clear()
        for label in labels:
            chip = CountChip(label.name, look=label.look, hue=label.hue)
            chip.toggled.connect(self._filter)
            self._chip_row.addWidget(chip)
            self._chips[label.id] = chip
        self._retired = {label.id for label in labels if label.retired}
        self.model.show_only(frozenset())
        self.model.set_labels(labels)
        self._tell()

    def set_annotations(self, annotations: Iterable[Annotation]) -> None:
        """Show another article's annotations."""
        self.model.set_annotations(annotations)
        self._tell()

    def set_article_there(self, *, there: bool) -> None:
        """Say what to do in an article only where there is one."""
        self._is_article_there = there
        self._tell()

    def change(self, put: Iterable[Annotation], dropped: Iterable[str]) -> None:
        """Show some annotations anew and take others out."""
        self._is_changing = True  # where a line goes Qt moves on to its neighbour; nobody chose it
        self.model.change(put, dropped)
        self._is_changing = False
        self._tell()
        self.show_chosen(self._chosen)

    def show_chosen(self, annotation: str | None) -> None:
        """Let the chosen annotation's line be the current one."""
        self._chosen = annotation
        self.view.choose(self.model.index_of(annotation))

    def _make_view(self) -> LineList:
        view = LineList(HEIGHT)
        view.setModel(self.model)
        view.setItemDelegate(OutlineDelegate(view))
        view.setMinimumHeight(2 * HEIGHT)
        # what stands over it keeps its height, which a list would take for lines it cannot fill
        view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        view.setAccessibleName(self.tr("Annotations of this article"))
        view.selectionModel().currentChanged.connect(self._pick)
        view.clicked.connect(self._pick_again)
        return view

    def _filter(self) -> None:
        self.model.show_only(
            frozenset(label for label, chip in self._chips.items() if chip.isChecked())
        )
        self.show_chosen(self._chosen)

    def _pick(self, current: QModelIndex) -> None:
        annotation = self.model.annotation_at(current.row()) if current.isValid() else None
        if annotation is not None and annotation != self._chosen and not self._is_changing:
            self._chosen = annotation
            self.picked.emit(annotation)

    def _pick_again(self, line: QModelIndex) -> None:
        """Let a click on the chosen line lead back to its words."""
        if self._chosen is not None and self.model.index_of(self._chosen) == line:
            self.picked.emit(self._chosen)

    def _tell(self) -> None:
        for label, count in self.model.counts().items():
            if label in self._chips:
                self._chips[label].set_count(count)
                self._chips[label].setHidden(not count and label in self._retired)
        self._nothing.setVisible(self._is_article_there and not self.model.annotations())
