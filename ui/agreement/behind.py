"""What is behind a figure: the list of the cases it counts, and an article with all versions."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from app.agreement.cases import Case, Sought
from app.alignment.statement import Statement
from app.domain.span import Span
from app.queries.compared_article import ComparedArticle, compared_article
from ui.agreement.asked import Measured
from ui.open_project import OpenProject

if TYPE_CHECKING:
    from ui.disagreements.disagreements_view import DisagreementsView
    from ui.versions.versions_view import VersionsView


@dataclass(frozen=True, slots=True)
class Told:
    """What is shown of an article: what those say who finished it, and who did not."""

    article: ComparedArticle
    works: Mapping[str, tuple[Statement, ...]]
    absent: Sequence[str]


class Behind(QObject):
    """Both are made when they are first wanted, and put into the page's stack.

    `case_opened` carries the case whose article is wanted, `case_shown` the one that the article
    was opened at; `left` asks for one step back, `desk_wanted` carries a place there.
    """

    case_opened = Signal(object)
    case_shown = Signal(object)
    left = Signal()
    desk_wanted = Signal(object)
    names_changed = Signal(object)

    def __init__(self, opened: OpenProject, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._opened, self._stack = opened, stack
        self._measured: Measured | None = None
        self._names: Mapping[str, str] = {}
        self.cases: DisagreementsView | None = None
        self.versions: VersionsView | None = None
        self._shown: Told | None = None

    def show_measured(self, measured: Measured, names: Mapping[str, str]) -> None:
        """Let the list show the cases of other figures."""
        self._measured, self._names = measured, names
        self._fill()

    def set_names(self, names: Mapping[str, str]) -> None:
        """Call annotators something else."""
        self._names = names
        for view in (self.cases, self.versions):
            if view is not None:
                view.set_names(names)

    def list_cases(self, sought: Sought) -> None:
        """Show the cases that are sought, in the list."""
        from ui.disagreements.disagreements_view import DisagreementsView

        if self.cases is None:
            self.cases = DisagreementsView()
            self.cases.opened.connect(self.case_opened)
            self.cases.left.connect(self.left)
            self.cases.names_changed.connect(self.names_changed)
            self._stack.addWidget(self.cases)
            self._fill()
        self.cases.show_only(sought)

    def show_article(self, article: str) -> bool:
        """Show an article with everybody's version; False where it is no longer there."""
        told = self._told_of(article)
        if told is None:
            return False
        self._shown = told
        self._versions().show_article(
            told.article, told.works, absent=told.absent, names=self._names
        )
        return True

    def show_again(self, article: str) -> bool:
        """Show what is said of the article by now, all staying where it is as far as it can."""
        told = self._told_of(article)
        if told is None:
            return False
        if told != self._shown:
            with self._versions().staying():
                self.show_article(article)
        return True

    def say_position(self, case: Case | None) -> None:
        """Say which of the list the article's case is, where it is the one chosen there."""
        place = (0, 0)
        if case is not None and self.cases is not None and self.cases.chosen == case:
            place = self.cases.place
        if self.versions is not None:
            self.versions.set_position(*place)

    def go_to(self, words: Span) -> None:
        """Bring words of the article into view, which must be seen by now to have a place."""
        if self.versions is not None:
            self.versions.go_to(words)

    def _versions(self) -> "VersionsView":
        from ui.versions.versions_view import VersionsView

        if self.versions is None:
            self.versions = VersionsView()
            self.versions.left.connect(self.left)
            self.versions.desk_wanted.connect(self.desk_wanted)
            self.versions.next_wanted.connect(self._step(1))
            self.versions.previous_wanted.connect(self._step(-1))
            self._stack.addWidget(self.versions)
        return self.versions

    def _step(self, by: int) -> Callable[[], None]:
        """Return what goes to the next case of the list, in whatever article it is."""

        def step() -> None:
            case: Case | None = None if self.cases is None else self.cases.step(by)
            if case is not None and self.show_article(case.article):
                self.go_to(Span(case.start, case.end))
                self.say_position(case)
                self.case_shown.emit(case)

        return step

    def _told_of(self, article: str) -> "Told | None":
        """Return what is shown of an article; None where it is not in the study any more."""
        found = self._opened.ask(compared_article, article=article)
        if found is None or self._measured is None:
            return None
        study = self._measured.report.study
        works = next((one.works for one in study.articles if one.id == article), None)
        if works is None:
            return None
        return Told(
            found,
            {who: works[who].said for who in study.annotators if who in works},
            [who for who in study.annotators if who not in works],
        )

    def _fill(self) -> None:
        if self.cases is not None and self._measured is not None:
            matter = self._measured.matter
            self.cases.show_cases(
                self._measured.cases,
                titles=matter.titles,
                labels=matter.labels,
                text_of=self._text_of,
            )
            self.cases.set_names(self._names)

    def _text_of(self, article: str) -> str:
        found = self._opened.ask(compared_article, article=article)
        return "" if found is None else found.text
