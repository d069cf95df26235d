"""The question that is asked once for each project: who annotates?"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.annotator import Annotator
from app.errors import FileTrouble, Refused
from ui.theme.fonts import TextRole
from ui.theme.icons import icon
from ui.widgets.banner import Tone, ToneIcon
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.plain import PlainLabel, one_line

WIDTH = 400
ROW = 38
ROWS_SHOWN = 5


class ChoiceButton(QuietButton):
    """One of several; Enter presses the one that has the focus, not the dialog's own button."""

    KIND = "choice"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class WhoDialog(QDialog):
    """Offers the project's annotators and a line for a new name.

    `join` makes an annotator of a name or raises why not; the reason is shown under the line.
    `chosen` carries the annotator.
    """

    chosen = Signal(object)

    def __init__(
        self,
        people: Sequence[Annotator],
        join: Callable[[str], Annotator],
        parent: QWidget | None = None,
        *,
        sitting: Annotator | None = None,
    ) -> None:
        super().__init__(parent)
        self._join = join
        title = self.tr("Who is annotating?")
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.name = QLineEdit()
        self.refusal = PlainLabel(wrap=True)
        self._refusal_box = self._beside_icon(self.refusal)
        self.people = [self._button(person, person == sitting) for person in people]
        self._start = PrimaryButton(self.tr("Start annotating"))
        self._start.setDefault(True)
        self._start.setEnabled(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(8)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        column.addWidget(PlainLabel(title, role=TextRole.TITLE))
        column.addWidget(self._explanation())
        column.addSpacing(8)
        if self.people:
            column.addWidget(_list_of(self.people))
            column.addSpacing(4)
            column.addWidget(PlainLabel(self.tr("Somebody new"), role=TextRole.STRONG))
        column.addWidget(self.name)
        column.addWidget(self._refusal_box)
        column.addSpacing(10)
        column.addLayout(self._foot())
        self._connect()
        (self.name if sitting or not self.people else self.people[0]).setFocus()

    def refuse(self, name: str, reason: str) -> None:
        """Show a name and why it cannot be used."""
        self.name.setText(name)
        self._show_refusal(reason)
        self.name.setFocus()
        self.name.selectAll()

    def _connect(self) -> None:
        self.name.setPlaceholderText(self.tr("Your name"))
        self.name.setAccessibleName(self.tr("Your name"))
        self.name.textChanged.connect(self._edited)
        self._start.clicked.connect(self._try)
        self._show_refusal("")

    def _edited(self, text: str) -> None:
        self._start.setEnabled(bool(text.strip()))
        self._show_refusal("")

    def _try(self) -> None:
        try:
            person = self._join(self.name.text())
        except Refused as refusal:
            self.refuse(self.name.text(), str(refusal))
        except FileTrouble as trouble:
            self.refuse(self.name.text(), str(trouble))
        else:
            self._choose(person)

    def _choose(self, person: Annotator) -> None:
        self.chosen.emit(person)
        self.accept()

    def _show_refusal(self, reason: str) -> None:
        self.refusal.setText(reason)
        self._refusal_box.setVisible(bool(reason))
        self.name.setAccessibleDescription(reason)
        self.name.setProperty("wrong", "true" if reason else "false")
        self.name.style().polish(self.name)

    def _button(self, person: Annotator, sitting: bool) -> QuietButton:
        told = self.tr("Annotate as {name}").format(name=one_line(person.name))
        button = ChoiceButton(told, icon=icon("person"))
        button.setCheckable(sitting)
        button.setChecked(sitting)
        button.setMinimumHeight(ROW)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self._choose(person))
        return button

    @staticmethod
    def _beside_icon(words: PlainLabel) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(2, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(ToneIcon(Tone.DANGER, size=16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        return box

    def _explanation(self) -> PlainLabel:
        words = PlainLabel(
            self.tr(
                "Every annotation says whose it is. Galley remembers you in this project, "
                "and the foot of the window shows who annotates."
            ),
            wrap=True,
        )
        words.setProperty("role", TextRole.QUIET.value)
        words.setFixedWidth(WIDTH)
        return words

    def _foot(self) -> QHBoxLayout:
        look = QuietButton(self.tr("Only look around"))
        look.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(look)
        row.addWidget(self._start)
        return row


def _list_of(buttons: Sequence[QWidget]) -> QWidget:
    """The buttons below each other; from the sixth on they scroll."""
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    for button in buttons:
        column.addWidget(button)
    if len(buttons) <= ROWS_SHOWN:
        return inner
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    area.setFixedSize(QSize(WIDTH, round((ROWS_SHOWN + 0.5) * (ROW + 6))))
    return area
