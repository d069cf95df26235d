"""What this Galley is, and what it is made of."""

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.versions import versions
from ui.header_bar import Mark
from ui.theme.fonts import TextRole
from ui.theme.icons import icon
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.frames import Hairline
from ui.widgets.plain import PlainLabel

WIDTH = 360


class AboutDialog(QDialog):
    """The versions, which can be copied for a report, and the licence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Galley"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._versions = versions() | {"Qt": qVersion()}
        number = self._versions["Galley"]
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(PlainLabel("Galley", role=TextRole.HERO))
        words.addWidget(
            PlainLabel(self.tr("Version {number}").format(number=number), role=TextRole.QUIET)
        )
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(Mark(size=52))
        top.addLayout(words, 1)
        parts = QFormLayout()
        parts.setHorizontalSpacing(24)
        parts.setVerticalSpacing(4)
        for name, value in list(self._versions.items())[1:]:
            parts.addRow(PlainLabel(name, role=TextRole.QUIET), PlainLabel(value))
        what = PlainLabel(
            self.tr("A workbench for marking up news articles. It works offline."), wrap=True
        )
        licence = PlainLabel(
            self.tr(
                "Free software under the Apache License 2.0; the letters are Inter, under the "
                "SIL Open Font License."
            ),
            role=TextRole.QUIET,
            wrap=True,
        )
        copy = QuietButton(self.tr("Copy versions"), icon=icon("copy"))
        copy.clicked.connect(self.copy)
        close = PrimaryButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(copy)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(14)
        column.addLayout(top)
        column.addWidget(what)
        column.addWidget(Hairline())
        column.addLayout(parts)
        column.addWidget(Hairline())
        column.addWidget(licence)
        column.addSpacing(4)
        column.addLayout(foot)
        self.setFixedWidth(WIDTH)

    def text(self) -> str:
        """The versions as plain text."""
        return ", ".join(f"{name} {value}" for name, value in self._versions.items())

    def copy(self) -> None:
        """Put the versions on the clipboard."""
        QGuiApplication.clipboard().setText(self.text())
