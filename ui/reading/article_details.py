"""The dialog in which what is known about an article is corrected."""

from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.article import Article
from ui.theme.fonts import TextRole
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.plain import PlainLabel


class ArticleDetails(QDialog):
    """Asks for title, outlet, date, address and language; the text itself cannot be changed."""

    def __init__(self, article: Article, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Article details"))
        self.setMinimumWidth(520)
        self.title = QLineEdit(article.title)
        self.source = QLineEdit(article.source)
        self.published = QLineEdit(article.published)
        self.published.setPlaceholderText(self.tr("2023-05-24"))
        self.url = QLineEdit(article.url)
        self.language = QLineEdit(article.language)
        self.language.setPlaceholderText(self.tr("en"))
        self._keep = PrimaryButton(self.tr("Keep changes"))
        self._keep.setDefault(True)
        self._keep.clicked.connect(self.accept)
        self._arrange(article)
        self.title.textChanged.connect(self._allow)

    def facts(self) -> dict[str, str]:
        """Return what stands in the fields, by name."""
        return {
            "title": self.title.text(),
            "source": self.source.text(),
            "published": self.published.text(),
            "url": self.url.text(),
            "language": self.language.text(),
        }

    def _allow(self, title: str) -> None:
        self._keep.setEnabled(bool(title.strip()))

    def _arrange(self, article: Article) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(9)
        for name, field in (
            (self.tr("Title"), self.title),
            (self.tr("Outlet"), self.source),
            (self.tr("Published"), self.published),
            (self.tr("Address"), self.url),
            (self.tr("Language"), self.language),
        ):
            label = PlainLabel(name, role=TextRole.QUIET)
            label.setBuddy(field)
            field.setAccessibleName(name)
            form.addRow(label, field)
        received = PlainLabel(
            self.tr("Received: {0}").format(article.received_as or self.tr("unknown")),
            role=TextRole.FAINT,
            wrap=True,
        )
        cancel = QuietButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addWidget(PlainLabel(self.tr("What is known about it"), role=TextRole.SUBTITLE))
        column.addLayout(form)
        column.addWidget(received)
        column.addLayout(buttons)
