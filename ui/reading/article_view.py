"""An article as it is seen at the desk: its words, one annotator's annotations, and the caret."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.annotation import Annotation
from app.domain.label import Label
from ui.reading.caret import Caret
from ui.reading.found_words import FoundWords
from ui.reading.pane_state import PaneState
from ui.reading.proof import Proof
from ui.reading.sheet_view import SheetView


class ArticleView(SheetView):
    """Paints an article and its annotations, and repaints only the lines that changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caret = Caret(self)
        self._caret.stale.connect(lambda area: self.viewport().update(area))
        self.cursorPositionChanged.connect(self._show_caret)

    def show_article(
        self, text: str, labels: Iterable[Label], annotations: Iterable[Annotation]
    ) -> None:
        """Show another article from its beginning, nothing chosen and nothing selected."""
        self._state.chosen = self._state.hovered = self._state.preview = None
        self._state.moving_edge = None
        self._state.found = FoundWords()
        self._proof.set_annotations(annotations)
        self._proof.set_labels(labels)
        self.show_text(text)

    def clear(self) -> None:
        """Show nothing at all."""
        self.show_article("", (), ())

    def set_labels(self, labels: Iterable[Label]) -> None:
        """Draw with another label set."""
        self._proof.set_labels(labels)
        self.viewport().update()

    def set_annotations(self, annotations: Iterable[Annotation]) -> None:
        """Show these annotations; only lines whose annotations changed are painted again."""
        wanted = {annotation.id: annotation for annotation in annotations}
        for gone in [each.id for each in self._proof.annotations if each.id not in wanted]:
            self.drop(gone)
        for annotation in wanted.values():
            if self._proof.annotations.get(annotation.id) != annotation:
                self.put(annotation)

    def put(self, annotation: Annotation) -> None:
        """Add an annotation, or replace the one with its id."""
        self._repaint(self._proof.put(annotation))

    def drop(self, annotation_id: str) -> None:
        """Take away an annotation."""
        if self._state.chosen == annotation_id:
            self._state.chosen = None
        self._repaint(self._proof.drop(annotation_id))

    @property
    def chosen_id(self) -> str | None:
        """The id of the chosen annotation."""
        return self._state.chosen

    def choose(self, annotation_id: str | None) -> None:
        """Show this annotation as the chosen one, or none; says nothing."""
        if annotation_id == self._state.chosen:
            return
        before, self._state.chosen = self._state.chosen, annotation_id
        self._repaint_annotations(before, annotation_id)

    def show_found(self, found: FoundWords) -> None:
        """Show which words of the article a search found, until another article is shown."""
        self._state.found = found
        self.viewport().update()

    def grip_points(self) -> list[QPoint]:
        """Return the viewport's points of the chosen annotation's grips, in reading order."""
        return [self._in_viewport(point) for point in self._proof.grip_points()]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the caret too, while it shows."""
        self._state.caret = self.caret() if self._caret.is_shown else None
        super().paintEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret."""
        super().focusInEvent(event)
        self._show_caret()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the caret."""
        super().focusOutEvent(event)
        self._caret.hide()

    def _make_sheet(self) -> Proof:
        self._state = PaneState()
        self._proof = Proof(self.document(), self._state)
        return self._proof

    def _repaint_annotations(self, *ids: str | None) -> None:
        found = (self._proof.annotations.get(each) for each in ids)
        self._repaint([annotation.span for annotation in found if annotation is not None])

    def _show_caret(self) -> None:
        """Show the caret where it is now."""
        if self.hasFocus():
            self._caret.show_at(self.cursorRect())
