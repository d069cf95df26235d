"""The chosen case: how the two differ in words, and the sentences once for everybody."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.agreement.cases import Case, Cases
from app.alignment.statement import Statement
from app.domain.annotation import Annotation
from app.domain.label import Label
from ui.disagreements.differences import said_words
from ui.disagreements.scene import Scene, Voice, scene_of
from ui.disagreements.scene_view import SceneView
from ui.disagreements.words import Name, kind_in_full
from ui.theme.current import theme_now
from ui.theme.fonts import TextRole
from ui.theme.icons import icon
from ui.widgets.buttons import QuietButton
from ui.widgets.drawing import draw_box
from ui.widgets.plain import ElidedLabel, PlainLabel, one_line

WIDEST = 820
"""Longer lines than this are hard to read, in pixels."""


class CasePanel(QScrollArea):
    """Shows one case; `open_asked` wants its article."""

    open_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = PlainLabel(role=TextRole.CAPS)
        self.sentence = PlainLabel(role=TextRole.SUBTITLE, wrap=True)
        self.article = ElidedLabel(role=TextRole.QUIET)
        self.open_it = QuietButton(self.tr("Open the article"), icon=icon("article"))
        self.voices: list[VoiceCard] = []
        self._others = PlainLabel(self.tr("Others who finished this article"), role=TextRole.CAPS)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(10)
        self.open_it.clicked.connect(self.open_asked)
        self._arrange()

    def show_case(
        self,
        cases: Cases,
        case: Case,
        *,
        text: str,
        title: str,
        labels: Sequence[Label],
        name: Name,
    ) -> None:
        """Show another case, or the same one with other names."""
        scene = scene_of(cases, case, text, name)
        self.kind.setText(kind_in_full(case.kind))
        self.sentence.setText(said_words(case, name))
        self.article.setText(title)
        self._clear()
        for voice in scene.voices:
            if not voice.is_of_pair and self._others.isHidden():
                self._cards.addSpacing(8)
                self._cards.addWidget(self._others)
                self._others.show()
            card = VoiceCard(voice, scene, labels, name(voice.annotator))
            self.voices.append(card)
            self._cards.addWidget(card)
        self.verticalScrollBar().setValue(0)

    def _clear(self) -> None:
        while (item := self._cards.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()  # it would be seen until it is deleted
                if widget is not self._others:
                    widget.deleteLater()
        self.voices = []

    def _arrange(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._others.hide()
        head = QHBoxLayout()
        head.setSpacing(12)
        told = QVBoxLayout()
        told.setSpacing(3)
        for label in (self.kind, self.sentence, self.article):
            told.addWidget(label)
        head.addLayout(told, 1)
        head.addWidget(self.open_it, 0, Qt.AlignmentFlag.AlignTop)
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 16, 20, 20)
        column.setSpacing(14)
        column.addLayout(head)
        column.addLayout(self._cards)
        column.addStretch(1)
        outer = QWidget()
        row = QHBoxLayout(outer)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inner, 100)
        row.addStretch(1)
        for ground in (inner, outer, self.viewport()):
            ground.setAutoFillBackground(False)
        self.setWidget(outer)


class VoiceCard(QWidget):
    """An annotator's name, how they differ, and the sentences as they marked them."""

    def __init__(
        self,
        voice: Voice,
        scene: Scene,
        labels: Sequence[Label],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.name = ElidedLabel(name, role=TextRole.STRONG)
        self.remark = PlainLabel(voice.remark, role=TextRole.QUIET, wrap=True)
        by_name = {label.name: label for label in labels}
        self.marked = tuple(_marked(voice.said, by_name, scene.words))
        self.view = SceneView(scene.words, scene.question, labels, self.marked)
        ids = {label.id: label.name for label in labels}
        said = [f"{ids[one.label]}: “{one_line(one.quote)}”" for one in self.marked]
        self.view.setAccessibleName("; ".join([name, voice.remark, *said]))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.setSpacing(10)
        head.addWidget(self.name)
        head.addWidget(self.remark, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 10, 1, 6)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A box around it."""
        theme = theme_now()
        draw_box(
            QPainter(self), QRectF(self.rect()), ground=theme.paper, border=theme.line, radius=8.0
        )


def _marked(
    said: Iterable[Statement], labels: dict[str, Label], words: str
) -> Iterable[Annotation]:
    """Yield statements as the pane draws them; each with an id of its own."""
    for number, one in enumerate(said):
        if one.label in labels:
            quote = one.span.of(words)
            yield Annotation(str(number), "", "", labels[one.label].id, one.pieces, quote)
