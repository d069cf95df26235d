"""The page of conflicts: each with its states side by side, decided with one key."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.commands import deciding
from app.commands.uniting import unite
from app.domain.changes import Changes
from app.domain.conflict import Conflict, Side, Why
from app.domain.label import offered
from app.queries.conflicts import conflicts
from app.queries.label_set import label_set
from ui.open_project import OpenProject
from ui.page import KeyRow
from ui.settling.conflict_list import HEIGHT, ConflictDelegate, ConflictModel
from ui.settling.side_card import SideCard
from ui.settling.words import advice_on, title_of
from ui.theme.fonts import TextRole
from ui.theme.icons import icon
from ui.visited_page import VisitedPage
from ui.widgets.buttons import QuietButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.frames import Ground, Hairline, Panel
from ui.widgets.line_list import LineList
from ui.widgets.plain import PlainLabel, action_text, plain_tooltip

LIST_WIDTH = 320
Act = tuple[str, str, Callable[[], object]]
"""A key, what it does in words, and the doing."""


class ConflictsPage(VisitedPage):
    """Shows what merging left open; what is decided goes, and the next one is shown."""

    name = "conflicts"

    def __init__(self, opened: OpenProject, parent: QWidget | None = None) -> None:
        super().__init__(opened, parent)
        self.model = ConflictModel(self)
        self.list = LineList(HEIGHT)
        self.list.setModel(self.model)
        self.list.setItemDelegate(ConflictDelegate(self.list))
        self.list.setAccessibleName(self.tr("Conflicts"))
        self.title = PlainLabel(role=TextRole.TITLE, wrap=True)
        self.advice = PlainLabel(role=TextRole.QUIET, wrap=True)
        self.open_it = QuietButton(self.tr("Open the article"), icon=icon("article"))
        self.back = QuietButton(self.tr("Back to the desk"), icon=icon("back"))
        self.nothing = EmptyState(
            "check",
            self.tr("Nothing to decide"),
            self.tr(
                "When work comes back from several copies and two of them differ, both states are "
                "shown here side by side."
            ),
        )
        self.acts: dict[str, Callable[[], object]] = {}
        self._said: dict[str, str] = {}
        self._cards = QWidget()
        self._keys: list[QShortcut] = []
        self._pages = QStackedWidget()
        self._arrange()
        self.list.selectionModel().currentRowChanged.connect(self._show_current)
        self.list.activated.connect(self._open)
        self.list.installEventFilter(self)
        self.open_it.clicked.connect(self._open)
        self.back.clicked.connect(self.leave)
        self._load()

    @property
    def current(self) -> Conflict | None:
        """The conflict that is shown."""
        row = self.list.currentIndex().row()
        return self.model.conflicts[row] if 0 <= row < len(self.model.conflicts) else None

    def own_keys(self) -> list[KeyRow]:
        """Return what decides the conflict that is shown."""
        said = [(words, [key]) for key, words in self._said.items()]
        return [*said, (self.tr("Open the article"), ["Enter"])]

    def refresh(self, _changes: Changes) -> None:
        """Ask again; the line after the one that was decided is shown."""
        self._load()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the list."""
        super().showEvent(event)
        self.place_said.emit(self.tr("Conflicts"))
        self._say_count()
        self.list.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the article with Enter, however the platform activates lines."""
        if (
            watched is self.list
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self._open()
            return True
        return super().eventFilter(watched, event)

    def _load(self) -> None:
        before, row = self.current, max(0, self.list.currentIndex().row())
        found = self.opened.ask(conflicts)
        self.model.show_conflicts(found)
        again = next(
            (
                at
                for at, one in enumerate(found)
                if before is not None and (one.record, one.why) == (before.record, before.why)
            ),
            min(row, len(found) - 1),
        )
        self._pages.setCurrentIndex(0 if found else 1)
        if found:
            self.list.choose(self.model.index(again))
        self._show_current()
        self._say_count()

    def _say_count(self) -> None:
        waiting = sum(one.why.is_open for one in self.model.conflicts)
        if self.isVisible():
            self.counted.emit(self.tr("{number} to decide").format(number=waiting))

    def _show_current(self) -> None:
        one = self.current
        for key in self._keys:
            key.setEnabled(False)
            key.deleteLater()
        self._keys, self.acts, self._said = [], {}, {}
        for row in (self._row, self._foot):
            while (item := row.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None and widget is not self.open_it:
                    widget.hide()  # it would be seen until it is deleted
                    widget.deleteLater()
        if one is None:
            return
        self.title.setText(title_of(one))
        self.advice.setText(advice_on(one))
        of_side, others = self._acts_for(one)
        for number, side in enumerate(one.sides):
            heading = self.tr("{number} · shown now") if side.is_shown else "{number}"
            act = of_side.get(number)
            button = None if act is None else self._button(*act)
            card = SideCard(one, side, heading.format(number=number + 1), button)
            self._row.addWidget(card, 1)
        for act in others:
            self._foot.addWidget(self._button(*act))
        self._foot.addStretch(1)
        self._foot.addWidget(self.open_it)
        self.open_it.setVisible(one.place is not None)

    def _button(self, key: str, words: str, act: Callable[[], object]) -> QuietButton:
        button = QuietButton(f"{key}   {words}")
        button.setText(action_text(f"{key}   {words}"))
        button.setAccessibleName(words)
        plain_tooltip(button, self.tr("{words} (key {key})").format(words=words, key=key))
        button.clicked.connect(act)
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
        self._keys.append(shortcut)
        self.acts[key], self._said[key] = act, words
        return button

    def _acts_for(self, one: Conflict) -> tuple[dict[int, Act], list[Act]]:
        """Return what can be done with each state, and what else."""
        match one.why:
            case Why.CHANGED_TWICE:
                return {
                    number: (str(number + 1), self.tr("This one counts"), self._keep(one, side))
                    for number, side in enumerate(one.sides[:9])
                }, []
            case Why.CHANGED_AND_DELETED:
                kept, gone = self.tr("Keep it"), self.tr("Delete it")
                acts: dict[int, Act] = {}
                for number, side in enumerate(one.sides[:9]):
                    key, words = ("D", gone) if side.body is None else ("K", kept)
                    taken = {act[0] for act in acts.values()}
                    acts[number] = (
                        str(number + 1) if key in taken else key,
                        words,
                        self._keep(one, side),
                    )
                return acts, []
            case Why.USED_THOUGH_DELETED:
                return {}, self._acts_for_used(one)
            case Why.MISPLACED | Why.HOMELESS:
                drop = partial(self._do, deciding.drop, kind=one.kind, record=one.record)
                place = partial(self._do, deciding.place_again, annotation=one.record)
                found: list[Act] = [("A", self.tr("Place it there again"), place)]
                return {}, [
                    *(found if one.moved is not None else []),
                    ("D", self.tr("Delete it"), drop),
                ]
            case Why.SAME_LABEL | Why.SAME_PERSON if len(one.sides) == 2:
                return self._acts_for_namesakes(one)
            case Why.SAME_TEXT | Why.TWINS if len(one.sides) == 2:
                return self._acts_for_likes(one)
        return {}, []

    def _acts_for_used(self, one: Conflict) -> list[Act]:
        keep = partial(self._do, deciding.keep_used, kind=one.kind, record=one.record)
        if one.kind != "label":
            return [("K", self.tr("Keep it"), keep)]
        return [
            ("K", self.tr("Keep it as a retired label"), keep),
            ("R", self.tr("Give its annotations another label…"), partial(self._relabel, one)),
        ]

    def _acts_for_namesakes(self, one: Conflict) -> tuple[dict[int, Act], list[Act]]:
        first, second = (side.name for side in one.sides)
        pairs = {0: (second, first), 1: (first, second)}
        if one.why is Why.SAME_LABEL:
            stays = self.tr("All become this one")
            return {
                number: (
                    str(number + 1),
                    stays,
                    partial(self._do, deciding.unite_labels, label=goes, into=into),
                )
                for number, (goes, into) in pairs.items()
            }, []
        same = self.tr("They are one: this one stays")
        apart = partial(self._do, deciding.tell_apart, annotator=second)
        return {
            number: (str(number + 1), same, partial(self._do, unite, annotator=goes, into=into))
            for number, (goes, into) in pairs.items()
        }, [("T", self.tr("They are two: number the second"), apart)]

    def _acts_for_likes(self, one: Conflict) -> tuple[dict[int, Act], list[Act]]:
        first, second = (side.name for side in one.sides)
        stays = self.tr("This one stays, the other goes")
        pairs = {0: (second, first), 1: (first, second)}
        if one.why is Why.TWINS:
            return {
                number: (
                    str(number + 1),
                    stays,
                    partial(self._do, deciding.unite_twins, annotation=goes, into=into),
                )
                for number, (goes, into) in pairs.items()
            }, []
        every = [
            (like.sides[1].name, like.record)
            for like in self.model.conflicts
            if like.why is Why.SAME_TEXT and len(like.sides) == 2
        ]
        all_words = self.tr("The first of each stays, in all %n pair(s)", None, len(every))
        return {
            number: (str(number + 1), stays, self._unite_articles([pair]))
            for number, pair in pairs.items()
        }, ([("A", all_words, self._unite_articles(every))] if len(every) > 1 else [])

    def _unite_articles(self, pairs: list[tuple[str, str]]) -> Callable[[], object]:
        return partial(self._do, deciding.unite_articles, pairs=pairs)

    def _keep(self, one: Conflict, side: Side) -> Callable[[], object]:
        return partial(
            self._do, deciding.keep_state, kind=one.kind, record=one.record, revision=side.name
        )

    def _do(self, command: Callable[..., object], *_: object, **facts: object) -> None:
        self.opened.perform(command, **facts)
        self.list.setFocus()

    def _relabel(self, one: Conflict, *_: object) -> None:
        """Offer the labels that are in use, and give the annotations the one that is chosen."""
        menu = QMenu(self)
        for label in offered(self.opened.ask(label_set)):
            if label.id != one.record:
                action = menu.addAction(action_text(label.name))
                action.triggered.connect(
                    partial(self._do, deciding.relabel_used, label=one.record, into=label.id)
                )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().center()))

    def _open(self, *_: object) -> None:
        one = self.current
        if one is not None and one.place is not None:
            self.left.emit(one.place)

    def _arrange(self) -> None:
        left = Panel(Ground.PANEL)
        left.setMinimumWidth(240)
        side = QVBoxLayout(left)
        side.setContentsMargins(10, 16, 6, 12)
        side.setSpacing(10)
        heading = PlainLabel(self.tr("Conflicts"), role=TextRole.TITLE)
        heading.setContentsMargins(6, 0, 0, 0)
        side.addWidget(heading)
        side.addWidget(self.list, 1)
        self._row = QHBoxLayout(self._cards)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(14)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(8)
        self._foot.addWidget(self.open_it)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 6, 24, 18)
        column.setSpacing(12)
        for part in (self.title, self.advice, self._cards):
            column.addWidget(part)
        column.addLayout(self._foot)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        self._pages.addWidget(scroll)
        self._pages.addWidget(self.nothing)
        right = Panel(Ground.PAPER)
        for ground in (inner, scroll.viewport()):
            ground.setAutoFillBackground(False)
        lower = QVBoxLayout(right)
        lower.setContentsMargins(0, 14, 0, 0)
        head = QHBoxLayout()
        head.setContentsMargins(24, 0, 24, 0)
        head.addStretch(1)
        head.addWidget(self.back)
        lower.addLayout(head)
        lower.addWidget(Hairline())
        lower.addWidget(self._pages, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([LIST_WIDTH, 1000])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(splitter)
