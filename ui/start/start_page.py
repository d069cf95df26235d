"""What the window shows while no project is open: what Galley is, and three ways to begin."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.actions import WindowActions
from ui.header_bar import Mark
from ui.settings import RecentProject
from ui.start.action_card import ActionCard
from ui.start.recent_list import RecentList
from ui.start.specimen import Specimen
from ui.theme.fonts import TextRole
from ui.widgets.plain import PlainLabel

WIDEST = 780
NARROW = 620
AIRY = 760


class StartPage(QScrollArea):
    """Scrolls where the window is too low for all of it."""

    project_chosen = Signal(object)
    project_forgotten = Signal(object)
    backups_wanted = Signal(object)

    def __init__(self, actions: WindowActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.recent = RecentList()
        self.recent.chosen.connect(self.project_chosen)
        self.recent.forgotten.connect(self.project_forgotten)
        self.recent.backups_wanted.connect(self.backups_wanted)
        self.cards = self._make_cards(actions)
        self._card_row = QHBoxLayout()
        self._card_row.setSpacing(12)
        for card in self.cards:
            self._card_row.addWidget(card, 1)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._column.addLayout(self._welcome())
        self._column.addSpacing(22)
        self._column.addWidget(Specimen())
        self._column.addSpacing(22)
        self._column.addLayout(self._card_row)
        self._column.addSpacing(26)
        self._column.addWidget(self.recent)
        self._column.addStretch(3)
        middle = QWidget()
        middle.setLayout(self._column)
        middle.setMaximumWidth(WIDEST)
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(32, 0, 32, 0)
        row.addStretch(1)
        row.addWidget(middle, 1_000)
        row.addStretch(1)
        self.setWidget(inner)
        self.show_recent([])

    def show_recent(self, projects: Sequence[RecentProject]) -> None:
        """Offer these projects."""
        self.recent.show_projects(projects)

    def take_focus(self) -> None:
        """Let the keyboard begin at what was open last, or at the first way to begin."""
        there = [row for row in self.recent.rows if row.project.is_there]
        (there or self.cards)[0].setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the cards below each other where it is narrow, and give air where there is room."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        beside = QBoxLayout.Direction.LeftToRight
        self._card_row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else beside)
        air = 48 if self.height() >= AIRY else 18
        self._column.setContentsMargins(0, air, 0, 28 if self.height() >= AIRY else 10)

    def _welcome(self) -> QHBoxLayout:
        words = PlainLabel(
            self.tr(
                "Mark who acts, what is asserted, what is denied and where, in the words of the "
                "article itself. All of it stays on this machine, in one file you can copy, and "
                "leaves as training data when you say so."
            ),
            wrap=True,
        )
        words.setProperty("role", TextRole.QUIET.value)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(PlainLabel(self.tr("Welcome to Galley"), role=TextRole.HERO))
        column.addWidget(words)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(Mark(size=64), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        return row

    def _make_cards(self, actions: WindowActions) -> list[ActionCard]:
        return [
            ActionCard(
                actions.sample,
                self.tr("Sample project"),
                self.tr("Seven invented articles to try everything on; nothing can go wrong."),
                word="quotes",
            ),
            ActionCard(
                actions.new,
                self.tr("New project"),
                self.tr("Start empty, then receive your own articles as text files."),
                word="new",
            ),
            ActionCard(
                actions.open,
                self.tr("Open a project"),
                self.tr("Go on with a .galley file. You can also drop it onto this window."),
                word="open",
            ),
        ]
