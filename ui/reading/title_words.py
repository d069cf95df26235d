"""An article's title and where it is from, on one line where there is room for both."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme.fonts import TextRole
from ui.widgets.dates import shown_date
from ui.widgets.numbers import parted
from ui.widgets.plain import ElidedLabel

_BESIDE, _UNDER = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_APART, _CLOSE = 14, 1


class TitleWords(QWidget):
    """A title, and the details beside it where both can be read whole, and else under it."""

    def __init__(self) -> None:
        super().__init__()
        self._title = ElidedLabel(role=TextRole.TITLE)
        self._details = ElidedLabel(role=TextRole.QUIET)
        self._row = QBoxLayout(_BESIDE, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._title)
        self._row.addWidget(self._details, 1)

    def show_article(self, title: str, *, source: str, published: str, characters: int) -> None:
        """Show another article's words."""
        count = parted(self.tr("%n characters", None, characters), characters)
        # an isolate keeps an outlet's right-to-left letters from drawing the date into them
        outlet = f"\N{FIRST STRONG ISOLATE}{source}\N{POP DIRECTIONAL ISOLATE}" if source else ""
        parts = (outlet, shown_date(published), count)
        self._title.setText(title)
        self._details.setText(" · ".join(part for part in parts if part))
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
