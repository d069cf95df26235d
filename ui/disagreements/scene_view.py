"""What one annotator says of some sentences, drawn as the reading pane draws it."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.annotation import Annotation
from app.domain.label import Label
from app.domain.span import Span
from ui.reading.article_document import blank_lines, lay_on_grid, set_letters
from ui.reading.display_text import displayed
from ui.reading.pane_metrics import PaneMetrics
from ui.reading.pane_state import PaneState
from ui.reading.proof import Proof
from ui.theme.current import theme_now

LETTERS = 15
"""The size of the letters, in pixels."""

GUTTER, RIGHT, TOP, BOTTOM = 30, 12, 4, 6


class SceneView(QWidget):
    """Shows words with annotations in them, as high as they are; nothing in it can be changed.

    The words in question are in full ink, and those around them quieter.
    """

    def __init__(
        self,
        text: str,
        question: Span,
        labels: Iterable[Label],
        annotations: Sequence[Annotation],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._question = question
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        self._document.setUndoRedoEnabled(False)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._document.setDefaultTextOption(option)
        self._metrics = PaneMetrics(LETTERS)
        self._proof = Proof(self._document, PaneState())
        shown = displayed(text)
        self._proof.show_text(text, shown=shown)
        self._proof.set_annotations(annotations)
        self._proof.set_labels(labels)
        self._document.setPlainText(shown)
        set_letters(self._document, self._metrics)
        blanks = [self._proof.index.to_utf16(start) for start in blank_lines(shown)]
        lay_on_grid(self._document, self._metrics, blanks=blanks)
        self._set_margins()
        self._restyle()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """More lines when narrower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high the words stand at a width."""
        if self._document.textWidth() != width:
            self._document.setTextWidth(width)
        return round(self._document.size().height())

    def sizeHint(self) -> QSize:
        """As high as the words stand at the present width."""
        width = max(self.width(), 300)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow, and at least a line."""
        return QSize(200, round(self._metrics.pitch) + TOP + BOTTOM)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let the pane's own pens draw what is in need of it."""
        painter = QPainter(self)
        area = QRectF(event.rect())
        painter.setClipRect(area)
        self._proof.set_right(self.width() - 4)
        self._proof.paint(painter, area)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines for the new width."""
        super().resizeEvent(event)
        self.heightForWidth(event.size().width())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and theme_now() is not self._theme:
            self._restyle()
            self.update()

    def _restyle(self) -> None:
        self._theme = theme = theme_now()
        self._proof.set_style(theme, self._metrics)
        cursor = QTextCursor(self._document)
        cursor.select(QTextCursor.SelectionType.Document)
        looks = QTextCharFormat()
        looks.setForeground(QColor(theme.text_quiet))
        cursor.mergeCharFormat(looks)
        start, end = (
            self._proof.index.to_utf16(each) for each in (self._question.start, self._question.end)
        )
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        looks.setForeground(QColor(theme.text))
        cursor.mergeCharFormat(looks)

    def _set_margins(self) -> None:
        frame = self._document.rootFrame()
        form = frame.frameFormat()
        form.setLeftMargin(GUTTER)
        form.setRightMargin(RIGHT)
        form.setTopMargin(TOP)
        form.setBottomMargin(BOTTOM)
        frame.setFrameFormat(form)
