"""The page on which all articles are searched: a field, what narrows it, and what was found."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.domain.label import offered
from app.domain.sought import parse
from app.queries.corpus import outlets
from app.queries.label_set import label_set
from app.search.corpus import Coverage
from app.search.looking import FoundArticle, Tally
from ui.open_project import OpenProject
from ui.page import KeyRow
from ui.searching.filters import Filters
from ui.searching.results_list import ResultsList
from ui.searching.searcher import PAGE, Searcher
from ui.theme.fonts import TextRole
from ui.theme.icons import icon
from ui.visited_page import VisitedPage
from ui.widgets.buttons import LinkButton, QuietButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_field import FilterField
from ui.widgets.frames import Ground, Hairline, Panel
from ui.widgets.numbers import parted
from ui.widgets.plain import PlainLabel, one_line

SHOWN_WORDS = 60


class SearchPage(VisitedPage):
    """Searches as one types; `left` carries the place to go to, None for where one was.

    The page stays as it is while it is not shown, so that coming back shows the search as it was.
    """

    name = "search"
    is_kept = True

    def __init__(self, opened: OpenProject, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(opened, parent)
        self.searcher = Searcher(opened, folder, self)
        self.field = SearchField(self.tr("Words in all articles"))
        self.filters = Filters()
        self.results = ResultsList()
        self.count = PlainLabel(role=TextRole.MEDIUM)
        self.building = PlainLabel(role=TextRole.QUIET)
        self.bar = QProgressBar()
        self.stop = LinkButton(self.tr("Stop"))
        self.drop = QuietButton(self.tr("Drop the filters"), icon=icon("filter"))
        self.nothing = EmptyState("search", "", buttons=(self.drop,))
        self.back = QuietButton(self.tr("Back to the desk"), icon=icon("back"))
        self._middle = QStackedWidget()
        self._coverage = Coverage(0, 0)
        self._tally: Tally | None = None
        self._is_begun = False
        self._arrange()
        self._connect()
        self._load()
        self._say_nothing_sought()

    def own_keys(self) -> list[KeyRow]:
        """Return what leads into what was found, and from there to the words."""
        return [
            (self.tr("From the field into what was found"), ["↓", "Enter"]),
            (self.tr("Go there, the words selected"), ["Enter"]),
            (self.tr("Type anew"), ["Ctrl+Shift+F"]),
        ]

    def refresh(self, changes: Changes) -> None:
        """Look again, at the same things, where what is shown may have changed."""
        if changes.concerns("label", "article"):
            self._load()
        self._look_again()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the field, or where one was; bring the index up to date the first time."""
        super().showEvent(event)
        if event.spontaneous():
            return
        self.place_said.emit(self.tr("Search all articles"))
        self._say_count()
        if not self._is_begun:
            self._is_begun = True
            self.searcher.update()
        if self.results.view.currentIndex().isValid():
            self.results.view.setFocus()
        else:
            self.begin()

    def begin(self) -> None:
        """Let keys go to the field, its words ready to be typed over."""
        self.field.setFocus()
        self.field.selectAll()

    def end(self) -> None:
        """Stop all work; the project is about to be closed."""
        self.searcher.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the field down into what was found."""
        if (
            watched is self.field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self.results.enter()
            return True
        return super().eventFilter(watched, event)

    def _load(self) -> None:
        labels = self.opened.ask(label_set)
        self.results.model.set_labels(labels)
        self.filters.set_labels(offered(labels))
        self.filters.set_outlets(self.opened.ask(outlets))

    def _seek(self) -> None:
        """Look for what is typed and chosen now."""
        self._tally = None
        sought, narrowing = parse(self.field.text()), self.filters.narrowing()
        if not sought and not narrowing:
            self.searcher.forget()
            self._say_nothing_sought()
        else:
            self.searcher.look(sought, narrowing, size=PAGE)

    def _look_again(self) -> None:
        """Look for the same, as far down as it is shown."""
        sought, narrowing = parse(self.field.text()), self.filters.narrowing()
        if sought or narrowing:
            self.searcher.look(sought, narrowing, size=max(PAGE, self.results.articles_shown))

    def _show_found(self, found: list[FoundArticle], has_more: bool) -> None:
        self.results.show_found(found, has_more=has_more)
        if found:
            self._show(self.results)
        else:
            self._say_nothing_found()
        self._say_count()

    def _take_tally(self, tally: Tally) -> None:
        self._tally = tally
        self._say_count()

    def _take_coverage(self, coverage: Coverage) -> None:
        was_complete = self._coverage.is_complete and self._coverage.total
        self._coverage = coverage
        self.bar.setRange(0, max(1, coverage.total))
        self.bar.setValue(coverage.indexed)
        self._offer_to_stop()
        if coverage.is_complete and not was_complete:
            self._look_again()

    def _toggle_building(self) -> None:
        if self.searcher.is_updating:
            self.searcher.stop_updating()
        else:
            self.searcher.update()
        self._offer_to_stop()

    def _offer_to_stop(self) -> None:
        goes_on = self.searcher.is_updating
        act = self.tr("Stop") if goes_on else self.tr("Go on")
        self.stop.setText(act)
        self.stop.setAccessibleName(act)
        so_far = self._so_far()
        if goes_on:
            so_far = self.tr("Building the index: {so_far}").format(so_far=so_far)
        self.building.setText(so_far)
        for widget in (self.building, self.bar, self.stop):
            widget.setVisible(not self._coverage.is_complete)

    def _so_far(self) -> str:
        """Say how many articles can be searched; articles with the same text count once."""
        return self.tr("{indexed} of {total} articles indexed").format(
            indexed=f"{self._coverage.indexed:,}", total=f"{self._coverage.total:,}"
        )

    def _say_count(self) -> None:
        tally, said = self._tally, ""
        if self._middle.currentWidget() is self.results and tally is not None:
            articles = parted(self.tr("%n article(s)", None, tally.articles), tally.articles)
            said = articles
            if tally.places:
                places = parted(self.tr("%n place(s)", None, tally.places), tally.places)
                said = self.tr("{places} in {articles}").format(places=places, articles=articles)
            if not tally.is_exact:
                said = self.tr("more than {count}").format(count=said)
        self.count.setText(said)
        if self.isVisible():
            self.counted.emit(said)

    def _say_nothing_sought(self) -> None:
        self.results.show_found([], has_more=False)
        self.nothing.set_words(
            self.tr("Search all articles"),
            self.tr(
                "Type words: articles that have all of them are found. Quotation marks hold a "
                "phrase together, -word leaves out what has it, word* finds all that begins so. "
                "Choose a label to search only what you marked with it."
            ),
        )
        self.drop.hide()
        self._show(self.nothing)
        self._say_count()

    def _show(self, widget: QWidget) -> None:
        """Show what was found or what is to be said; keys never go to what is hidden."""
        if self.results.view.hasFocus() and widget is not self.results:
            self.field.setFocus()
        self._middle.setCurrentWidget(widget)

    def _say_nothing_found(self) -> None:
        typed = one_line(self.field.text())[:SHOWN_WORDS]
        title = self.tr("Nothing found")
        if typed:
            words = typed if '"' in typed or "“" in typed else f"“{typed}”"
            title = self.tr("Nothing found for {words}").format(words=words)
        said = self.tr("Searched: {what}.").format(what=self.filters.in_words())
        if not self._coverage.is_complete:
            said += " " + self.tr("{so_far} so far.").format(so_far=self._so_far())
        elif typed and not self.filters.narrowing():
            said += " " + self.tr("Fewer words find more, and so does * after the first letters.")
        self.nothing.set_words(title, said)
        self.drop.setVisible(bool(self.filters.narrowing()))
        self._show(self.nothing)

    def _say_trouble(self, sentence: str) -> None:
        self.nothing.set_words(self.tr("This cannot be searched now"), sentence)
        self.drop.hide()
        self._show(self.nothing)
        self._offer_to_stop()

    def _take_seat(self) -> None:
        """Show nothing of what the one before marked."""
        self.results.show_found([], has_more=False)
        self._seek()

    def _connect(self) -> None:
        searcher = self.searcher
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._seek)
        self.filters.changed.connect(self._seek)
        self.drop.clicked.connect(self.filters.drop)
        self.stop.clicked.connect(self._toggle_building)
        self.back.clicked.connect(self.leave)
        self.results.chosen.connect(self.left)
        self.results.left_upwards.connect(self.begin)
        self.results.model.wanted_more.connect(searcher.look_further)
        searcher.found.connect(self._show_found)
        searcher.found_more.connect(
            lambda found, has_more: self.results.add_found(found, has_more=has_more)
        )
        searcher.tallied.connect(self._take_tally)
        searcher.covered.connect(self._take_coverage)
        searcher.troubled.connect(self._say_trouble)
        self.opened.person_changed.connect(self._take_seat)

    def _arrange(self) -> None:
        self.back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.bar.setFixedWidth(140)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Building the index"))
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(PlainLabel(self.tr("Search all articles"), role=TextRole.TITLE), 1)
        head.addWidget(self.back)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.count)
        foot.addStretch(1)
        for widget in (self.building, self.bar, self.stop):
            foot.addWidget(widget)
            widget.hide()
        top = Panel(Ground.PANEL)
        upper = QVBoxLayout(top)
        upper.setContentsMargins(24, 14, 24, 10)
        upper.setSpacing(10)
        upper.addLayout(head)
        upper.addWidget(self.field)
        upper.addWidget(self.filters)
        upper.addLayout(foot)
        paper = Panel(Ground.PAPER)
        lower = QVBoxLayout(paper)
        lower.setContentsMargins(14, 4, 6, 0)
        self._middle.addWidget(self.nothing)
        self._middle.addWidget(self.results)
        lower.addWidget(self._middle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(Hairline())
        column.addWidget(paper, 1)


class SearchField(FilterField):
    """A field whose Escape leads back to the desk: what is typed is there when one comes again."""

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(placeholder, parent, word="search")
        self.setMinimumHeight(36)

    def event(self, event: QEvent) -> bool:
        """Leave Escape to the page."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            return False
        return super().event(event)
