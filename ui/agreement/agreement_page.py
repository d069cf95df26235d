"""The page of agreement: figures, the cases behind each, and the words behind each case."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.agreement.cases import Case, Sought
from app.domain.changes import Changes
from app.domain.span import Span
from app.errors import FileTrouble, Refused
from ui.agreement.agreement_actions import AgreementActions
from ui.agreement.asked import Measured
from ui.agreement.behind import Behind
from ui.agreement.choice_bar import ChoiceBar
from ui.agreement.figures_view import FiguresView
from ui.agreement.measuring import MOVES, Measuring
from ui.agreement.names import letters
from ui.open_project import OpenProject
from ui.page import KeyRow, MenuPart
from ui.places import Spot
from ui.theme.fonts import TextRole
from ui.theme.icons import icon
from ui.visited_page import VisitedPage
from ui.widgets.buttons import QuietButton
from ui.widgets.choice_chip import ChoiceChip
from ui.widgets.empty_state import EmptyState
from ui.widgets.frames import Ground, Panel
from ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from app.agreement.score import Score
    from ui.agreement.reporting import Reporting


class Part(StrEnum):
    """What of the page is shown."""

    FIGURES = "figures"
    CASES = "cases"
    VERSIONS = "versions"


class AgreementPage(VisitedPage):
    """Figures lead to cases, cases to the words; Escape goes the same way back."""

    name = "agreement"
    is_kept = True

    def __init__(self, opened: OpenProject, parent: QWidget | None = None) -> None:
        super().__init__(opened, parent)
        self.measuring = Measuring(opened.project, self)
        self.measured: Measured | None = None
        self.reporting: Reporting | None = None
        self.part = Part.FIGURES
        self.choices = ChoiceBar()
        self.figures = FiguresView()
        self.status = PlainLabel(role=TextRole.QUIET)
        tabs = self.figures.tabs
        names = [tabs.tabText(number) for number in range(tabs.count())]
        self.actions_ = AgreementActions(self.figures, names)
        self.hide_names = ChoiceChip(self.tr("Hide names"), word="person")
        self.report = QuietButton(self.tr("Report…"), icon=icon("export"))
        self.back = QuietButton(self.tr("Back to the desk"), icon=icon("back"))
        self.nothing = EmptyState("articles", self.tr("Counting…"))
        self._case: Case | None = None
        self._article: str | None = None
        self._at: Span | None = None
        self._left_at: QWidget | None = None
        self._came_from = Part.FIGURES
        self._head = Panel(Ground.PANEL)
        self._figures_or_nothing = QStackedWidget()
        self._parts = QStackedWidget()
        self.behind = Behind(opened, self._parts)
        self._arrange()
        self._connect()
        self._offer_acts(there=False)
        self.measuring.ask(self.measuring.asked)

    @property
    def names(self) -> Mapping[str, str]:
        """What annotators are called: letters while names are hidden, else nothing."""
        if self.measured is None or not self.hide_names.isChecked():
            return {}
        return letters(self.measured.report.study)

    def menus(self) -> list[MenuPart]:
        """Return the menus of the part that is shown."""
        if self.part is Part.CASES and self.behind.cases is not None:
            return self.behind.cases.menus()
        if self.part is Part.VERSIONS and self.behind.versions is not None:
            return self.behind.versions.menus()
        return self.actions_.menus()

    def own_keys(self) -> list[KeyRow]:
        """Return what leads to what a figure counts; the other parts have menus for all."""
        is_there = self.part is Part.FIGURES
        return [(self.tr("List what a figure counts"), ["Enter"])] if is_there else []

    def refresh(self, changes: Changes) -> None:
        """Count again where figures may have moved."""
        if changes.concerns(*MOVES):
            self.measuring.ask_again()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where one was."""
        super().showEvent(event)
        if not event.spontaneous():
            self._say_place()
            self._take_focus()

    def spot(self) -> Spot:
        """Return which part is shown, and of which article and where."""
        if self.part is not Part.VERSIONS:
            return Spot(self.name, part=self.part.value)
        where = 0 if self._at is None else self._at.start
        return Spot(self.name, article=self._article, top=where, part=self.part.value)

    def return_to(self, spot: Spot) -> bool:
        """Show a part again; False where the article is no longer there."""
        part = Part(spot.part) if spot.part in tuple(Part) else Part.FIGURES
        if part is Part.VERSIONS:
            at = None if spot.top == 0 else Span(spot.top, spot.top + 1)
            return spot.article is not None and self._show_article(spot.article, at)
        if part is Part.CASES and self.behind.cases is None:
            return False
        self._turn_to(part)
        return True

    def back_out(self) -> None:
        """Go from the words to where one came from, from cases to figures, from there away."""
        if self.part is Part.VERSIONS:
            with self.jump():
                self._turn_to(self._came_from)
        elif self.part is Part.CASES:
            with self.jump():
                self._turn_to(Part.FIGURES)
        elif not self.figures.step_back():
            self.leave()

    def end(self) -> None:
        """Stop what is counted; the page is about to go."""
        self.measuring.end()
        self.figures.end()

    def show_cases(self, sought: Sought) -> None:
        """Show the cases that a figure counts."""
        if self.measured is None:
            return
        with self.jump():
            self.behind.list_cases(sought)
            self._turn_to(Part.CASES)

    def open_case(self, case: Case) -> None:
        """Open the article of a case at its words, everybody's version in lanes."""
        with self.jump():
            self._case = case
            self._show_article(case.article, Span(case.start, case.end))

    def open_article(self, article: str) -> None:
        """Open an article from its beginning, everybody's version in lanes."""
        with self.jump():
            self._case = None
            self._show_article(article, None)

    def _show_article(self, article: str, at: Span | None) -> bool:
        if not self.behind.show_article(article):
            return False
        if self.part is not Part.VERSIONS:
            self._came_from = self.part
        self._article, self._at = article, at
        self._turn_to(Part.VERSIONS)
        if at is not None:
            self.behind.go_to(at)
        self.behind.say_position(self._case)
        return True

    def _take_case(self, case: Case) -> None:
        """The article that is shown was exchanged for that of the next case."""
        self._case, self._article, self._at = case, case.article, Span(case.start, case.end)

    def _turn_to(self, part: Part) -> None:
        widgets: Mapping[Part, QWidget | None] = {
            Part.FIGURES: self._figures_or_nothing,
            Part.CASES: self.behind.cases,
            Part.VERSIONS: self.behind.versions,
        }
        shown = widgets[part]
        if shown is None:
            return
        if self.part is Part.FIGURES and part is not Part.FIGURES:
            self._left_at = self.figures.focused()
        self.part = part
        self._parts.setCurrentWidget(shown)
        self._head.setVisible(part is Part.FIGURES)
        self._escape.setEnabled(part is Part.FIGURES)  # the other parts have their own way back
        if self.isVisible():
            self.menus_changed.emit()
            self._say_place()
            self._take_focus()

    def _show_measured(self, measured: Measured) -> None:
        self.measured = measured
        self.status.setText("")
        self.figures.set_stale(stale=False)
        self._offer(measured)
        self.behind.show_measured(measured, self.names)
        if self._case is not None:
            self._case = measured.cases.again(self._case)
        if not measured.report.study.counting:
            self._say_nothing(measured)
            return
        self._offer_acts(there=True)
        self._figures_or_nothing.setCurrentWidget(self.figures)
        self.figures.show_measured(measured, self.names)
        if self.part is Part.VERSIONS and self._article is not None:
            if self.behind.show_again(self._article):
                self.behind.say_position(self._case)
            else:
                self._turn_to(self._came_from)
        if self.isVisible():
            self._say_place()

    def _offer(self, measured: Measured) -> None:
        hidden = self.hide_names.isChecked()
        self.choices.offer(measured.matter, self.measuring.asked, hide_names=hidden)

    def _offer_acts(self, *, there: bool) -> None:
        """Offer what needs figures only where there are some."""
        acts = self.actions_
        for act in (acts.disagreements, acts.gamma, acts.report, *acts.tabs):
            act.setEnabled(there)
        self.report.setEnabled(there)

    def _say_nothing(self, measured: Measured) -> None:
        """Say why there is nothing to compare."""
        self._offer_acts(there=False)
        finished = len(measured.matter.people)
        if finished < 2:
            told = self.tr(
                "Agreement is measured on articles that at least two people said to be done. "
                "Allot articles to several people, hand them out, and receive their work."
            )
        else:
            told = self.tr("No two of those chosen said the same article to be done.")
        left_out = self.figures.left_out_words(measured)
        self.nothing.set_words(self.tr("Nothing to compare yet"), f"{told} {left_out}")
        self._figures_or_nothing.setCurrentWidget(self.nothing)
        self._turn_to(Part.FIGURES)

    def _say_stale(self) -> None:
        if self.measured is None:
            return
        self.status.setText(self.tr("These figures are old; counting again…"))
        self.figures.set_stale(stale=True)

    def _say_trouble(self, trouble: Refused | FileTrouble) -> None:
        if self.measured is None:
            self.nothing.set_words(self.tr("This cannot be counted now"), str(trouble))
        else:
            told = self.tr("These figures are old: {why}").format(why=str(trouble))
            self.status.setText(told)

    def _say_place(self) -> None:
        words = {
            Part.FIGURES: self.tr("Agreement"),
            Part.CASES: self.tr("Disagreements"),
            Part.VERSIONS: self.tr("Versions"),
        }
        self.place_said.emit(words[self.part])
        if self.measured is not None:
            number = len(self.measured.report.study.counting)
            self.counted.emit(self.tr("%n article(s) compared", None, number))

    def _take_focus(self) -> None:
        shown = self._parts.currentWidget()
        if self.part is Part.FIGURES:
            self.figures.take_focus(self._left_at)
        elif shown is not None:
            shown.setFocus()

    def _rename(self) -> None:
        """Call annotators by letters everywhere, or by their names."""
        self.actions_.names.setChecked(self.hide_names.isChecked())
        if self.measured is None:
            return
        self._offer(self.measured)
        self.figures.show_measured(self.measured, self.names)
        self.behind.set_names(self.names)

    def _connect(self) -> None:
        self.measuring.began.connect(self._say_stale)
        self.measuring.measured.connect(self._show_measured)
        self.measuring.troubled.connect(self._say_trouble)
        self.choices.chosen.connect(self.measuring.ask)
        self.figures.opened.connect(self.show_cases)
        self.figures.article_opened.connect(self.open_article)
        self.figures.gamma.wanted.connect(self._compute_gamma)
        self.figures.gamma.found.connect(self._take_gamma)
        behind = self.behind
        behind.case_opened.connect(self.open_case)
        behind.case_shown.connect(self._take_case)
        behind.left.connect(self.back_out)
        behind.desk_wanted.connect(self.left)
        behind.names_changed.connect(lambda names: self.hide_names.setChecked(bool(names)))
        self.hide_names.toggled.connect(self._rename)
        self.back.clicked.connect(self.leave)
        self.report.clicked.connect(self._report)
        acts = self.actions_
        acts.disagreements.triggered.connect(lambda: self.show_cases(Sought()))
        acts.names.toggled.connect(self.hide_names.setChecked)
        acts.gamma.triggered.connect(self._compute_gamma)
        acts.report.triggered.connect(self._report)
        for number, action in enumerate(acts.tabs):
            action.triggered.connect(partial(self.figures.tabs.setCurrentIndex, number))

    def _compute_gamma(self) -> None:
        if self.measured is not None:
            self.figures.gamma.run(self.measured.report.study)

    def _take_gamma(self, score: "Score", settings: str) -> None:
        """Let gamma stand among all measures, and in the report."""
        if self.measured is None:
            return
        told = self.measured.report
        told = replace(
            told,
            all=told.all | {"gamma": score},
            requested=told.requested | {"gamma": settings},
        )
        self.measured = replace(self.measured, report=told)
        self.figures.measures.show_measured(self.measured)

    def _report(self) -> None:
        if self.measured is not None and self.reporting is not None:
            hidden = self.hide_names.isChecked()
            self.reporting.ask(self.opened, self.measured.report, hide_names=hidden)

    def _arrange(self) -> None:
        self.back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        title = QHBoxLayout()
        title.setSpacing(14)
        title.addWidget(PlainLabel(self.tr("Agreement"), role=TextRole.TITLE))
        title.addWidget(self.status, 1)
        title.addWidget(self.hide_names)
        title.addWidget(self.report)
        title.addWidget(self.back)
        upper = QVBoxLayout(self._head)
        upper.setContentsMargins(24, 14, 24, 8)
        upper.setSpacing(10)
        upper.addLayout(title)
        upper.addWidget(self.choices)
        self._figures_or_nothing.addWidget(self.nothing)
        self._figures_or_nothing.addWidget(self.figures)
        self._parts.addWidget(self._figures_or_nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._parts, 1)
