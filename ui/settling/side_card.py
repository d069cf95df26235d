"""A card for one state in a conflict: what it says, who made it, where it came from."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.domain.conflict import Conflict, Side
from ui.settling.sentence import Sentence
from ui.settling.words import origin_words, state_words
from ui.theme.current import theme_now
from ui.theme.fonts import TextRole
from ui.widgets.buttons import QuietButton
from ui.widgets.drawing import draw_box
from ui.widgets.plain import ClampedLabel, ElidedLabel, PlainLabel


class SideCard(QWidget):
    """Shows one state; `choose` is the button that lets it count, with its key."""

    def __init__(
        self,
        conflict: Conflict,
        side: Side,
        heading: str,
        choose: QuietButton | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_shown = side.is_shown
        self.choose = choose
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        column.addWidget(PlainLabel(heading, role=TextRole.CAPS))
        if side.words is not None:
            column.addWidget(Sentence(side.words))
        told = state_words(conflict, side)
        if told:
            for line in told.split("\n")[:6]:
                column.addWidget(ClampedLabel(line, lines=3))
        if side.words is not None and side.words.title:
            column.addWidget(ElidedLabel(side.words.title, role=TextRole.QUIET))
        column.addStretch(1)
        column.addWidget(ElidedLabel(origin_words(side.origin), role=TextRole.QUIET))
        if choose is not None:
            column.addWidget(choose, 0, Qt.AlignmentFlag.AlignLeft)
        self.setAccessibleName(heading)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The box; the state that is shown now has the stronger line."""
        theme = theme_now()
        draw_box(
            QPainter(self),
            QRectF(self.rect()),
            ground=theme.panel,
            border=theme.accent if self._is_shown else theme.line,
            radius=10.0,
            width=1.5 if self._is_shown else 1.0,
        )
