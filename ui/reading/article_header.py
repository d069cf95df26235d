"""What stands over the text: the article's title, where it is from, and how to go on."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from app.domain.article import Article
from ui.theme.fonts import TextRole
from ui.theme.icons import icon
from ui.widgets.buttons import ToolButton
from ui.widgets.dates import shown_date
from ui.widgets.numbers import parted
from ui.widgets.plain import ElidedLabel

_BESIDE, _UNDER = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_APART, _CLOSE = 14, 1


class ArticleHeader(QWidget):
    """Shows an article's particulars; its buttons ask for others or for a change of them."""

    edit_asked = Signal()
    previous_asked = Signal()
    next_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = _Words()
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
        characters = parted(self.tr("%n characters", None, article.characters), article.characters)
        # an isolate keeps an outlet's right-to-left letters from drawing the date into them
        source = f"\N{FIRST STRONG ISOLATE}{article.source}\N{POP DIRECTIONAL ISOLATE}"
        parts = (source if article.source else "", shown_date(article.published), characters)
        self._words.say(article.title, " · ".join(part for part in parts if part))


class _Words(QWidget):
    """A title, and the details beside it where both can be read whole, and else under it."""

    def __init__(self) -> None:
        super().__init__()
        self._title = ElidedLabel(role=TextRole.TITLE)
        self._details = ElidedLabel(role=TextRole.QUIET)
        self._row = QBoxLayout(_BESIDE, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._title)
        self._row.addWidget(self._details, 1)

    def say(self, title: str, details: str) -> None:
        """Show another article's words."""
        self._title.setText(title)
        self._details.setText(details)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the details where there is room for them."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        wanted = self._title.sizeHint().width() + _APART + self._details.sizeHint().width()
        is_beside = wanted <= self.width()
        self._row.setDirection(_BESIDE if is_beside else _UNDER)
        self._row.setSpacing(_APART if is_beside else _CLOSE)
