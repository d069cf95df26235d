"""The question before one label is merged into another: which one, and what that affects."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.label import Label
from app.queries.label_use import LabelUse
from ui.theme.fonts import TextRole
from ui.theme.icons import label_icon
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.numbers import parted
from ui.widgets.plain import PlainLabel, one_line

WIDTH = 440


class MergeDialog(QDialog):
    """Asks into which of `others` a label is merged; `effect` tells what one of them affects."""

    def __init__(
        self,
        label: Label,
        others: Sequence[Label],
        effect: Callable[[str], LabelUse],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._effect = effect
        self.setWindowTitle(self.tr("Merge label"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.target = QComboBox()
        self.target.setAccessibleName(self.tr("Merge into"))
        for other in others:
            self.target.addItem(label_icon(other.look, other.hue), one_line(other.name), other.id)
        self.foretold = PlainLabel(wrap=True)
        self.twins = PlainLabel(role=TextRole.QUIET, wrap=True)
        merge = PrimaryButton(self.tr("Merge"))
        merge.setDefault(True)
        merge.clicked.connect(self.accept)
        cancel = QuietButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        title = self.tr("Merge {label} into").format(label=one_line(label.name))
        gone = self.tr("The label {label} is then gone. One undo brings all of it back.")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(merge)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        for part in (
            PlainLabel(title, role=TextRole.SUBTITLE, wrap=True),
            self.target,
            self.foretold,
            self.twins,
            PlainLabel(gone.format(label=one_line(label.name)), role=TextRole.QUIET, wrap=True),
        ):
            column.addWidget(part)
        column.addLayout(buttons)
        self.setFixedWidth(WIDTH)
        self.target.currentIndexChanged.connect(self._foretell)
        self._foretell()
        self.target.setFocus()

    @property
    def into(self) -> str:
        """The id of the label to merge into."""
        return str(self.target.currentData())

    def _foretell(self) -> None:
        use = self._effect(self.into)
        name = self.target.currentText()
        if use.annotations:
            told = self.tr("{use} will become {label}.")
            self.foretold.setText(told.format(use=said_use(use), label=name))
        else:
            self.foretold.setText(self.tr("It marks nothing."))
        self.twins.setVisible(bool(use.twins))
        told = self.tr(
            "{twins} on words that the same annotator marked with both: there one stays, with both "
            "notes."
        )
        self.twins.setText(
            told.format(twins=parted(self.tr("%n annotation(s)", None, use.twins), use.twins))
        )


def said_use(use: LabelUse) -> str:
    """Return how much a label is used: "42 annotations in 7 articles by 2 annotators"."""
    return QCoreApplication.translate(
        "LabelUse", "{annotations} in {articles} by {annotators}"
    ).format(
        annotations=parted(
            QCoreApplication.translate("LabelUse", "%n annotation(s)", None, use.annotations),
            use.annotations,
        ),
        articles=parted(
            QCoreApplication.translate("LabelUse", "%n article(s)", None, use.articles),
            use.articles,
        ),
        annotators=parted(
            QCoreApplication.translate("LabelUse", "%n annotator(s)", None, use.annotators),
            use.annotators,
        ),
    )
