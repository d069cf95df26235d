"""What stands over the versions: the article, whose staves there are, and the place in a list."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.queries.compared_article import ComparedArticle
from ui.reading.title_words import TitleWords
from ui.theme.fonts import TextRole
from ui.theme.icons import icon
from ui.versions.annotator_chip import AnnotatorChip
from ui.versions.version_words import named
from ui.versions.versions import Works, is_gold
from ui.widgets.buttons import ToolButton
from ui.widgets.flow import FlowLayout
from ui.widgets.plain import PlainLabel


class VersionsHead(QWidget):
    """Shows the article's particulars and the legend; `shown_changed` carries whom to show."""

    back_wanted = Signal()
    next_wanted = Signal()
    previous_wanted = Signal()
    shown_changed = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: dict[str, AnnotatorChip] = {}
        self._works: Works = {}
        self._absent: Sequence[str] = ()
        self.position = PlainLabel(role=TextRole.QUIET)
        self.count = PlainLabel(role=TextRole.MEDIUM)
        self.absent = PlainLabel(role=TextRole.QUIET, wrap=True)
        self._words = TitleWords()
        self._back = ToolButton(icon("back"), self.tr("Back"))
        self._back.rename(self.tr("Back"), shortcut="Esc")
        self._previous = ToolButton(icon("previous"), "")
        self._previous.rename(self.tr("Previous in the list"), shortcut="Ctrl+Up")
        self._next = ToolButton(icon("next"), "")
        self._next.rename(self.tr("Next in the list"), shortcut="Ctrl+Down")
        self._back.clicked.connect(self.back_wanted)
        self._previous.clicked.connect(self.previous_wanted)
        self._next.clicked.connect(self.next_wanted)
        self._arrange()
        self.set_position(0, 0)

    def show_article(
        self,
        article: ComparedArticle,
        works: Works,
        *,
        absent: Sequence[str],
        names: Mapping[str, str],
    ) -> None:
        """Show another article and who has done it, all their staves open."""
        self._words.show_article(
            article.title,
            source=article.source,
            published=article.published,
            characters=article.characters,
        )
        self._works, self._absent = works, absent
        for chip in self.chips.values():
            chip.hide()
            chip.deleteLater()
        self.chips = {}
        for who in sorted(works, key=lambda one: not is_gold(one)):
            chip = AnnotatorChip(names.get(who, who), len(works[who]), gold=is_gold(who))
            chip.toggled.connect(self._tell_shown)
            self.chips[who] = chip
            self._legend.addWidget(chip)
        self.set_names(names)

    def set_names(self, names: Mapping[str, str]) -> None:
        """Call the annotators by other names."""
        for who, chip in self.chips.items():
            chip.set_name(names.get(who, who))
        empty = [who for who, said in self._works.items() if not said]
        told = []
        if empty:
            told.append(self.tr("Done, nothing marked: {names}").format(names=named(empty, names)))
        if self._absent:
            told.append(self.tr("Not done by {names}").format(names=named(self._absent, names)))
        self.absent.setText("  ·  ".join(told))
        self.absent.setVisible(bool(told))

    def set_position(self, number: int, of: int) -> None:
        """Say which of a list of so many this is; with 0 of 0 there is no list."""
        self.position.setText(self.tr("{number} of {all}").format(number=number, all=of))
        for widget in (self.position, self._previous, self._next):
            widget.setVisible(of > 0)
        self._previous.setEnabled(number > 1)
        self._next.setEnabled(number < of)

    def set_counts(self, differing: int, agreed: int) -> None:
        """Say in how many places those who are shown differ, and in how many they do not.

        One alone has nobody to differ from, and nothing is said.
        """
        shown = sum(chip.isChecked() for chip in self.chips.values())
        self.count.setVisible(shown > 1)
        self.count.setText(
            self.tr("{differing} · {agreed}").format(
                differing=self.tr("%n difference(s)", None, differing),
                agreed=self.tr("%n agreed", None, agreed),
            )
        )

    def _tell_shown(self) -> None:
        self.shown_changed.emit(tuple(who for who, chip in self.chips.items() if chip.isChecked()))

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(self._back)
        top.addSpacing(6)
        top.addWidget(self._words, 1)
        top.addSpacing(10)
        top.addWidget(self.position)
        top.addSpacing(4)
        top.addWidget(self._previous)
        top.addWidget(self._next)
        chips = QWidget()
        self._legend = FlowLayout(chips, spacing=7)
        legend = QHBoxLayout()
        legend.setSpacing(16)
        legend.addWidget(chips, 1)
        legend.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 20, 12)
        column.setSpacing(9)
        column.addLayout(top)
        column.addLayout(legend)
        column.addWidget(self.absent)
