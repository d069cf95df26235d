"""The bar that stays as long as something keeps acts from being saved, with what can be done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.theme.fonts import TextRole
from ui.widgets.banner import Tone, ToneIcon
from ui.widgets.buttons import LinkButton
from ui.widgets.plain import PlainLabel


@dataclass(frozen=True, slots=True)
class Way:
    """Something that can be done about it: the words on its button, and what it does."""

    words: str
    take: Callable[[], object]


class StandingBanner(QFrame):
    """Says how things stand; it cannot be dismissed and goes when they stand otherwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "banner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = ToneIcon(Tone.INFO)
        self._words = PlainLabel(role=TextRole.BODY, wrap=True)
        self.buttons: list[LinkButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 7, 16, 7)
        self._row.setSpacing(10)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._words, 1)
        self.hide()

    def say(self, sentence: str, ways: Sequence[Way] = (), *, tone: Tone = Tone.INFO) -> None:
        """Show a sentence and a button for each way out, the nearest one first."""
        if (sentence, [way.words for way in ways]) != (self.words(), self.offered()):
            self._offer(ways)
            self._words.setText(sentence)
            self.setAccessibleName(sentence)
        self._icon.tone = tone
        self._icon.update()
        self.setProperty("tone", tone.value)
        self.style().polish(self)  # a style sheet looks at properties only when asked to
        self.show()

    def clear(self) -> None:
        """There is nothing to say any more."""
        self._offer(())
        self._words.setText("")
        self.hide()

    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def offered(self) -> list[str]:
        """What can be done."""
        return [button.accessibleName() for button in self.buttons]

    def _offer(self, ways: Sequence[Way]) -> None:
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [LinkButton(way.words) for way in ways]
        for button, way in zip(self.buttons, ways, strict=True):
            button.clicked.connect(lambda _=False, take=way.take: take())
            self._row.addWidget(button)
