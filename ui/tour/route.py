"""The tour's way: each stop does one part of the main job and checks that it came about."""

import json

from PySide6.QtCore import Qt

from app.domain.annotation import Annotation
from app.domain.assignment import State
from app.domain.span import Span
from app.paths import RESOURCES
from ui.driving import click, double_click, drag, drag_grip, press
from ui.main_window import MainWindow
from ui.reading.article_pane import ArticlePane
from ui.reading.desk_page import DeskPage
from ui.share.export_dialog import ExportDialog
from ui.share.receive_report import ReceiveReport
from ui.start.who_dialog import WhoDialog
from ui.theme.appearance import Choice
from ui.tour import marks
from ui.tour.guide import Guide
from ui.tour.looking import look_around
from ui.tour.marks import Mark, place_of, spoken

NAME = "Ada"
KEYS = {"actor": "1", "location": "2", "claim": "3", "denial": "4"}
ALT = Qt.KeyboardModifier.AltModifier
LONG_WORD = 4
"""From this many letters on the tour drags sloppily: one letter short of a word's edge."""


class Tour:
    """Does the main job in one window after another; what it makes lies in the guide's folder."""

    def __init__(self, guide: Guide, window: MainWindow) -> None:
        self._guide = guide
        self._window = window
        self.project = guide.out / "Tour.galley"
        self.export = guide.out / "Tour.jsonl"
        self.annotations = 0

    @property
    def _desk(self) -> DeskPage:
        page = self._window.page
        self._guide.expect(isinstance(page, DeskPage), "the desk is shown")
        assert isinstance(page, DeskPage)  # noqa: S101 - just expected
        return page

    @property
    def _pane(self) -> ArticlePane:
        return self._desk.pane

    @property
    def _chosen(self) -> Annotation:
        chosen = self._desk.shown.chosen
        self._guide.expect(chosen is not None, "an annotation is chosen")
        assert chosen is not None  # noqa: S101 - just expected
        return chosen

    def take(self) -> None:
        """Go from a new project to an export."""
        self._make_project()
        self._receive_samples()
        self._mark_by_hand()
        self._reshape()
        self._interrupt()
        self._mark_by_keys()
        self._change_ones_mind()
        self._finish_article()
        self._read_other_side()
        self._show_right_to_left()
        self._take_pictures()

    def return_to(self, window: MainWindow) -> None:
        """Come back in a new window on the project, as the next morning, and export."""
        self._window = window
        self._come_back()
        self._export()

    def _make_project(self) -> None:
        guide, window = self._guide, self._window
        guide.picture(window, "start")
        guide.wake(window)
        press(window, "Ctrl+N")
        guide.answer_with_path(self.project)
        who = guide.dialog(WhoDialog)
        guide.type_into(who.name, NAME)
        press(who.name, "Return")
        guide.until(lambda: window.opened and window.opened.person, "somebody sits at the desk")
        guide.say(f"made a project and sat down as {NAME}")

    def _receive_samples(self) -> None:
        guide, window = self._guide, self._window
        guide.wake(window)
        press(window, "Ctrl+Shift+I")
        guide.answer_with_path(RESOURCES / "sample")
        report = guide.dialog(ReceiveReport)
        press(report, "Return")
        guide.until(lambda: not report.isVisible(), "the report goes away")
        guide.wake(window)
        received = len(self._desk.articles.model.rows())
        guide.expect(received > 0, "articles were received")
        guide.say(f"received {received} sample articles from a folder")

    def _mark_by_hand(self) -> None:
        self._find_article("ledger")
        for mark in marks.FIRST:
            self._drag_and_mark(mark)
        self._guide.say(f"dragged over {len(marks.FIRST)} names and statements and marked them")

    def _reshape(self) -> None:
        guide, pane = self._guide, self._pane
        self._drag_and_mark(marks.TOO_SHORT)
        end = pane.text.index(marks.WHOLE) + len(marks.WHOLE)
        drag_grip(pane, 1, end)
        guide.expect(self._chosen.quote == marks.WHOLE, "dragging a grip moves an edge")
        guide.say("dragged an edge of a claim to where the claim ends")
        self._drag_and_mark(marks.MISTAKEN)
        press(pane, KEYS["location"])
        label = self._desk.shown.label(self._chosen.label)
        guide.expect(label.name == "location", "a label's key relabels")
        guide.say("relabelled an actor that is a location")

    def _interrupt(self) -> None:
        guide, pane = self._guide, self._pane
        first, second = marks.INTERRUPTED
        self._drag_and_mark(Mark("claim", first))
        self._drag(Mark("claim", second))
        press(pane, "J")
        guide.expect(len(self._chosen.spans) == 2, "a further piece joins the annotation")
        press(pane, "U")
        guide.expect(self._chosen.unsure, "an annotation can be marked as unsure")
        press(pane, "U")
        guide.say("joined the two halves of an interrupted quotation")

    def _mark_by_keys(self) -> None:
        guide, pane = self._guide, self._pane
        start, end = place_of(pane.text, marks.BY_KEYS)
        pane.set_caret(start)
        for _ in range(end - start):
            press(pane, "Shift+Right")
        press(pane, KEYS[marks.BY_KEYS.label])
        guide.expect(self._chosen.quote == marks.BY_KEYS.words, "keys alone can mark")
        start, _ = place_of(pane.text, marks.BY_DOUBLE_CLICK)
        double_click(pane, start + 1)
        press(pane, KEYS[marks.BY_DOUBLE_CLICK.label])
        guide.expect(
            self._chosen.quote == marks.BY_DOUBLE_CLICK.words, "a double click takes a word"
        )
        guide.say("marked with the keyboard alone, and with a double click")

    def _change_ones_mind(self) -> None:
        guide, pane = self._guide, self._pane
        before = self._desk.shown.count
        press(pane, "Del")
        guide.expect(self._desk.shown.count == before - 1, "Del takes an annotation back")
        press(pane, "Ctrl+Z")
        guide.expect(self._desk.shown.count == before, "undo brings it again")
        for _ in range(3):
            press(pane, "Ctrl+Z")
        for _ in range(3):
            press(pane, "Ctrl+Shift+Z")
        guide.expect(self._desk.shown.count == before, "redo does all of it again")
        guide.say("deleted, undid and redid")

    def _finish_article(self) -> None:
        press(self._pane, "D")
        row = self._desk.articles.model.row(self._desk.shown.article_id or "")
        self._guide.expect(row is not None and row.state == State.DONE, "the article is done")
        self._guide.say("marked the article done")

    def _read_other_side(self) -> None:
        self._find_article("drenmark today")
        for mark in marks.OTHER:
            self._drag_and_mark(mark)
        denial = next(one for one in marks.OTHER if one.label == "denial")
        start, _ = place_of(self._pane.text, denial)
        click(self._pane, start + 1)
        self._guide.expect(self._chosen.quote == denial.words, "a click picks an annotation")
        self._guide.say("marked a denial that holds the claim it denies, and picked it by a click")

    def _show_right_to_left(self) -> None:
        self._find_article(marks.RIGHT_TO_LEFT)
        for mark in marks.ARABIC:
            self._drag_and_mark(mark)
        self._guide.picture(self._window, "right-to-left")
        self._guide.say("marked an article that reads from right to left")

    def _take_pictures(self) -> None:
        guide, window = self._guide, self._window
        self._find_article("ledger")
        pane = self._pane
        start = pane.text.index(marks.WHOLE)
        click(pane, start + 2)
        pane.go_to(Span(len(pane.text) - 1, len(pane.text)))
        pane.go_to(Span(*place_of(pane.text, Mark("claim", marks.INTERRUPTED[0]))))
        for choice in (Choice.LIGHT, Choice.DARK):
            window.appearance.set_choice(choice)
            guide.picture(window, f"desk-{choice}")
        window.appearance.set_choice(Choice.LIGHT)
        look_around(guide, window, self._desk)
        self.annotations = sum(row.annotations for row in self._desk.articles.model.rows())
        guide.say("took pictures of the desk, light and dark")

    def _come_back(self) -> None:
        guide, window = self._guide, self._window
        guide.until(lambda: window.page is not None, "the project is open again")
        rows = self._desk.articles.model.rows()
        kept = sum(row.annotations for row in rows)
        guide.expect(kept == self.annotations, "everything is there after closing")
        guide.expect(window.actions_.undo.isEnabled(), "history outlives closing")
        guide.say(f"closed, came back and found all {kept} annotations")

    def _export(self) -> None:
        guide = self._guide
        guide.wake(self._window)
        press(self._window, "Ctrl+E")
        dialog = guide.dialog(ExportDialog)
        guide.type_into(dialog.target, str(self.export))
        press(dialog.target, "Return")
        guide.until(dialog.told.isVisible, "the export is written")
        press(dialog.focusWidget(), "Space")
        guide.until(lambda: not dialog.isVisible(), "the export dialog goes away")
        lines = [json.loads(line) for line in self.export.read_text("utf-8").splitlines()]
        spans = [(line["text"], span) for line in lines for span in line["spans"]]
        guide.expect(len(spans) == self.annotations, "every annotation is exported")
        guide.expect(
            all(text[span["start"] : span["end"]] == span["text"] for text, span in spans),
            "every quote stands where its offsets say",
        )
        guide.say(f"exported {len(lines)} lines with {len(spans)} annotations; every quote holds")

    def _find_article(self, words: str) -> None:
        """Filter the list for an article and open it with the arrow key."""
        articles = self._desk.articles
        press(self._pane, "Ctrl+L")
        self._guide.type_into(articles.filter, words)
        self._guide.expect(articles.model.rowCount() > 0, f"an article matches {words}")
        articles.view.setFocus()
        press(articles.view, "Home")
        wanted = articles.model.article_at(0)
        self._guide.expect(self._desk.shown.article_id == wanted, f"{words} is on the desk")
        articles.filter.clear()
        self._pane.setFocus()

    def _drag_and_mark(self, mark: Mark) -> None:
        self._drag(mark)
        press(self._pane, KEYS[mark.label])
        self._guide.expect(spoken(self._chosen.quote) == mark.words, f"“{mark.words}” is marked")

    def _drag(self, mark: Mark) -> None:
        """Drag over the words as a person does: not quite to the edges of long words.

        With Alt held the drag counts as it is, to part a name from its possessive s.
        """
        start, end = place_of(self._pane.text, mark)
        words = mark.words.split()
        if mark.exact:
            drag(self._pane, start, end, modifiers=ALT)
            return
        start += len(words[0]) >= LONG_WORD and words[0].isalpha()
        end -= len(words[-1]) >= LONG_WORD and words[-1].isalpha()
        drag(self._pane, start, end)
