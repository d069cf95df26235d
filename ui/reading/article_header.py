"""What stands over the text: the article's title, where it is from, and how to go on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.article import Article
from ui.reading.title_words import TitleWords
from ui.theme.icons import icon
from ui.widgets.buttons import ToolButton


class ArticleHeader(QWidget):
    """Shows an article's particulars; its buttons ask for others or for a change of them."""

    edit_asked = Signal()
    previous_asked = Signal()
    next_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = TitleWords()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._words, 1)
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
        self._words.show_article(
            article.title,
            source=article.source,
            published=article.published,
            characters=article.characters,
        )
