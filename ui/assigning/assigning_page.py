"""The page of people and assignments: who is here, who reads what, how far they are."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.commands import annotators as verbs
from app.commands.allotments import allot
from app.commands.uniting import unite
from app.domain.allotting import Pair, Shares, share_out, stories_by_title
from app.domain.annotator import Role
from app.domain.assignment import State
from app.domain.changes import Changes
from app.domain.place import Place
from app.errors import FileTrouble, Refused
from app.queries.allotment_table import allotment_rows, allotment_table
from app.queries.seat import seat
from ui.assigning.coverage_model import CoverageModel
from ui.assigning.coverage_view import CoverageView
from ui.assigning.people_list import PeopleList
from ui.assigning.plan_panel import PlanPanel
from ui.jobs import Jobs, Progress, Stopped
from ui.latest import Latest, Tell
from ui.open_project import OpenProject
from ui.page import KeyRow
from ui.theme.fonts import TextRole
from ui.theme.icons import icon
from ui.visited_page import VisitedPage
from ui.widgets.buttons import QuietButton
from ui.widgets.choice_chip import ChoiceChip
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_field import FilterField
from ui.widgets.frames import Ground, Hairline, Panel
from ui.widgets.messages import PlainDialog
from ui.widgets.plain import PlainLabel, one_line

MANY = 2_000
"""From so many allotments on the work is done aside, with progress."""

SIDE = 300


class AssigningPage(VisitedPage):
    """Shows articles by people and asks for changes; long ones are done by `jobs`, if there are."""

    name = "assigning"

    def __init__(self, opened: OpenProject, parent: QWidget | None = None) -> None:
        super().__init__(opened, parent)
        self.jobs: Jobs | None = None
        self._planner: Latest | None = None
        self._shares: Shares | None = None
        self.model = CoverageModel(self)
        self.view = CoverageView(self.model)
        self.people = PeopleList()
        self.plan = PlanPanel()
        self.filter = FilterField(self.tr("Filter by title, outlet or reader"))
        self.unread = ChoiceChip(self.tr("Nobody reads it"), word="filter", tint="accent")
        self.nothing = EmptyState("articles", "")
        self.back = QuietButton(self.tr("Back to the desk"), icon=icon("back"))
        self._middle = QStackedWidget()
        self._side = Panel(Ground.PANEL)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._arrange()
        self._connect()
        self._load()

    @property
    def is_planning(self) -> bool:
        """Whether the plan shown is not yet the one that is wished for."""
        return self._soon.isActive() or (self._planner is not None and self._planner.is_busy)

    def own_keys(self) -> list[KeyRow]:
        """Return what can be done with cells."""
        return [
            (self.tr("Allot the selected cells, or take them back"), ["Space"]),
            (self.tr("Select several cells"), ["Shift+←/→", "Shift+↑/↓"]),
            (self.tr("Open the article"), ["Enter"]),
        ]

    def refresh(self, changes: Changes) -> None:
        """Ask again."""
        if changes.articles is None or changes.concerns("annotator", "article"):
            self._load()
        elif changes.concerns("allotment", "assignment", "annotation"):
            self._load_rows(changes.articles)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the table, or with the first name."""
        super().showEvent(event)
        self.place_said.emit(self.tr("People and assignments"))
        self._say_count()
        if not event.spontaneous():
            alone = len(self.model.people) < 2
            (self.people.new if alone else self.view).setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Plan no further: the page is about to go."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._soon.stop()
            planner, self._planner = self._planner, None
            if planner is not None:
                planner.close()

    def toggle(self, pairs: Sequence[Pair]) -> None:
        """Allot these, each an article and a person, or take all of them back if all are."""
        readers = {row.id: row.readers for row in self.model.rows()}
        missing = [
            (article, person)
            for article, person in pairs
            if person not in readers[article] or not readers[article][person].round
        ]
        if missing:
            self._perform(missing, [])
        else:
            self._perform([], list(pairs))

    def _load(self) -> None:
        table = self.opened.ask(allotment_table)
        cell = self.view.currentIndex()
        line, column, scroll = cell.row(), cell.column(), self.view.verticalScrollBar().value()
        self.model.set_table(table)
        self.people.show_people(table.people, self.model.loads())
        rounds = {one.round for row in table.rows for one in row.readers.values()}
        if not self.plan.round.hasFocus():
            self.plan.round.setValue(max([*rounds, 1]))
        again = self.model.index(min(line, self.model.rowCount() - 1), column)
        if line >= 0 and again.isValid():
            self.view.setCurrentIndex(again)
        self.view.verticalScrollBar().setValue(scroll)
        self._say_why_empty()
        self._plan_anew()
        self._say_count()

    def _load_rows(self, articles: Iterable[str]) -> None:
        """Ask again about a few articles."""
        rows = [row for one in articles for row in self.opened.ask(allotment_rows, only=one)]
        if self.model.update_rows(rows):
            self.people.show_loads(self.model.loads())
            self._plan_anew()
        else:
            self._load()

    def _say_why_empty(self) -> None:
        owner = self.opened.ask(seat)
        self._side.setVisible(owner is None)
        if owner is not None:
            told = self.tr("This copy was handed out to {name}.")
            self.nothing.set_words(
                self.tr("Who reads what is the lead's to say"),
                told.format(name=one_line(owner.name)),
            )
        elif not self.model.rows():
            self.nothing.set_words(
                self.tr("No articles yet"),
                self.tr("Receive articles; then they can be shared out here."),
            )
        else:
            self.nothing.set_words(self.tr("No article matches."))
        shown = self.view if owner is None and self.model.rowCount() else self.nothing
        self._middle.setCurrentWidget(shown)

    def _say_count(self) -> None:
        self.counted.emit(self.tr("%n article(s)", None, self.model.rowCount()))

    def _narrow(self) -> None:
        self.model.set_filter(self.filter.text(), unread_only=self.unread.isChecked())
        self._say_why_empty()
        self._say_count()
        self._plan_anew()

    def _plan_anew(self) -> None:
        """Let the plan there was count no more, and make another in a moment."""
        self._shares = None
        if self._planner is not None:
            self._planner.give_up()
        self.plan.apply.setEnabled(False)
        self._soon.start()

    def _make_plan(self) -> None:
        """Work out, aside, what would be added for the articles shown."""
        rows, takers = self.model.shown_rows(), self.people.taking_part()
        to_take = self._to_take_back()
        self.plan.take.setEnabled(bool(to_take))
        if not rows or not takers:
            self._forget_plan(
                self.tr("There is no article to share out.")
                if not rows
                else self.tr("Tick those who are to read.")
            )
            return
        sharing, together = self.plan.sharing(), self.plan.together.isChecked()
        every = self.model.rows()

        def work(_tell: Tell, _stopped: Stopped) -> Shares:
            given = {
                row.id: {name for name, reading in row.readers.items() if reading.round}
                for row in every
            }
            titles = {row.id: row.title for row in rows}
            groups = stories_by_title(titles) if together else [[name] for name in titles]
            return share_out(groups, takers, sharing=sharing, given=given)

        if self._planner is None:
            self._planner = Latest(self)
        self._planner.run(work, done=self._show_plan, failed=self._fail)

    def _show_plan(self, shares: Shares) -> None:
        self._shares = shares
        names = {person.id: person.name for person in self.model.people}
        self.plan.show_shares(shares, names)
        self.people.show_more(shares.more)
        self.model.propose(shares.pairs)

    def _forget_plan(self, words: str) -> None:
        self.plan.say(words)
        self.people.show_more({})
        self.model.propose(())

    def _apply(self) -> None:
        if self._shares is not None and self._shares.pairs:
            self.view.setFocus()  # keys after it, undo above all, are about what was done
            self._perform(list(self._shares.pairs), [])

    def _take_back(self) -> None:
        self.view.setFocus()
        self._perform([], self._to_take_back())

    def _to_take_back(self) -> list[Pair]:
        """Return what of the articles shown those who are ticked have not begun."""
        takers = self.people.taking_part()
        return [
            (row.id, name)
            for row in self.model.shown_rows()
            for name in takers
            if (reading := row.readers.get(name)) is not None
            and reading.round
            and reading.state is State.TO_DO
        ]

    def _perform(self, give: list[Pair], take: list[Pair]) -> None:
        """Allot and take back as one step; aside where that takes a while."""
        number = self.plan.round.value()
        is_short = len(give) + len(take) < MANY
        if is_short or self.jobs is None or self.opened.person is None:
            self.opened.perform(allot, give=give, take=take, in_round=number)
            return

        def work(_progress: Progress, stopped: Stopped) -> int:
            return self.opened.project.perform(
                allot, give=give, take=take, in_round=number, stopped=stopped
            )

        self.jobs.run(self.tr("Allotting articles"), work, done=lambda _: None, failed=self._fail)

    def _fail(self, trouble: Refused | FileTrouble) -> None:
        self.opened.refused.emit(str(trouble))

    def _add(self, name: str) -> None:
        if self.opened.perform(verbs.add, name=name) is not None:
            self.people.end_adding()

    def _rename(self, person: str, name: str) -> None:
        self.opened.perform(verbs.rename, annotator=person, name=name)

    def _appoint(self, person: str, role: Role) -> None:
        self.opened.perform(verbs.appoint, annotator=person, role=role)

    def _ask_to_unite(self, person: str, into: str) -> None:
        names = {one.id: one_line(one.name) for one in self.model.people}
        dialog = PlainDialog(
            self,
            self.tr("Is {one} the same person as {other}?").format(
                one=names[person], other=names[into]
            ),
            self.tr(
                "All that {one} marked, was allotted and spent becomes {other}'s, and {one} goes. "
                "Undo takes them apart again. Do this before work is handed out: copies that are "
                "out still name both."
            ).format(one=names[person], other=names[into]),
            accept=self.tr("Make them one"),
            reject=self.tr("Cancel"),
        )
        dialog.accepted.connect(lambda: self.opened.perform(unite, annotator=person, into=into))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _connect(self) -> None:
        self._soon.timeout.connect(self._make_plan)
        self.view.toggled.connect(self.toggle)
        self.view.opened.connect(lambda article: self.left.emit(Place(article)))
        self.filter.textChanged.connect(self._narrow)
        self.unread.toggled.connect(self._narrow)
        self.people.ticked.connect(self._plan_anew)
        self.people.added.connect(self._add)
        self.people.renamed.connect(self._rename)
        self.people.appointed.connect(self._appoint)
        self.people.unite_asked.connect(self._ask_to_unite)
        self.plan.changed.connect(self._plan_anew)
        self.plan.apply_asked.connect(self._apply)
        self.plan.take_asked.connect(self._take_back)
        self.back.clicked.connect(self.leave)

    def _arrange(self) -> None:
        title = QHBoxLayout()
        title.addWidget(PlainLabel(self.tr("People and assignments"), role=TextRole.TITLE), 1)
        title.addWidget(self.back)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.filter, 1)
        tools.addWidget(self.unread)
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 14, 12)
        head.setSpacing(10)
        head.addLayout(title)
        head.addLayout(tools)
        paper = Panel(Ground.PAPER)
        left = QVBoxLayout(paper)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        self._middle.addWidget(self.view)
        self._middle.addWidget(self.nothing)
        left.addLayout(head)
        left.addWidget(Hairline())
        left.addWidget(self._middle, 1)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(16, 16, 14, 14)
        side.setSpacing(8)
        side.addWidget(PlainLabel(self.tr("People"), role=TextRole.CAPS))
        side.addWidget(self.people, 1)
        side.addSpacing(4)
        side.addWidget(Hairline())
        side.addSpacing(4)
        side.addWidget(PlainLabel(self.tr("Share out the articles shown"), role=TextRole.CAPS))
        side.addWidget(self.plan)
        self._side.setMinimumWidth(SIDE)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(paper)
        splitter.addWidget(self._side)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([1100, SIDE])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(splitter)
        self.back.setIconSize(QSize(16, 16))
