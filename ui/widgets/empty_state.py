"""What a page says when it has nothing to show: what is missing and what to do about it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.current import theme_now
from ui.theme.fonts import TextRole
from ui.theme.icons import Tint, paint_icon
from ui.widgets.buttons import QuietButton
from ui.widgets.drawing import draw_box
from ui.widgets.plain import PlainLabel

WIDEST = 380


class Emblem(QWidget):
    """A large icon on a soft round ground."""

    def __init__(
        self, word: str, parent: QWidget | None = None, *, tint: Tint = "accent", size: int = 56
    ) -> None:
        super().__init__(parent)
        self._word, self._tint = word, tint
        self.setFixedSize(QSize(size, size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and icon."""
        painter = QPainter(self)
        area = QRectF(self.rect())
        draw_box(painter, area, ground=theme_now().chosen, radius=area.width() / 2)
        air = area.width() * 0.26
        paint_icon(painter, area.adjusted(air, air, -air, -air), self._word, self._tint)


class EmptyState(QWidget):
    """An icon, a title, a sentence, and a few buttons at most, in the middle of the page."""

    def __init__(
        self,
        word: str,
        title: str,
        sentence: str = "",
        parent: QWidget | None = None,
        *,
        buttons: tuple[QuietButton, ...] = (),
    ) -> None:
        super().__init__(parent)
        self._title = PlainLabel(title, role=TextRole.SUBTITLE, wrap=True)
        self._sentence = PlainLabel(sentence, role=TextRole.BODY, wrap=True)
        self._sentence.setProperty("role", TextRole.QUIET.value)
        for label in (self._title, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(Emblem(word), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        if buttons:
            column.addSpacing(10)
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addStretch(1)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        middle = QWidget(self)
        middle.setLayout(column)
        middle.setMaximumWidth(WIDEST)
        middle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addStretch(1)
        outer.addWidget(middle, 100, Qt.AlignmentFlag.AlignVCenter)
        outer.addStretch(1)

    @property
    def title(self) -> str:
        """What it says in the first place."""
        return self._title.text()

    def set_words(self, title: str, sentence: str = "") -> None:
        """Say something else."""
        self._title.setText(title)
        self._sentence.setText(sentence)
