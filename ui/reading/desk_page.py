"""The desk: the list of articles, the one being read, and what is said about it."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QShowEvent, QTextCursor
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.commands.articles import describe
from app.domain.changes import Changes
from app.domain.label import offered
from app.domain.place import Place
from app.queries.article_view import article as article_named
from app.queries.label_set import label_set
from app.queries.reading_list import is_anything_allotted, reading_list
from ui.open_project import OpenProject
from ui.page import MenuPart, Page
from ui.places import DESK, Spot
from ui.reading.active_time import ActiveTime
from ui.reading.article_details import ArticleDetails
from ui.reading.article_list import ArticleListPanel
from ui.reading.desk_actions import DeskActions
from ui.reading.desk_acts import DeskActs
from ui.reading.desk_layout import details_side, reading_side, three_columns
from ui.reading.done_button import DoneButton
from ui.reading.find_in_article import FindInArticle
from ui.reading.guideline_panel import GuidelinePanel
from ui.reading.hover_words import HoverWords
from ui.reading.key_desk import KeyDesk
from ui.reading.label_bar import LabelBar
from ui.reading.nothing_to_read import NothingToRead
from ui.reading.open_article import OpenArticle
from ui.reading.spoken import Spoken
from ui.reading.text_gestures import text_gestures
from ui.reading.text_sizes import TextSizes
from ui.reading.time_left import TimeLeft
from ui.widgets.numbers import parted


class DeskPage(Page):
    """Shows the articles and the open one, and hands what a person does to `DeskActs`."""

    receive_requested = Signal()
    name = DESK
    gestures = text_gestures

    def __init__(
        self,
        opened: OpenProject,
        parent: QWidget | None = None,
        *,
        last_spot: Callable[[], Spot | None] = lambda: None,
    ) -> None:
        """Where a person begins to work, `last_spot` says where they were the time before."""
        super().__init__(opened, parent)
        self._last_spot = last_spot
        self.articles = ArticleListPanel()
        self.shown = OpenArticle(opened, self)
        self.pane = self.shown.pane
        self.label_bar = LabelBar()
        self.guideline = GuidelinePanel()
        self.done_button = DoneButton()
        self.keys = DeskActions(self)
        self.acts = DeskActs(opened, self.shown, self.articles, self)
        self.hands = KeyDesk(self.pane, self.label_bar, self.keys, self.acts)
        self.text_sizes = TextSizes(self.pane, self.keys, self)
        self.hover = HoverWords(self.pane, self.shown.label, self)
        self.spoken = Spoken(self.shown, self)
        self.finding = FindInArticle(self.pane, self.keys, self)
        self._nothing = NothingToRead()
        self.time = ActiveTime(opened, self)
        self.time.watch(
            self.pane, self.pane.viewport(), self.shown.details.note, self.articles.view
        )
        self._left = TimeLeft(opened, self.articles, self)
        self._stack = QStackedWidget()
        self._is_begun = opened.person_id is not None
        self._arrange()
        self._connect_acts()
        self._connect_moves()
        self._load_labels()
        self._load_articles()
        QTimer.singleShot(0, self, self._begin)

    def menus(self) -> list[MenuPart]:
        """Return the desk's menus."""
        return [*self.hands.menus(), *self.keys.menus()]

    def header_widget(self) -> QWidget:
        """Return the button that says the article is done."""
        return self.done_button

    def go(self, place: Place) -> None:
        """Show an article, and in it the place and the annotation, if it is still there."""
        with self.jump():
            self.open_article(place.article)
            if place.article == self.shown.article_id:
                self.shown.go(place)

    def open_article(self, name: str) -> None:
        """Put an article on the desk."""
        if name != self.shown.article_id:
            with self.jump():
                self._show(name)

    def spot(self) -> Spot:
        """Return where in which article the person is."""
        return self.shown.spot()

    def return_to(self, spot: Spot) -> bool:
        """Show an article as it was left; False where it is no longer in the project."""
        name = spot.article
        if name is None or (name != self.shown.article_id and not self._show(name)):
            return False
        self.shown.return_to(spot)
        return True

    def how_far(self) -> tuple[int, int]:
        """Return how many articles the person has done, and of how many."""
        if self.opened.person_id is None:
            return 0, 0
        counts = self.articles.model.counts()
        return sum(counts[state] for state in counts if state.is_done), counts.total()

    def sizes(self) -> Mapping[str, int]:
        """Return how large the letters and how wide the column stand, in per cent."""
        return self.text_sizes.kept()

    def set_sizes(self, sizes: Mapping[str, int]) -> None:
        """Let letters and column stand as they did."""
        self.text_sizes.take(sizes)

    def drafts(self) -> Mapping[str, str]:
        """Return the notes that could not be saved, by the annotation they are about."""
        return self.shown.details.drafts()

    def set_drafts(self, drafts: Mapping[str, str]) -> None:
        """Let notes that could not be saved stand in their field again."""
        self.shown.details.set_drafts(drafts)

    def _show(self, name: str) -> bool:
        if not self.shown.show(name):
            return False
        self.time.turn_to(name)
        self.articles.show_current(name)
        self._stack.setCurrentIndex(1)
        self._show_state()
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Let keys go to the text, or Qt would give them to the filter, the first of its fields."""
        super().showEvent(event)
        self.zoomed.emit(self.pane.zoom)
        self.shown.say_place()
        self._show_state()
        if not event.spontaneous():
            (self.pane if self.articles.model.rows() else self._nothing.receive).setFocus()

    def refresh(self, changes: Changes) -> None:
        """Ask again about what changed."""
        if changes.concerns("label"):
            self._load_labels()
        if changes.articles is None or changes.concerns("article", "annotator", "allotment"):
            self._load_articles()
        else:
            self._load_rows(changes.articles)
        self.shown.refresh(changes)
        self._say_nothing()
        self._show_state()

    def _take_over(self) -> None:
        """Show everything as the person who works here now sees it; the first begins to work."""
        shown, selected = self.shown.article_id, self.pane.selection()
        self._load_articles(anew=True)
        begins, self._is_begun = not self._is_begun, True
        if begins and self._take_up_again():
            self.pane.setFocus()
        elif shown is not None and shown == self.shown.article_id:
            self._show(shown)
            if selected is not None:
                self.pane.select(selected)
        self._show_state()

    def _take_up_again(self) -> bool:
        """Go where this person was the time before, or, if that is done, to what is to do."""
        last, to_do = self._last_spot(), self.articles.next_to_do(None)
        name = "" if last is None or last.article is None else last.article
        row = self.articles.model.row(name)
        goes_on = row is not None and (to_do is None or not row.state.is_done)
        if last is not None and goes_on and self._show(name):
            self.shown.return_to(last)
            return True
        return to_do is not None and to_do != self.shown.article_id and self._show(to_do)

    def _begin(self) -> None:
        """Open the first article that is not done."""
        if self.shown.article_id is None:
            first = self.articles.next_to_do(None) or self.articles.model.article_at(0)
            if first is not None and self._show(first):
                self.pane.setFocus()

    def _load_labels(self) -> None:
        labels = self.opened.ask(label_set)
        self.shown.set_labels(labels)
        self.guideline.set_labels(labels)
        self.label_bar.set_labels(offered(labels))
        self.keys.set_labels(offered(labels), self.hands.press_key)
        self.hands.set_labels(offered(labels))

    def _load_articles(self, *, anew: bool = False) -> None:
        """Ask for the list; an article that is not in it stays on the desk, unless it is gone."""
        self.articles.set_rows(self.opened.ask(reading_list, annotator=self.opened.person_id))
        name = self.shown.article_id
        is_listed = name is None or self.articles.model.row(name) is not None
        if not is_listed and (anew or self.opened.ask(article_named, article=name or "") is None):
            self.shown.clear()
            self.time.turn_to(None)
        if self.shown.article_id is None:
            self._nothing.say(is_allotted=self.opened.ask(is_anything_allotted))
            self._stack.setCurrentIndex(0)
            self._begin()

    def _load_rows(self, articles: Iterable[str]) -> None:
        person = self.opened.person_id
        rows = [
            row
            for article in articles
            for row in self.opened.ask(reading_list, annotator=person, only=article)
        ]
        left = set(articles) - {row.id for row in rows}
        has_left = any(self.articles.model.row(article) is not None for article in left)
        if has_left or not self.articles.update_rows(rows):
            self._load_articles()

    def _show_state(self) -> None:
        name = self.shown.article_id
        row = self.articles.model.row(name or "")
        count = self.shown.count
        self.done_button.show_state(None if row is None else row.state, count)
        self.counted.emit(
            "" if name is None else parted(self.tr("%n annotations", None, count), count)
        )

    def _turn_to(self, article: str) -> None:
        self.open_article(article)
        self.pane.setFocus()

    def _step_article(self, step: int) -> None:
        neighbour = self.articles.model.neighbour(self.shown.article_id, step)
        if neighbour is not None:
            self._turn_to(neighbour)

    def _open_next_to_do(self) -> None:
        following = self.articles.next_to_do(self.shown.article_id)
        if following is None:
            self.hinted.emit(
                self.tr("Every article that the filter leaves is done.")
                if self.articles.filter.text()
                else self.tr("Every article is done.")
            )
        else:
            self._turn_to(following)

    def _edit_article(self) -> None:
        article = self.shown.article
        if article is None:
            return
        dialog = ArticleDetails(article, self)
        dialog.accepted.connect(
            lambda: self.opened.perform(describe, article=article.id, **dialog.facts())
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write_note(self) -> None:
        if self.shown.chosen is None:
            self.hinted.emit(self.tr("Choose an annotation first: click it, or press N."))
        else:
            self.shown.details.note.setFocus()
            self.shown.details.note.moveCursor(QTextCursor.MoveOperation.End)

    def _back_out(self) -> None:
        if not self.pane.hasFocus():
            self.pane.setFocus()
        elif self.pane.selection() is not None or not self.hands.back_out():
            self.acts.back_out()

    def _show_menu(self, where: QPoint, annotation: str | None) -> None:
        """Offer what can be done with the selected words or with the annotation asked about."""
        keys, is_selected = self.keys, self.pane.selection() is not None
        if not is_selected:
            self.shown.choose(annotation)
        is_chosen = self.shown.chosen is not None
        menu = QMenu(self)
        menu.addActions(keys.labels)
        menu.addSeparator()
        for action, has_object in (
            (keys.repeat, is_selected),
            (self.hands.actions.widen, is_selected or is_chosen),
            (keys.add_piece, is_selected and is_chosen),
            (keys.take_piece, is_selected and is_chosen),
            (keys.split, is_chosen and not is_selected),
            (keys.join, is_chosen and self.shown.is_in_pieces),
            (keys.occurrences, is_chosen and not is_selected),
            (keys.unsure, is_chosen),
            (keys.note, is_chosen),
            (keys.copy, is_selected),
            (keys.delete, is_chosen),
        ):
            if has_object:
                menu.addAction(action)
        menu.exec(where)
        menu.deleteLater()

    def _point_at(self, label: str) -> None:
        """Show the guideline of the label pointed at; of none, the chosen annotation's."""
        name = label or (self.shown.chosen.label if self.shown.chosen else "")
        self.guideline.show_label(self.shown.label(name) if name else None)

    def _say_nothing(self) -> None:
        """Take back what was hinted at: the person has gone on."""
        self.hinted.emit(self.hands.words())

    def _walk(self, step: Callable[[], bool]) -> None:
        if not step():
            self.hinted.emit(self.tr("There is no further annotation that way."))

    def _pick(self, annotation: str) -> None:
        with self.jump():
            self.shown.pick(annotation)

    def _connect_acts(self) -> None:
        """Let what changes something go to the acts."""
        keys, acts, details = self.keys, self.acts, self.shown.details
        self.label_bar.pressed.connect(self.hands.press_button)
        self.done_button.clicked.connect(acts.toggle_done)
        details.unsure_asked.connect(acts.set_unsure)
        details.note_asked.connect(acts.set_note)
        details.delete_asked.connect(acts.delete)
        self.pane.resize_requested.connect(acts.move)
        acts.advised.connect(self.hinted)
        self.hands.advised.connect(self.hinted)
        self.finding.told.connect(self.hinted)
        self.text_sizes.advised.connect(self.hinted)
        for action, act in (
            (keys.add_piece, acts.add_piece),
            (keys.take_piece, acts.take_piece),
            (keys.unsure, acts.toggle_unsure),
            (keys.delete, acts.delete),
            (keys.done, acts.toggle_done),
        ):
            action.triggered.connect(act)

    def _connect_moves(self) -> None:
        """Let what only looks or moves stay here."""
        keys, pane, header = self.keys, self.pane, self.shown.header
        self.articles.picked.connect(self.open_article)
        self.shown.outline.picked.connect(self._pick)
        self.label_bar.pointed.connect(self._point_at)
        self.shown.label_shown.connect(self.guideline.show_label)
        self.guideline.toggle_asked.connect(keys.guideline.trigger)
        keys.guideline.toggled.connect(lambda on: self.guideline.set_open(on=on))
        self.articles.found.connect(self.pane.setFocus)
        self.opened.person_changed.connect(self._take_over)
        self.shown.place_said.connect(self.place_said)
        pane.menu_requested.connect(self._show_menu)
        pane.selection_changed.connect(self._say_nothing)
        pane.chosen.connect(self._say_nothing)
        pane.zoom_changed.connect(self.zoomed)
        header.edit_asked.connect(self._edit_article)
        header.previous_asked.connect(keys.previous_article.trigger)
        header.next_asked.connect(keys.next_article.trigger)
        for action, move in (
            (keys.next_annotation, lambda: self._walk(pane.choose_next)),
            (keys.previous_annotation, lambda: self._walk(pane.choose_previous)),
            (keys.copy, pane.copy),
            (keys.note, self._write_note),
            (keys.back_out, self._back_out),
            (keys.next_article, lambda: self._step_article(1)),
            (keys.previous_article, lambda: self._step_article(-1)),
            (keys.next_to_do, self._open_next_to_do),
            (keys.edit_article, self._edit_article),
            (keys.filter, self.articles.filter.setFocus),
        ):
            action.triggered.connect(move)

    def _arrange(self) -> None:
        self._nothing.receive.clicked.connect(self.receive_requested)
        tools = (self.keys.zoom_out, self.keys.zoom_in)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(
            reading_side(
                self.shown.header, self.label_bar, self.pane, foot=self.finding.bar, tools=tools
            )
        )
        right = details_side(self.shown.details, self.guideline, self.shown.outline)
        self.splitter = three_columns(self.articles, self._stack, right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)
