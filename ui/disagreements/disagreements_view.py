"""The cases behind a figure: what is sought, the list of what was found, and the chosen one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.agreement.cases import Case, Cases, Order, Sought
from app.agreement.study import Study
from app.alignment.disagreements import Kind
from app.domain.label import Label
from ui.agreement.names import letters
from ui.disagreements.case_actions import CaseActions
from ui.disagreements.case_list import CaseList
from ui.disagreements.case_model import Group
from ui.disagreements.case_panel import CasePanel
from ui.disagreements.head import Head
from ui.disagreements.texts import Texts
from ui.disagreements.words import KINDS, cell_sum_words, filters_of, sum_words
from ui.page import MenuPart
from ui.widgets.buttons import QuietButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.frames import Ground, Hairline, Panel
from ui.widgets.numbers import parted

NARROW = 760
"""A window of fewer pixels shows the chosen case below the list."""

NO_CASES = Cases(Study((), (), ()))
DISAGREEING: frozenset[Kind | None] = frozenset(Kind)


class DisagreementsView(QWidget):
    """Shows the cases of a study.

    `opened` carries the case whose article is wanted, `left` says that somebody wants to go back,
    `names_changed` carries the names under which annotators are shown, `counted` says how many
    cases are shown.
    """

    opened = Signal(object)
    left = Signal()
    names_changed = Signal(object)
    counted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sought = Sought()
        self.head = Head()
        self.list = CaseList()
        self.panel = CasePanel()
        self.actions_ = CaseActions(self)
        self.drop = QuietButton("")
        self.nothing = EmptyState("agreed", "", buttons=(self.drop,))
        self._cases, self._found = NO_CASES, NO_CASES.whole
        self._texts = Texts(lambda _: "")
        self._titles: Mapping[str, str] = {}
        self._labels: Sequence[Label] = ()
        self._names: Mapping[str, str] = {}
        self._help: Callable[[], None] = self._drop_filters
        self._arrange()
        self._connect()
        self.setFocusProxy(self.list)
        self._seek()

    def menus(self) -> list[MenuPart]:
        """Return the menus that the view brings to the window."""
        return self.actions_.menus()

    @property
    def chosen(self) -> Case | None:
        """The chosen case."""
        return self.list.chosen

    @property
    def place(self) -> tuple[int, int]:
        """Which of the listed cases is chosen, counted from 1, and of how many."""
        return self.list.place

    def show_cases(
        self,
        cases: Cases,
        *,
        titles: Mapping[str, str],
        labels: Sequence[Label],
        text_of: Callable[[str], str],
    ) -> None:
        """Show another study's cases; the chosen one stays so if it still exists.

        `titles` are by article, and so are the texts that `text_of` is asked for when they are
        seen.
        """
        chosen = None if self.chosen is None else cases.again(self.chosen)
        self._cases, self._titles, self._labels = cases, titles, labels
        self._texts = Texts(text_of)
        self.list.cases.set_matter(self._texts, titles, labels)
        self._seek(chosen)

    def show_only(self, sought: Sought) -> None:
        """Show the cases that are sought, of all kinds unless one is wanted."""
        self.sought = sought
        wanted: set[Kind | None] = {sought.kind} if sought.kind is not None else set(DISAGREEING)
        if not sought.disagreeing_only and sought.kind is None:
            wanted.add(None)
        self.head.choose_kinds(wanted)
        self.list.choose(QModelIndex())  # what was looked at before has nothing to do with it
        self._seek()

    def step(self, by: int) -> Case | None:
        """Choose the next case (1) or the one before (-1) and return it; None at the end."""
        return self.list.step(by)

    def set_names(self, names: Mapping[str, str]) -> None:
        """Show annotators under these names, each under its own where there is none."""
        self._names = names
        self.actions_.names.setChecked(any(shown != own for own, shown in names.items()))
        self.list.cases.set_names(names)
        self._say_filters()
        self._show_chosen()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the list."""
        super().showEvent(event)
        if not event.spontaneous():
            self.list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the chosen case where there is room for it."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < NARROW
        upright = Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal
        if self._splitter.orientation() != upright:
            self._splitter.setOrientation(upright)

    def _name(self, annotator: str) -> str:
        return self._names.get(annotator, annotator)

    def _seek(self, wanted: Case | None = None) -> None:
        """Find what is sought now; the chosen case stays so where it is still there."""
        every = replace(self.sought, kind=None, disagreeing_only=False)
        self._found = self._cases.find(every)
        self.head.show_counts(self._found.kinds)
        self._say_filters()
        self.head.sum.setText(self._sum() if self._found.cases else "")
        self._list(wanted)

    def _list(self, wanted: Case | None = None) -> None:
        """Show the kinds of what was found that are wanted, in the order that is."""
        found, chosen = self._found.cases, self.head.chosen_kinds()
        shown: Sequence[Case] = found
        if not chosen.issuperset(self._found.kinds):
            shown = [case for case in found if case.kind in chosen]
        shown = self._cases.ordered(shown, Order(self.head.order.currentData()))
        for kind, action in self.actions_.kinds.items():
            action.setChecked(kind in chosen)
        group = Group(self.head.group.currentData())
        self.list.show_cases(shown, group, wanted if wanted is not None else self.chosen)
        if not shown:
            self._say_nothing(found)
        self._show(self._splitter if shown else self.nothing)
        self._show_chosen()
        self.counted.emit(parted(self.tr("%n case(s)", None, len(shown)), len(shown)))

    def _sum(self) -> str:
        """Say what was found adds up to."""
        if self.sought.cell is not None:
            return cell_sum_words(self._found.cases, self.sought.cell)
        pairs = len({case.pair for case in self._found.cases})
        return sum_words(self._found.tally, pairs=pairs)

    def _say_filters(self) -> None:
        people = self._cases.study.annotators
        self.head.show_filters(
            filters_of(self.sought, people=people, name=self._name, titles=self._titles)
        )

    def _show_chosen(self) -> None:
        case = self.chosen
        self.actions_.open.setEnabled(case is not None)
        if case is not None:
            self.panel.show_case(
                self._cases,
                case,
                text=self._texts.text(case.article),
                title=self._titles.get(case.article, ""),
                labels=self._labels,
                name=self._name,
            )

    def _show(self, widget: QWidget) -> None:
        """Show the list or what is to be said; keys never go to what is hidden."""
        had_keys = self.list.hasFocus() or self.drop.hasFocus()
        self._middle.setCurrentWidget(widget)
        if had_keys:
            shown = self.drop if self.drop.isVisible() else self.head.back
            (self.list if widget is self._splitter else shown).setFocus()

    def _say_nothing(self, found: Sequence[Case]) -> None:
        """Say why nothing is shown, and offer what helps."""
        is_filtered = bool(self.head.drops)
        self.drop.setVisible(True)
        if not self._cases.all:
            self.nothing.set_words(
                self.tr("Nothing to compare yet"),
                self.tr("Two people must have finished the same article."),
            )
            self.drop.setVisible(False)
        elif not found:
            self.nothing.set_words(
                self.tr("Nothing here"), self.tr("Nobody marked anything of what is sought.")
            )
            self._offer(self.tr("Show all disagreements"), self._drop_filters)
        elif any(case.kind is not None for case in found):
            self.nothing.set_words(
                self.tr("Nothing of these kinds"), self.tr("There are cases of other kinds.")
            )
            self._offer(self.tr("Show all kinds"), self._show_all_kinds)
        else:
            number = parted(self.tr("%n annotation(s)", None, len(found)), len(found))
            self.nothing.set_words(
                self.tr("Nothing differs here"),
                self.tr("{annotations} agreed on, none that differ.").format(annotations=number),
            )
            if is_filtered:
                self._offer(self.tr("Show all disagreements"), self._drop_filters)
            else:
                self._offer(self.tr("Show what is agreed"), self._show_agreed)

    def _offer(self, words: str, act: Callable[[], None]) -> None:
        self.drop.setText(words)
        self.drop.setAccessibleName(words)
        self._help = act

    def _give_help(self) -> None:
        self._help()

    def _drop_filters(self) -> None:
        self.show_only(Sought())

    def _show_all_kinds(self) -> None:
        self.head.choose_kinds(set(DISAGREEING))
        self._list()

    def _show_agreed(self) -> None:
        self.head.choose_kinds(set(KINDS))
        self._list()

    def _drop(self, field: str) -> None:
        gone: dict[str, Any] = {field: None}
        self.sought = replace(self.sought, **gone)
        self._seek()
        self.list.setFocus()

    def _toggle_names(self, hidden: bool) -> None:
        """Show the letters that a report without names has, or the names again."""
        names = letters(self._cases.study) if hidden else {}
        self.set_names(names)
        self.names_changed.emit(names)

    def _open(self, *_: object) -> None:
        if self.chosen is not None:
            self.opened.emit(self.chosen)

    def _connect(self) -> None:
        acts = self.actions_
        self.list.selectionModel().currentRowChanged.connect(self._show_chosen)
        self.list.doubleClicked.connect(self._open)
        self.panel.open_asked.connect(self._open)
        self.head.changed.connect(self._list)
        self.head.dropped.connect(self._drop)
        self.head.back.clicked.connect(self.left)
        self.drop.clicked.connect(self._give_help)
        acts.open.triggered.connect(self._open)
        acts.next.triggered.connect(lambda: self.step(1))
        acts.previous.triggered.connect(lambda: self.step(-1))
        acts.names.triggered.connect(self._toggle_names)
        acts.all_kinds.triggered.connect(self._show_all_kinds)
        acts.back.triggered.connect(self.left)
        for kind, action in acts.kinds.items():
            action.triggered.connect(self.head.kinds[kind].click)

    def _arrange(self) -> None:
        left = Panel(Ground.PANEL)
        left.setMinimumWidth(300)
        left.setMinimumHeight(120)
        side = QVBoxLayout(left)
        side.setContentsMargins(10, 0, 4, 0)
        side.addWidget(self.list)
        right = Panel(Ground.PANEL)
        lower = QVBoxLayout(right)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.addWidget(self.panel)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(left)
        self._splitter.addWidget(right)
        self._splitter.setStretchFactor(0, 2)
        self._splitter.setStretchFactor(1, 3)
        self._splitter.setSizes([400, 600])
        self._middle = QStackedWidget()
        self._middle.addWidget(self._splitter)
        self._middle.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(Hairline())
        column.addWidget(self._middle, 1)
