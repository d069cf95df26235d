"""The bar of labels over the text: press one, or its key, to mark the selected words."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.domain.label import Label
from ui.widgets.flow import FlowLayout
from ui.widgets.label_button import LabelButton

SPACING = 8
LOW_SPACING = 4


class LabelBar(QWidget):
    """A row of buttons, which do with less room where there is too little for a row of usual ones.

    `pressed` carries the id of the label whose button was pressed.

    `pointed` carries the id of the one that the mouse or the focus is on, "" where there is none.
    """

    pressed = Signal(str)
    pointed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[LabelButton] = []
        self._may_press = True
        self._flow = FlowLayout(spacing=SPACING)
        self._tool_row = QWidget()
        self._tools = QHBoxLayout(self._tool_row)
        self._tools.setContentsMargins(0, 0, 0, 0)
        self._tools.setSpacing(2)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        row.addLayout(self._flow, 1)
        row.addWidget(self._tool_row)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Offer these labels, in this order."""
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._make_button(label) for label in labels]
        self.let_press(on=self._may_press)
        self._fit()

    def let_press(self, *, on: bool) -> None:
        """Let the labels be pressed, or not; they are shown all the same."""
        self._may_press = on
        for button in self._buttons:
            button.setEnabled(on)

    def show_held(self, name: str | None) -> None:
        """Show the button of the label that is held as pressed down; None: no button."""
        for button in self._buttons:
            is_held = button.property("label") == name
            button.setCheckable(is_held)
            button.setChecked(is_held)

    def add_tool(self, tool: QWidget) -> None:
        """Put a small tool at the right end of the bar."""
        self._tools.addWidget(tool)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take or leave room, as there is some."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let rows be low where the usual ones would be many, for the text needs the height.

        The tools give way as well: menu and keys have them. Only the width decides, not what is
        shown at present, or the bar would swing from one to the other.
        """
        widths = [button.usual_width() for button in self._buttons]
        if self._tools.count():
            widths.append(self._tool_row.sizeHint().width())
        is_low = sum(widths) + SPACING * (len(widths) - 1) > self.width()
        for button in self._buttons:
            button.set_low(low=is_low)
        self._flow.setSpacing(LOW_SPACING if is_low else SPACING)
        self._tool_row.setHidden(is_low)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell which label is pointed at."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            self.pointed.emit(watched.property("label"))
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.FocusOut):
            self.pointed.emit("")
        return super().eventFilter(watched, event)

    def _make_button(self, label: Label) -> LabelButton:
        button = LabelButton(
            label.name,
            key=label.key,
            look=label.look,
            hue=label.hue,
            hint_text=self.tr("Mark the selected words as {0}").format(label.name),
        )
        button.setProperty("label", label.id)
        button.installEventFilter(self)
        button.clicked.connect(lambda: self.pressed.emit(label.id))
        self._flow.addWidget(button)
        return button
