"""A large button: an icon, what it does, a sentence about it, and the keys for it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.current import theme_now
from ui.theme.fonts import TextRole
from ui.theme.shades import mix
from ui.widgets.buttons import KeyCap
from ui.widgets.drawing import draw_box, draw_focus
from ui.widgets.empty_state import Emblem
from ui.widgets.plain import PlainLabel, action_text

RADIUS = 10.0


class ActionCard(QAbstractButton):
    """Does what its action does."""

    def __init__(
        self,
        action: QAction,
        title: str,
        sentence: str,
        parent: QWidget | None = None,
        *,
        word: str,
    ) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setText(action_text(title))
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.clicked.connect(action.trigger)
        keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
        top = QHBoxLayout()
        top.addWidget(Emblem(word, size=36))
        top.addStretch(1)
        if keys:
            top.addWidget(KeyCap(keys), 0, Qt.AlignmentFlag.AlignTop)
        words = PlainLabel(sentence, role=TextRole.QUIET, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 14, 14)
        column.setSpacing(4)
        column.addLayout(top)
        column.addSpacing(8)
        column.addWidget(PlainLabel(title, role=TextRole.SUBTITLE))
        column.addWidget(words)
        column.addStretch(1)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """As much as what stands in it needs."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else QSize(200, 120)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The box, and the ring of the keyboard's focus."""
        theme = theme_now()
        painter = QPainter(self)
        area = QRectF(self.rect())
        ground = theme.field
        if self.isDown():
            ground = theme.chosen
        elif self.underMouse():
            ground = theme.hover
        border = mix(theme.line_strong, theme.line, 0.55 if self.underMouse() else 0.12)
        draw_box(painter, area, ground=ground, border=border, radius=RADIUS)
        if self.hasFocus():
            draw_focus(painter, area, theme, radius=RADIUS)
