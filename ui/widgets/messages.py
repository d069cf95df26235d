"""Boxes that tell or ask one thing, showing text from outside letter by letter."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui.theme.fonts import TextRole
from ui.widgets.banner import Tone, ToneIcon
from ui.widgets.buttons import DangerButton, LinkButton, PrimaryButton, QuietButton
from ui.widgets.plain import PlainLabel

WIDTH = 360
DETAILS_HEIGHT = 180


class PlainDialog(QDialog):
    """A title, a few sentences, details for those who want them, and one or two buttons."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        text: str,
        *,
        details: str = "",
        tone: Tone = Tone.INFO,
        accept: str = "",
        reject: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        heading = PlainLabel(title, role=TextRole.SUBTITLE, wrap=True)
        self._text = PlainLabel(text, wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._details = _details(details)
        for part in (heading, self._text, self._details):
            part.setFixedWidth(WIDTH)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(heading)
        words.addWidget(self._text)
        words.addWidget(self._details)
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addWidget(ToneIcon(tone, size=24), 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(22, 20, 22, 18)
        outer.setSpacing(18)
        outer.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        outer.addLayout(top)
        outer.addLayout(self._buttons(tone, accept or self.tr("OK"), reject, bool(details)))
        # Only now are the buttons in a window: before that one of them cannot take its focus.
        self._safe.setDefault(True)
        self._safe.setFocus()

    def _buttons(self, tone: Tone, accept: str, reject: str, has_details: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        if has_details:
            more = LinkButton(self.tr("Details"))
            more.setCheckable(True)
            more.toggled.connect(self._details.setVisible)
            row.addWidget(more)
        row.addStretch(1)
        no = QuietButton(reject) if reject else None
        if no is not None:
            no.clicked.connect(self.reject)
            row.addWidget(no)
        grave = tone is Tone.DANGER and no is not None
        yes = DangerButton(accept) if grave else PrimaryButton(accept)
        yes.clicked.connect(self.accept)
        row.addWidget(yes)
        # What cannot be taken back is not what Enter does; and Enter does what the focus is on.
        self._safe = no if grave and no is not None else yes
        self._safe.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for button in (no, yes):
            if button is not None:
                button.setAutoDefault(True)
        return row


def _details(text: str) -> QPlainTextEdit:
    box = QPlainTextEdit(text)
    box.setReadOnly(True)
    # One enormous word would freeze a wrapping box for seconds.
    box.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    box.setFixedHeight(DETAILS_HEIGHT)
    box.hide()
    return box


def plain_message(
    parent: QWidget | None,
    title: str,
    text: str,
    *,
    details: str = "",
    tone: Tone = Tone.INFO,
) -> None:
    """Tell one thing and wait until it is read."""
    PlainDialog(parent, title, text, details=details, tone=tone).exec()


def ask_plainly(
    parent: QWidget | None,
    title: str,
    text: str,
    *,
    accept: str,
    reject: str = "",
    details: str = "",
    tone: Tone = Tone.INFO,
) -> bool:
    """Ask and wait for the answer; True only if the person pressed `accept`.

    With the tone DANGER the button is red and Enter means no.
    """
    refuse = reject or QCoreApplication.translate("PlainDialog", "Cancel")
    box = PlainDialog(parent, title, text, details=details, tone=tone, accept=accept, reject=refuse)
    return box.exec() == QDialog.DialogCode.Accepted
