"""What stands over the text: the article's title, where it is from, and how to go on."""

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.article import Article
from ui.theme.fonts import TextRole
from ui.theme.icons import icon
from ui.widgets.buttons import ToolButton
from ui.widgets.plain import ElidedLabel


class ArticleHeader(QWidget):
    """Shows an article's particulars; its buttons ask for others or for a change of them."""

    edit_asked = Signal()
    previous_asked = Signal()
    next_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel(role=TextRole.TITLE)
        self._details = ElidedLabel(role=TextRole.QUIET)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._title)
        row.addSpacing(10)
        row.addWidget(self._details)
        row.addStretch(1)
        for word, name, shortcut, asked in (
            ("edit", self.tr("Edit the article's details"), "", self.edit_asked),
            ("previous", self.tr("Previous article"), "Ctrl+Up", self.previous_asked),
            ("next", self.tr("Next article"), "Ctrl+Down", self.next_asked),
        ):
            button = ToolButton(icon(word), name)
            button.rename(name, shortcut=shortcut)
            button.clicked.connect(asked)
            row.addWidget(button)

    def show_article(self, article: Article) -> None:
        """Show another article's particulars."""
        self._title.setText(article.title)
        characters = self.tr("%n characters", None, article.characters)
        # an isolate keeps an outlet's right-to-left letters from drawing the date into them
        source = f"\N{FIRST STRONG ISOLATE}{article.source}\N{POP DIRECTIONAL ISOLATE}"
        parts = (source if article.source else "", shown_date(article.published), characters)
        self._details.setText("  ·  ".join(part for part in parts if part))


def shown_date(published: str) -> str:
    """Return an ISO date as a person writes it; anything else as it is."""
    date = QDate.fromString(published[:10], "yyyy-MM-dd")
    if not date.isValid():
        return published
    return QLocale().toString(date, "d MMMM yyyy")
