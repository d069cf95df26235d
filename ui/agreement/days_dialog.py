"""The question between which days articles were published."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.article_choice import ArticleChoice
from app.domain.days import day_of
from app.errors import Refused
from ui.theme.fonts import TextRole
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.plain import PlainLabel

WIDTH = 380


class DaysDialog(QDialog):
    """Asks for the first and the last day; either may stay empty."""

    def __init__(self, choice: ArticleChoice, parent: QWidget) -> None:
        super().__init__(parent)
        self._choice = choice
        self.setWindowTitle(self.tr("Articles by date"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.since = self._field(self.tr("From this day on"), choice.since)
        self.until = self._field(self.tr("Until this day"), choice.until)
        self.trouble = PlainLabel(role=TextRole.QUIET, wrap=True)
        self.trouble.setProperty("tone", "danger")
        self.trouble.hide()
        self.accept_button = PrimaryButton(self.tr("Show"))
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self._try)
        cancel = QuietButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        fields = QGridLayout()
        fields.setHorizontalSpacing(12)
        fields.setVerticalSpacing(8)
        for row, (words, field) in enumerate(
            ((self.tr("From"), self.since), (self.tr("Until"), self.until))
        ):
            fields.addWidget(PlainLabel(words), row, 0)
            fields.addWidget(field, row, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.accept_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(PlainLabel(self.tr("Articles published"), role=TextRole.SUBTITLE))
        column.addLayout(fields)
        column.addWidget(self.trouble)
        column.addLayout(buttons)
        self.setFixedWidth(WIDTH)

    def choice(self) -> ArticleChoice:
        """Return what is asked for; refused where it cannot be."""
        days = []
        for field in (self.since, self.until):
            day = field.text().strip()
            if day and not day_of(day):
                raise Refused(
                    self.tr("“{day}” is no day; write it as 2026-03-31.").format(day=day[:20])
                )
            days.append(day)
        return replace(self._choice, since=days[0], until=days[1])

    def _try(self) -> None:
        try:
            self.choice()
        except Refused as refused:
            self.trouble.setText(str(refused))
            self.trouble.show()
            self.adjustSize()
        else:
            self.accept()

    def _field(self, name: str, day: str) -> QLineEdit:
        field = QLineEdit(day)
        field.setPlaceholderText("2026-03-31")
        field.setAccessibleName(name)
        return field
