"""The figures: a headline of three, what was left out, and tables that say where it comes from."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QTabWidget, QVBoxLayout, QWidget

from app.agreement.cases import Sought
from app.agreement.writing import figure as written
from ui.agreement.articles_view import ArticlesView, Group
from ui.agreement.asked import Measured
from ui.agreement.difference_tables import boundary_figures, confusion_figures
from ui.agreement.figure_table import FigureTable
from ui.agreement.gamma_card import GammaCard
from ui.agreement.headline import ALPHA_MARKS, HeadlineCard
from ui.agreement.history_view import HistoryView
from ui.agreement.measures_view import MeasuresView
from ui.agreement.overview_tables import kinds_figures, labels_figures, pairs_figures
from ui.agreement.profile_table import profile_figures
from ui.agreement.section import Section, Sections
from ui.widgets.buttons import TextButton
from ui.widgets.frames import Ground, Panel
from ui.widgets.numbers import parted
from ui.widgets.plain import action_text

if TYPE_CHECKING:
    from app.agreement.study import Study
    from app.agreement.timeline import Period


class FiguresView(QWidget):
    """`opened` carries the cases behind a figure (`Sought`), `article_opened` an article's id."""

    opened = Signal(object)
    article_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.f1 = HeadlineCard("f1")
        self.u_alpha = HeadlineCard("u_alpha", marks=ALPHA_MARKS)
        self.gamma = GammaCard()
        self.left_out = TextButton("")
        self.pairs = FigureTable(self.tr("Who agrees with whom"))
        self.labels = FigureTable(self.tr("Labels"))
        self.kinds = FigureTable(self.tr("Where they differ"))
        self.confusion = FigureTable(self.tr("What is taken for what"))
        self.boundaries = FigureTable(self.tr("Boundaries"))
        self.profiles = FigureTable(self.tr("Annotators"))
        self.articles = ArticlesView()
        self.history = HistoryView()
        self.measures = MeasuresView()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for part in (self.tabs, self.tabs.tabBar()):
            part.setAccessibleName(self.tr("Tables of figures"))
        self._study: Study | None = None
        self._led_from: QWidget | None = None
        self._arrange()
        self._connect()

    def show_measured(self, measured: Measured, names: Mapping[str, str]) -> None:
        """Show other figures."""
        report = measured.report
        study = report.study
        articles, annotations = len(study.counting), report.all["f1"].n
        if study is not self._study and self._study is not None:
            self.gamma.grow_old()
        self._study = study
        counted = parted(self.tr("%n annotation(s)", None, annotations), annotations)
        where = parted(self.tr("%n article(s)", None, articles), articles)
        counts = self.tr("{annotations} in {articles} by {people} annotators").format(
            annotations=counted, articles=where, people=len(study.annotators)
        )
        overlap = written(report.all["f1_overlap"].value)
        beside = self.tr("{value} by overlap").format(value=overlap)
        self.f1.show_score(report.all["f1"], counts=counts, beside=beside, articles=articles)
        characters = self.tr("{number} characters, label by label").format(
            number=f"{report.characters:,}"
        )
        self.u_alpha.show_score(report.all["u_alpha"], counts=characters, articles=articles)
        for card in (self.f1, self.u_alpha):
            card.setEnabled(bool(report.all["f1"].n))
        told = self.left_out_words(measured)
        self.left_out.setText(action_text(told))
        self.left_out.setAccessibleName(told)
        self.left_out.setEnabled(any(study.left_out.values()))
        self.pairs.show_figures(pairs_figures(measured, names))
        self.labels.show_figures(labels_figures(measured))
        self.kinds.show_figures(kinds_figures(measured))
        self.confusion.show_figures(confusion_figures(measured))
        self.boundaries.show_figures(boundary_figures(measured))
        self.profiles.show_figures(profile_figures(measured, names))
        self.articles.show_measured(measured, names)
        self.history.show_measured(measured)
        self.measures.show_measured(measured)

    def set_stale(self, *, stale: bool) -> None:
        """Draw quietly what is about to be counted again."""
        for card in (self.f1, self.u_alpha):
            card.set_stale(stale=stale)

    def focused(self) -> QWidget | None:
        """Return which of the figures hears keys, if any does."""
        return next((one for one in self.findChildren(QWidget) if one.hasFocus()), None)

    def take_focus(self, before: QWidget | None = None) -> None:
        """Let keys go where they went before, else to the headline."""
        target = self.f1 if before is None or not before.isVisible() else before
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def end(self) -> None:
        """Stop what goes on; the page is about to go."""
        self.gamma.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave to their tooltips what the cards have no room for."""
        super().resizeEvent(event)
        for card in (self.f1, self.u_alpha, self.gamma):
            card.set_room(self.height())

    def step_back(self) -> bool:
        """Go back to the tab from which a figure led to the articles; False where none did."""
        tab, self._led_from = self._led_from, None
        if tab is None or self.tabs.currentWidget() is not self.articles:
            return False
        self.tabs.setCurrentWidget(tab)
        tab.setFocus()
        return True

    def _show_period(self, period: "Period") -> None:
        """List the articles of a week or a round."""
        self._go_to_articles()
        self.articles.show_period(period)

    def _go_to_articles(self) -> None:
        self._led_from = self.tabs.currentWidget()
        self.tabs.setCurrentWidget(self.articles)
        self.articles.setFocus()

    def _show_left_out(self) -> None:
        """List the articles that were left out: first those that one person finished."""
        self._go_to_articles()
        one = self.articles.group.findData(Group.ONE.value)
        self.articles.show_group(Group.NOBODY if one < 0 else Group.ONE)

    def left_out_words(self, measured: Measured) -> str:
        """Say what does not count, and why."""
        study = measured.report.study
        said = [
            self.tr("{articles} {reason}").format(
                articles=parted(self.tr("%n article(s)", None, many), many), reason=reason
            )
            for reason, many in study.left_out.items()
            if many
        ]
        unchosen = len(measured.matter.titles) - len(study.articles)
        if unchosen:
            said.append(self.tr("%n article(s) not chosen", None, unchosen))
        if study.repeats:
            said.append(self.tr("%n annotation(s) made twice, counted once", None, study.repeats))
        told = self.tr("Left out: {what}.").format(what="; ".join(said))
        if not said:
            told = self.tr("Nothing was left out.")
        if changed := study.changed:
            more = self.tr("%n work(s) changed since done", None, changed)
            told = self.tr("{told} {more}: counted as it stands.").format(told=told, more=more)
        return told

    def _connect(self) -> None:
        self.f1.clicked.connect(lambda: self.opened.emit(Sought()))
        self.u_alpha.clicked.connect(lambda: self.opened.emit(Sought()))
        for table in (
            *(self.pairs, self.labels, self.kinds),
            *(self.confusion, self.boundaries, self.profiles),
        ):
            table.opened.connect(self.opened)
        self.measures.opened.connect(self.opened)
        self.articles.opened.connect(self.opened)
        self.articles.article_opened.connect(self.article_opened)
        self.history.opened.connect(self._show_period)
        self.left_out.clicked.connect(self._show_left_out)

    def _arrange(self) -> None:
        cards = QHBoxLayout()
        cards.setSpacing(14)
        for card in (self.f1, self.u_alpha, self.gamma):
            cards.addWidget(card, 1)
        top = Panel(Ground.PANEL)
        top.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        upper = QVBoxLayout(top)
        upper.setContentsMargins(24, 4, 24, 10)
        upper.setSpacing(8)
        upper.addLayout(cards)
        row = QHBoxLayout()
        row.addWidget(self.left_out)
        row.addStretch(1)
        upper.addLayout(row)
        for words, page in (
            (
                self.tr("Overview"),
                Sections([self._pairs_section(), self._labels_section(), self._kinds_section()]),
            ),
            (
                self.tr("Differences"),
                Sections([self._confusion_section(), self._boundaries_section()]),
            ),
            (self.tr("Annotators"), Sections([self._profiles_section()])),
            (self.tr("Articles"), self.articles),
            (self.tr("History"), self.history),
            (self.tr("All measures"), self.measures),
        ):
            self.tabs.addTab(page, action_text(words))
        self.tabs.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        paper = Panel(Ground.PAPER)
        lower = QVBoxLayout(paper)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.addWidget(self.tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(paper, 1)

    def _pairs_section(self) -> Section:
        return Section(
            self.tr("Who agrees with whom"),
            self.tr("Above the diagonal strict F1, below it the articles that both finished."),
            self.pairs,
        )

    def _labels_section(self) -> Section:
        return Section(
            self.tr("Labels"),
            self.tr("A rare label may have a low alpha and a high F1, or the reverse."),
            self.labels,
        )

    def _kinds_section(self) -> Section:
        return Section(
            self.tr("Where they differ"),
            self.tr("Each pair of annotators, place by place."),
            self.kinds,
        )

    def _confusion_section(self) -> Section:
        return Section(
            self.tr("What is taken for what"),
            self.tr(
                "Rows: what one says, of each pair the one named first. Columns: what the other "
                "says there. ∅: marked by the other only."
            ),
            self.confusion,
        )

    def _boundaries_section(self) -> Section:
        return Section(
            self.tr("Boundaries"),
            self.tr(
                "Where both give the same label, in characters. + where the one named later in a "
                "pair starts or ends later; apart: the mean distance, whichever way."
            ),
            self.boundaries,
        )

    def _profiles_section(self) -> Section:
        return Section(
            self.tr("Annotators"),
            self.tr("Where the others agree clearly better without somebody, look there first."),
            self.profiles,
        )
