"""The panel beside the text: the chosen passage's versions, and in which ways they differ."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme.fonts import TextRole
from ui.theme.icons import icon
from ui.versions.difference_words import DifferenceWords, kind_words
from ui.versions.version import Version, kinds_of, versions_of
from ui.versions.version_card import VersionCard
from ui.versions.version_words import named, told
from ui.versions.versions import Passage, Versions
from ui.widgets.buttons import QuietButton, ToolButton
from ui.widgets.frames import Ground, Panel
from ui.widgets.plain import PlainLabel

_DOWN, _ALONG = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight


class PassagePanel(Panel):
    """Tells about one passage, or what to do to choose one."""

    next_wanted = Signal()
    previous_wanted = Signal()
    desk_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Ground.PANEL, parent)
        self.cards: list[VersionCard] = []
        self._is_along = False
        self.title = PlainLabel(role=TextRole.CAPS)
        self.kind = PlainLabel(role=TextRole.MEDIUM, wrap=True)
        self.nothing = PlainLabel(role=TextRole.QUIET, wrap=True)
        self._previous = ToolButton(icon("previous"), "")
        self._previous.rename(self.tr("Previous difference"), shortcut="P")
        self._next = ToolButton(icon("next"), "")
        self._next.rename(self.tr("Next difference"), shortcut="N")
        self.desk = QuietButton(self.tr("Open at the desk"), icon=icon("open"))
        self._previous.clicked.connect(self.previous_wanted)
        self._next.clicked.connect(self.next_wanted)
        self.desk.clicked.connect(self.desk_wanted)
        self._arrange()

    def lay_along(self, *, along: bool) -> None:
        """Set all side by side, where the panel lies under the text, or one below another."""
        self._is_along = along
        self._flow.setDirection(_ALONG if along else _DOWN)
        self._flow.setStretch(self._flow.count() - 1, int(not along))
        (self._foot if along else self._head).removeWidget(self.desk)
        (self._column if along else self._head).removeWidget(self.kind)
        if along:
            self._head.insertWidget(1, self.kind, 100)
            self._head.insertWidget(2, self.desk)
        else:
            self._column.insertWidget(1, self.kind)
            self._foot.insertWidget(0, self.desk)
        self._indent_kind()

    def show_passage(
        self, versions: Versions, passage: Passage | None, names: Mapping[str, str]
    ) -> None:
        """Show another passage of these versions, or none."""
        for card in self.cards:
            card.hide()
            self._flow.removeWidget(card)
            card.deleteLater()
        self.cards = []
        is_shown = passage is not None
        for widget in (self._scroll, self.kind, self.desk):
            widget.setVisible(is_shown)
        self.nothing.setVisible(not is_shown)
        for button in (self._previous, self._next):
            button.setEnabled(bool(versions.differing))
        if passage is None:
            self._say_nothing_chosen(versions)
            return
        found = versions_of(passage, versions.annotators)
        self.title.setText(self._title_of(versions, passage))
        self.kind.setText(self._kind_of(versions, passage, found))
        text = versions.article.text
        words = DifferenceWords(text)
        reference = named(found[0].annotators[:1], names)
        for version in found:
            differing = ""
            if version is not found[0] and version.said:
                differing = self.tr("Compared with {name}: {differences}.").format(
                    name=reference, differences=words.told(found[0], version)
                )
            card = VersionCard(
                version,
                who=named(version.annotators, names),
                differences=differing,
                text=text,
                labels=versions.label_named,
            )
            self.cards.append(card)
            self._flow.insertWidget(len(self.cards) - 1, card, int(self._is_along))
        self._scroll.verticalScrollBar().setValue(0)

    def spoken(self, versions: Versions, passage: Passage | None, names: Mapping[str, str]) -> str:
        """Return what is shown of a passage in one sentence, for whoever hears it."""
        if passage is None:
            return self.tr("Nothing chosen")
        found = versions_of(passage, versions.annotators)
        text = versions.article.text
        parts = [
            self.tr("{who}: {what}").format(
                who=named(one.annotators, names), what=told(one.said, text)
            )
            for one in found
        ]
        head = f"{self._title_of(versions, passage)}. {self._kind_of(versions, passage, found)}."
        return " ".join((head, "; ".join(parts)))

    def _title_of(self, versions: Versions, passage: Passage) -> str:
        if passage.is_agreed:
            return self.tr("Agreed")
        return self.tr("Difference {number} of {all}").format(
            number=versions.differing.index(passage) + 1, all=len(versions.differing)
        )

    def _kind_of(self, versions: Versions, passage: Passage, found: list[Version]) -> str:
        if not passage.is_agreed:
            return " · ".join(kind_words(kind) for kind in kinds_of(found))
        if len(versions.annotators) == 1:
            return self.tr("Only one annotator is shown")
        return self.tr("All say the same")

    def _say_nothing_chosen(self, versions: Versions) -> None:
        self.title.setText(self.tr("Differences"))
        if versions.differing:
            said = self.tr(
                "Press N to go to the next place where annotators differ, or click on words that "
                "somebody marked, to see who says what."
            )
        elif len(versions.annotators) < 2:
            said = self.tr("There is nobody to compare with here.")
        else:
            said = self.tr("Everybody who is shown says the same everywhere.")
        self.nothing.setText(said)

    def _arrange(self) -> None:
        self._head = QHBoxLayout()
        self._head.setContentsMargins(16, 0, 10, 0)
        self._head.setSpacing(8)
        self._head.addWidget(self.title)
        self._head.addStretch(1)
        for button in (self._previous, self._next):
            self._head.addWidget(button)
        inner = QWidget()
        self._flow = QBoxLayout(_DOWN, inner)
        self._flow.setContentsMargins(16, 2, 14, 8)
        self._flow.setSpacing(10)
        self._flow.addStretch(1)  # the last part: what the cards leave free
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        for ground in (inner, self._scroll.viewport()):
            ground.setAutoFillBackground(False)
        self.nothing.setContentsMargins(16, 0, 14, 0)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(16, 0, 14, 0)
        self._foot.addWidget(self.desk)
        self._foot.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 12)
        self._column.setSpacing(8)
        self._column.addLayout(self._head)
        self._column.addWidget(self.kind)
        self._column.addWidget(self.nothing, 1)
        self._column.addWidget(self._scroll, 1)
        self._column.addLayout(self._foot)
        self._indent_kind()

    def _indent_kind(self) -> None:
        """Let the kind of difference begin where the title does, wherever it stands."""
        left, right = (0, 0) if self._is_along else (16, 14)
        self.kind.setContentsMargins(left, 0, right, 0)
