"""What a person's keys, clicks and drags at the desk mean: each becomes one command."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.act import Act
from app.commands import annotations as annotating
from app.commands.assignments import finish, reopen
from app.domain.annotation import Annotation
from app.domain.assignment import State
from app.domain.label import Label
from app.domain.span import Span
from ui.open_project import OpenProject
from ui.reading.annotation_words import shortened
from ui.reading.article_list import ArticleListPanel
from ui.reading.open_article import OpenArticle

LONGEST_NAMED = 40
"""So many code points of an annotation's words name it in a sentence."""


class DeskActs(QObject):
    """Turns acts into commands; `advised` carries a sentence where an act lacks something."""

    advised = Signal(str)

    def __init__(
        self, opened: OpenProject, shown: OpenArticle, articles: ArticleListPanel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._opened = opened
        self._shown = shown
        self._articles = articles
        self._last_label: str | None = None
        opened.kept.waits.connect(self._tell_waiting)

    def press_label(self, name: str) -> None:
        """Mark the selected words, or, with none selected, relabel the chosen annotation."""
        shown, label = self._shown, self._shown.label(name)
        if shown.article_id is not None and shown.pane.selection() is not None:
            self._mark(shown.article_id, label)
        elif shown.chosen is not None:
            about = self._about(self.tr("relabel {words} as {label}"), shown.chosen, label)
            done = self._opened.perform_as(
                about, annotating.relabel, annotation=shown.chosen.id, label=name
            )
            self._last_label = self._last_label if done is None else name
        else:
            self.advised.emit(self.tr("Select words first, then press {0}.").format(label.key))

    def repeat(self) -> None:
        """Do with the last label what its key would do."""
        name = self._last_label
        if name is None or not self._shown.is_offered(name):
            self.advised.emit(self.tr("Mark something first; then R marks with that label again."))
        else:
            self.press_label(name)

    def mark_selection(self, name: str) -> None:
        """Mark the selected words with a label."""
        if self._shown.article_id is not None:
            self._mark(self._shown.article_id, self._shown.label(name))

    def split(self) -> None:
        """Cut the chosen annotation in two where the caret stands."""
        chosen = self._require_chosen()
        if chosen is not None:
            where = self._shown.pane.caret()
            self._opened.perform(annotating.split, annotation=chosen.id, position=where)

    def join(self) -> None:
        """Let the chosen annotation be one piece, with all that lies between its pieces."""
        chosen = self._require_chosen()
        if chosen is not None:
            self._opened.perform(annotating.join_pieces, annotation=chosen.id)

    def add_piece(self) -> None:
        """Add the selected words to the chosen annotation as a further piece."""
        chosen, span = self._chosen_and_selected()
        if chosen is not None and span is not None:
            done = self._opened.perform(annotating.add_piece, annotation=chosen.id, span=span)
            if done is not None:
                self._shown.pane.clear_selection()

    def take_piece(self) -> None:
        """Take the selected words out of the chosen annotation."""
        chosen, span = self._chosen_and_selected()
        if chosen is not None and span is not None:
            around = with_spaces(self._shown.pane.text, span)
            done = self._opened.perform(annotating.take_piece, annotation=chosen.id, span=around)
            if done is not None:
                self._shown.pane.clear_selection()

    def move(self, annotation: str, spans: Sequence[Span]) -> None:
        """Let an annotation stand on other spans, after one of its edges was dragged."""
        about = self._about(self.tr("move an edge of {words}"), self._shown.annotation(annotation))
        self._opened.perform_as(about, annotating.move, annotation=annotation, spans=spans)

    def toggle_unsure(self) -> None:
        """Say that one is, or is no longer, in doubt about the chosen annotation."""
        chosen = self._require_chosen()
        if chosen is not None:
            self.set_unsure(chosen.id, not chosen.unsure)

    def set_unsure(self, annotation: str, unsure: bool) -> None:
        """Say whether one is in doubt about an annotation."""
        told = self.tr("mark {words} as unsure") if unsure else self.tr("mark {words} as sure")
        about = self._about(told, self._shown.annotation(annotation))
        self._opened.perform_as(about, annotating.set_unsure, annotation=annotation, unsure=unsure)

    def set_note(self, annotation: str, note: str) -> None:
        """Keep a note to an annotation."""
        about = self._about(self.tr("note on {words}"), self._shown.annotation(annotation))
        self._opened.perform_as(about, annotating.set_note, annotation=annotation, note=note)

    def delete(self) -> None:
        """Take the chosen annotation back."""
        chosen = self._require_chosen()
        if chosen is not None:
            about = self._about(self.tr("delete the {label} {words}"), chosen)
            self._opened.perform_as(about, annotating.delete, annotation=chosen.id)

    def toggle_done(self) -> None:
        """Say that the article is done as it stands, or that it is not done after all."""
        article = self._shown.article_id
        row = self._articles.model.row(article or "")
        if article is None or row is None:
            return
        if row.state in (State.DONE, State.DONE_EMPTY):
            self._opened.perform(reopen, article=article)
        else:
            self._opened.perform(finish, article=article)

    def back_out(self) -> None:
        """Let go of the selection; with none, of the chosen annotation."""
        if self._shown.pane.selection() is not None:
            self._shown.pane.clear_selection()
        else:
            self.let_go()

    def let_go(self) -> None:
        """Choose no annotation any more; what is selected stays so."""
        self._shown.choose(None)

    def _mark(self, article: str, label: Label) -> None:
        span = self._selected_words(label)
        if span is None:
            self.advised.emit(self.tr("There are no words in the selection."))
            return
        words = quoted(span.of(self._shown.pane.text))
        about = self.tr("mark {words} as {label}").format(words=words, label=label.name)
        made = self._opened.perform_as(
            about, annotating.mark, article=article, label=label.id, spans=[span]
        )
        if made is None and any(act.about == about for act in self._opened.kept.acts):
            self._shown.pane.clear_selection()  # it waits; whoever still sees it would do it again
        elif made is not None:
            self._last_label = label.id
            self._shown.pane.clear_selection()
            self._shown.choose(made.id)

    def _about(self, told: str, annotation: Annotation | None, label: Label | None = None) -> str:
        """Say what is done to which words, for as long as it has to wait."""
        if annotation is None:
            return ""
        named = label or self._shown.label(annotation.label)
        return told.format(words=quoted(annotation.quote), label=named.name)

    def _tell_waiting(self, act: Act[object]) -> None:
        self.advised.emit(self.tr("Waits to be saved: {act}").format(act=act.told))

    def _selected_words(self, label: Label) -> Span | None:
        """Return the words that the selection means for a label; None where it holds none."""
        pane = self._shown.pane
        span = pane.snapped_selection(label.look)
        return None if span is None or span.of(pane.text).isspace() else span

    def _require_chosen(self) -> Annotation | None:
        if self._shown.chosen is None:
            self.advised.emit(self.tr("Choose an annotation first: click it, or press N."))
        return self._shown.chosen

    def _chosen_and_selected(self) -> tuple[Annotation | None, Span | None]:
        chosen = self._require_chosen()
        if chosen is None:
            return None, None
        span = self._selected_words(self._shown.label(chosen.label))
        if span is None:
            self.advised.emit(self.tr("Select the words of the piece, with the annotation chosen."))
        return chosen, span


def quoted(words: str) -> str:
    """Return words as a sentence names them: in quotation marks, and only their beginning."""
    return f"“{shortened(words, LONGEST_NAMED)}”"


def with_spaces(text: str, span: Span) -> Span:
    """Return a stretch with the white space around it, which must not stay behind at an edge."""
    start, end = span.start, span.end
    while start and text[start - 1].isspace():
        start -= 1
    while end < len(text) and text[end].isspace():
        end += 1
    return Span(start, end)
