"""Parts of the page: a caption, a quiet sentence on how to read it, and what it is about."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.theme.fonts import TextRole
from ui.widgets.flow import FlowLayout
from ui.widgets.plain import PlainLabel


class Section(QWidget):
    """A caption, a sentence and a widget, one below the other."""

    def __init__(
        self, title: str, sentence: str, content: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.sentence = PlainLabel(sentence, role=TextRole.QUIET, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(PlainLabel(title, role=TextRole.CAPS))
        column.addWidget(self.sentence)
        column.addSpacing(4)
        column.addWidget(content)
        column.addStretch(1)


class Sections(QScrollArea):
    """Sections beside each other where there is room, else one below the other."""

    def __init__(self, sections: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        content = QWidget()
        flow = FlowLayout(spacing=24)
        for section in sections:
            flow.addWidget(section)
        around = QVBoxLayout(content)
        around.setContentsMargins(24, 18, 24, 24)
        around.addLayout(flow)
        around.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        for ground in (content, self.viewport()):
            ground.setAutoFillBackground(False)
