"""The question before a project is left in which acts wait to be saved."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from ui.theme.fonts import TextRole
from ui.widgets.banner import Tone, ToneIcon
from ui.widgets.buttons import DangerButton, PrimaryButton, QuietButton
from ui.widgets.plain import PlainLabel, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.act import Act

WIDTH = 460
LIST_HEIGHT = 120


class WaitingDialog(QDialog):
    """Names the acts and offers to save them elsewhere, to wait, or to give them up."""

    copy_wanted = Signal()
    given_up = Signal()

    def __init__(
        self,
        acts: "Sequence[Act[Any]]",
        why: str,
        parent: QWidget | None,
        *,
        rescued: "Path | None" = None,
    ) -> None:
        """Where a copy holds all the acts it is `rescued`, and leaving loses nothing."""
        super().__init__(parent)
        number = len(acts)
        title = self.tr("%n act(s) not saved yet", None, number)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setFixedWidth(WIDTH)
        heading = PlainLabel(title, role=TextRole.SUBTITLE, wrap=True)
        told = (
            self.tr("{why} Whoever leaves now loses what is listed here.")
            if rescued is None
            else self.tr("{why} Nothing is lost: a rescue copy with all of this is {path}.")
        )
        words = PlainLabel(told.format(why=why, path=rescued), wrap=True)
        self.list = QListWidget()
        self.list.setFixedHeight(LIST_HEIGHT)
        self.list.setAccessibleName(self.tr("Acts that wait"))
        for act in acts:
            clock = act.at.astimezone().strftime("%H:%M:%S")
            self.list.addItem(f"{clock}   {one_line(act.told)}")
        give_up: QuietButton = DangerButton(self.tr("Give up", "acts that wait"))
        if rescued is not None:
            give_up = QuietButton(self.tr("Leave"))
        give_up.clicked.connect(self._give_up)
        copy = QuietButton(self.tr("Save a copy…"))
        copy.clicked.connect(self._copy)
        self.wait = PrimaryButton(self.tr("Stay and wait"))
        self.wait.setAutoDefault(True)
        self.wait.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(give_up)
        foot.addStretch(1)
        foot.addWidget(copy)
        foot.addWidget(self.wait)
        column = QVBoxLayout()
        column.setSpacing(10)
        for part in (heading, words, self.list):
            column.addWidget(part)
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addWidget(ToneIcon(Tone.WARNING, size=24), 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(column, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(22, 20, 22, 18)
        outer.setSpacing(18)
        outer.addLayout(top)
        outer.addLayout(foot)
        self.buttons = (give_up, copy, self.wait)
        self.wait.setFocus()

    def _give_up(self) -> None:
        self.accept()
        self.given_up.emit()

    def _copy(self) -> None:
        self.accept()
        self.copy_wanted.emit()
