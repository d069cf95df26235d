"""The pane of versions: it is read, a passage is picked in it, and nothing is ever changed."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.span import Span
from ui.reading.sheet_view import SheetView
from ui.versions.stave_metrics import BESIDE, PITCH
from ui.versions.stave_sheet import StaveSheet
from ui.versions.version_words import tip_words
from ui.versions.versions import Passage, Versions
from ui.widgets.plain import show_tip

_NEAR = 6
"""The mouse may move by so many pixels before what is under it is looked up again."""


class VersionsPane(SheetView):
    """Shows an article over everybody's staves; `chosen` comes when another passage is, or none."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("The article with everybody's versions"))
        self.setAccessibleDescription(self.tr("N and P go from difference to difference"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self._press = QPoint()

    def show_versions(self, versions: Versions, *, furniture: Sequence[Span]) -> None:
        """Show another article's versions from its beginning, nothing chosen."""
        self._staves.set_versions(versions)
        self._staves.set_furniture(furniture)
        self._make_room(versions)
        self.show_text(versions.article.text)

    def set_versions(self, versions: Versions) -> None:
        """Show more or fewer staves of the same article; the same words stay at the top."""
        before = self._staves.chosen
        self._staves.set_versions(versions)
        self._make_room(versions)
        self.choose(None if before is None else versions.passage_near(before.span))
        self.viewport().update()

    def set_names(self, names: Mapping[str, str]) -> None:
        """Call the annotators by other names."""
        self._staves.names = names
        self.viewport().update()

    @property
    def versions(self) -> Versions | None:
        """What is shown."""
        return self._staves.versions

    @property
    def chosen_passage(self) -> Passage | None:
        """The chosen passage."""
        return self._staves.chosen

    def choose(self, passage: Passage | None) -> None:
        """Show this passage as the chosen one, or none."""
        if passage is self._staves.chosen:
            return
        before, self._staves.chosen = self._staves.chosen, passage
        self._repaint([one.span for one in (before, passage) if one is not None])
        self.chosen.emit()

    def visit(self, passage: Passage | None) -> bool:
        """Choose a passage and bring it into view; tell whether there was one."""
        if passage is None:
            return False
        self.choose(passage)
        self.set_caret(passage.span.start)  # nobody sees it, but a screen reader reads on from it
        self.go_to(passage.span)
        return True

    def step(self, *, onward: bool) -> bool:
        """Visit the next passage in dispute or the one before; tell whether there was one.

        Without a chosen one, that is the first in view or the last above it.
        """
        versions, here = self._staves.versions, self._staves.chosen
        if versions is None:
            return False
        if here is not None:
            return self.visit(versions.beside(here.number, onward=onward))
        anchor = self.anchor()
        position = 0 if anchor is None else anchor[0]
        return self.visit(versions.beside_position(position, onward=onward))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where a click may begin."""
        self._press = event.pos()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the passage that was clicked on; a drag has selected words."""
        super().mouseReleaseEvent(event)
        self._offer_selection()
        still = QApplication.startDragDistance()
        is_click = (event.pos() - self._press).manhattanLength() < still
        if event.button() == Qt.MouseButton.LeftButton and is_click:
            self.choose(self.passage_at(event.pos()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy words as they are stored; the rest is Qt's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let what is under the mouse be seen to belong together."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            self._hover(self.passage_at(event.pos()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse any more."""
        super().leaveEvent(event)
        self._hover(None)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say who says what of the words under a mouse that rests."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        passage, versions = self.passage_at(event.pos()), self._staves.versions
        words = ""
        if passage is not None and versions is not None:
            words = tip_words(versions, passage, self._staves.names)
        area = QRect(event.pos(), event.pos()).adjusted(-_NEAR, -_NEAR, _NEAR, _NEAR)
        show_tip(event.globalPos(), words, self.viewport(), area)
        return True

    def passage_at(self, point: QPoint) -> Passage | None:
        """Return the passage under a point of the viewport."""
        return self._staves.passage_at(QPointF(point) + self._offset())

    def _make_sheet(self) -> StaveSheet:
        self._staves = StaveSheet(self.document())
        return self._staves

    def _make_room(self, versions: Versions) -> None:
        self.set_room(below=PITCH * len(versions.staves), beside=BESIDE)

    def _hover(self, passage: Passage | None) -> None:
        if passage is self._staves.hovered:
            return
        before, self._staves.hovered = self._staves.hovered, passage
        self.viewport().setCursor(
            Qt.CursorShape.IBeamCursor if passage is None else Qt.CursorShape.PointingHandCursor
        )
        self._repaint([one.span for one in (before, passage) if one is not None])
