"""The page of progress: figures by person and day, and the articles behind each of them."""

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.domain.place import Place
from app.domain.progress import coverage, running
from app.errors import FileTrouble, Refused
from app.queries.progress import ArticleLine, TeamProgress
from ui.latest import Latest
from ui.open_project import OpenProject
from ui.page import KeyRow
from ui.progress.bars import Bar, Bars
from ui.progress.counting import count_progress
from ui.progress.grid import Grid
from ui.progress.people_table import PeopleTable
from ui.theme.fonts import TextRole
from ui.theme.icons import icon
from ui.visited_page import VisitedPage
from ui.widgets.buttons import LinkButton, QuietButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.frames import Ground, Hairline, Panel
from ui.widgets.plain import ElidedLabel, PlainLabel, one_line

DAYS = 30
LEAST_GRID = 200
Chosen = Callable[[ArticleLine], bool]


class ProgressPage(VisitedPage):
    """Shows figures; choosing one leaves the articles behind it, and Enter opens one of those."""

    name = "progress"

    def __init__(self, opened: OpenProject, parent: QWidget | None = None) -> None:
        super().__init__(opened, parent)
        self.team: TeamProgress | None = None
        self._latest = Latest(self)
        self._days: list[str] = []
        self._numbers: list[int] = []
        self.people = PeopleTable()
        self.days = Bars(self.tr("Done per day"))
        self.covered = Bars(self.tr("Articles by how many have done them"))
        self.grid = Grid()
        self.showing = ElidedLabel(role=TextRole.MEDIUM)
        self.all = LinkButton(self.tr("Show all"))
        self.back = QuietButton(self.tr("Back to the desk"), icon=icon("back"))
        self.nothing = EmptyState("articles", self.tr("Counting…"))
        self._pages = QStackedWidget()
        self._arrange()
        self.people.chosen.connect(self.show_person)
        self.days.chosen.connect(self.show_day)
        self.covered.chosen.connect(self.show_covered)
        self.grid.chosen.connect(lambda article: self.left.emit(Place(article)))
        self.all.clicked.connect(self.show_all)
        self.back.clicked.connect(self.leave)
        self._load()

    def own_keys(self) -> list[KeyRow]:
        """Return what leads to articles."""
        return [
            (self.tr("List the articles behind a name or a bar"), ["Enter"]),
            (self.tr("Open the article, in the list"), ["Enter"]),
        ]

    def refresh(self, _changes: Changes) -> None:
        """Ask again."""
        self._load()

    def end(self) -> None:
        """Stop counting; the page is about to go."""
        self._latest.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the list."""
        super().showEvent(event)
        self.place_said.emit(self.tr("Progress"))
        self.grid.setFocus()

    def show_all(self) -> None:
        """Leave all articles in the list."""
        self._show_only(lambda _: True, self.tr("All articles"))
        self.all.hide()

    def show_person(self, person: str) -> None:
        """Leave the articles of one person that are not done."""
        team = self.team
        if team is None:
            return
        name = next(one.name for one in team.people if one.id == person)
        self._show_only(
            lambda line: person in line.cells and not line.cells[person].state.is_done,
            self.tr("Not done by {name}").format(name=one_line(name)),
        )

    def show_day(self, number: int) -> None:
        """Leave the articles that somebody finished on a day."""
        team = self.team
        if team is None:
            return
        day = self._days[number]
        done = team.done_on.get(day, frozenset())
        self._show_only(lambda line: line.id in done, self.tr("Done on {day}").format(day=day))

    def show_covered(self, number: int) -> None:
        """Leave the articles that so many people have done."""
        wanted = self._numbers[number]
        self._show_only(
            lambda line: line.done_by == wanted,
            self.tr("Done by {number}").format(number=wanted),
        )

    def _show_only(self, chosen: Chosen, words: str) -> None:
        if self.team is None:
            return
        lines = [line for line in self.team.lines if chosen(line)]
        readers = [one for one in self.team.people if self.team.sums[one.id].articles]
        self.grid.show_lines(lines, readers)
        self.showing.setText(
            self.tr("{what}: {number}").format(what=words, number=f"{len(lines):,}")
        )
        self.all.show()
        if self.isVisible():
            self.counted.emit(self.tr("%n article(s)", None, len(lines)))
            if lines:
                self.grid.selectRow(0)

    def _load(self) -> None:
        project = self.opened.project
        self._latest.run(
            lambda _tell, stopped: count_progress(project, stopped),
            done=self._show,
            failed=self._say_trouble,
        )

    def _show(self, team: TeamProgress) -> None:
        self.team = team
        has_any = bool(team.lines) and any(one.articles for one in team.sums.values())
        if not has_any:
            self.nothing.set_words(
                self.tr("Nothing to oversee yet"),
                self.tr(
                    "Once articles are allotted, or work came back, this page says how far "
                    "everybody is."
                ),
            )
            self._pages.setCurrentIndex(1)
            return
        self._pages.setCurrentIndex(0)
        self.people.show_progress(team)
        per_day: Counter[str] = Counter()
        for days in team.per_day.values():
            per_day.update(days)
        newest = running(per_day, most=DAYS)
        self._days = [day for day, _ in newest]
        self.days.show_bars(
            [
                Bar(
                    number,
                    day[5:],
                    self.tr("{day}: {number} done").format(day=day, number=f"{number:,}"),
                )
                for day, number in newest
            ]
        )
        counted = coverage(line.done_by for line in team.lines)
        self._numbers = [number for number, _ in counted]
        self.covered.show_bars(
            [
                Bar(
                    articles,
                    self.tr("by {number}").format(number=number),
                    self.tr("{articles} articles done by {number}").format(
                        articles=f"{articles:,}", number=number
                    ),
                )
                for number, articles in counted
            ]
        )
        self.show_all()

    def _say_trouble(self, trouble: Refused | FileTrouble) -> None:
        self.nothing.set_words(self.tr("This cannot be counted now"), str(trouble))
        self._pages.setCurrentIndex(1)

    def _arrange(self) -> None:
        self.back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(self.tr("Progress"), role=TextRole.TITLE), 1)
        head.addWidget(self.back)
        charts = QHBoxLayout()
        charts.setSpacing(28)
        for title, chart, stretch in (
            (self.tr("Done per day"), self.days, 3),
            (self.tr("Articles by how many have done them"), self.covered, 2),
        ):
            part = QVBoxLayout()
            part.setSpacing(2)
            part.addWidget(PlainLabel(title, role=TextRole.CAPS))
            part.addWidget(chart)
            charts.addLayout(part, stretch)
        below = QHBoxLayout()
        below.addWidget(self.showing, 1)
        below.addWidget(self.all)
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(24, 12, 24, 12)
        inner.setSpacing(12)
        inner.addWidget(self.people)
        inner.addLayout(charts)
        inner.addLayout(below)
        inner.addWidget(self.grid, 1)
        self.grid.setMinimumHeight(LEAST_GRID)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        for ground in (content, scroll.viewport()):
            ground.setAutoFillBackground(False)
        self._pages.addWidget(scroll)
        self._pages.addWidget(self.nothing)
        self._pages.setCurrentIndex(1)
        top = Panel(Ground.PANEL)
        upper = QVBoxLayout(top)
        upper.setContentsMargins(24, 14, 24, 10)
        upper.addLayout(head)
        paper = Panel(Ground.PAPER)
        lower = QVBoxLayout(paper)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.addWidget(self._pages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(Hairline())
        column.addWidget(paper, 1)
