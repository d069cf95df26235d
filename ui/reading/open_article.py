"""The article on the desk: pane, header, outline and details, all showing the same thing."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from app.domain.annotation import Annotation
from app.domain.article import Article
from app.domain.changes import Changes
from app.domain.label import Label
from app.domain.place import Place
from app.queries.article_view import annotation_rows, annotations_named
from app.queries.article_view import article as article_named
from ui.open_project import OpenProject
from ui.places import DESK, Spot
from ui.reading.article_header import ArticleHeader
from ui.reading.details import Details
from ui.reading.keyed_pane import KeyedPane
from ui.reading.outline import Outline


class OpenArticle(QObject):
    """Keeps the widgets that show one article in step with the project and with one another.

    `place_said` carries where the caret is, in words; `label_shown` the chosen one's label, or
    None.
    """

    place_said = Signal(str)
    label_shown = Signal(object)

    def __init__(self, opened: OpenProject, parent: QObject) -> None:
        super().__init__(parent)
        self._opened = opened
        self._article: Article | None = None
        self._labels: dict[str, Label] = {}
        self._known: Sequence[Label] = ()
        self.pane = KeyedPane()
        self.header = ArticleHeader()
        self.outline = Outline()
        self.details = Details()
        self.pane.chosen.connect(self._show_chosen)
        self.pane.cursorPositionChanged.connect(self.say_place)
        opened.settling.connect(self.details.save_note)
        self._show_whether_there()

    @property
    def article(self) -> Article | None:
        """The article on the desk."""
        return self._article

    @property
    def article_id(self) -> str | None:
        """The id of the article on the desk."""
        return None if self._article is None else self._article.id

    @property
    def chosen(self) -> Annotation | None:
        """The chosen annotation."""
        return self.outline.model.annotations().get(self.pane.chosen_id)

    def annotation(self, name: str) -> Annotation | None:
        """Return an annotation of this article by its id."""
        return self.outline.model.annotations().get(name)

    @property
    def is_in_pieces(self) -> bool:
        """Tell whether the chosen annotation has several pieces."""
        return self.chosen is not None and len(self.chosen.spans) > 1

    @property
    def count(self) -> int:
        """How many annotations the person has made in the article."""
        return len(self.outline.model.annotations())

    def label(self, name: str) -> Label:
        """Return a label by its id."""
        return self._labels[name]

    def is_offered(self, name: str) -> bool:
        """Tell whether there is still a label with this id to mark with."""
        return any(one.id == name and not one.retired for one in self._known)

    def labels(self) -> Mapping[str, Label]:
        """Return all labels by their ids."""
        return self._labels

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Take the project's labels."""
        self._known = labels
        given = self.outline.model.annotations().counts().keys()
        new = {label.id: label for label in labels}
        gone = {name: one for name, one in self._labels.items() if name in given - new.keys()}
        self._labels = new | gone  # what is gone is shown until the annotations are asked for again
        self.outline.set_labels(list(self._labels.values()))
        self.pane.set_labels(self._labels.values())
        self._show_chosen(self.pane.chosen_id)

    def show(self, name: str) -> bool:
        """Put an article on the desk; False where the project has no such article."""
        self.details.save_note()
        article = self._opened.ask(article_named, article=name)
        if article is None:
            return False
        self._article = article
        self._show_whether_there()
        self.header.show_article(article)
        self._ask_for_annotations(article)
        self.say_place()
        return True

    def clear(self) -> None:
        """Take the article off the desk."""
        self.details.save_note()
        self._article = None
        self._show_whether_there()
        self.pane.clear()
        self.outline.set_annotations([])
        self._show_chosen(None)
        self.say_place()

    def choose(self, name: str | None) -> None:
        """Choose an annotation of this article, or none."""
        known = name if name in self.outline.model.annotations() else None
        self.pane.choose(known)
        self._show_chosen(known)

    def go(self, place: Place) -> None:
        """Bring a place of this article into view; choose its annotation or else select its words.

        An annotation that is no longer there leaves nothing chosen, and words that the text does
        not reach leave everything as it is.
        """
        span = place.span
        if span is not None and span.end > len(self.pane.text):
            return
        if span is not None:
            self.pane.go_to(span)
        if place.annotation is not None:
            self.choose(place.annotation)
        elif span is not None:
            self.choose(None)
            self.pane.select(span)

    def pick(self, name: str) -> None:
        """Go to an annotation of this article and choose it."""
        span = self.outline.model.annotations()[name].span
        self.pane.set_caret(span.start)
        self.pane.go_to(span)
        self.choose(name)

    def spot(self) -> Spot:
        """Return where in the article the person is."""
        top, down = self.pane.anchor() or (0, 0)
        return Spot(DESK, self.article_id, self.pane.caret(), top, round(down), self.pane.chosen_id)

    def return_to(self, spot: Spot) -> None:
        """Put the caret, the view and the choice where they were; the text may be shorter now."""
        last = len(self.pane.text)
        self.pane.set_caret(min(spot.caret, last))
        if spot.top or spot.down:
            self.pane.return_to((min(spot.top, last), spot.down))
        else:
            self.pane.verticalScrollBar().setValue(0)
        self.choose(spot.chosen)

    def refresh(self, changes: Changes) -> None:
        """Ask again about what changed: one annotation where that is all, everything otherwise."""
        if self._article is None or not changes.concerns_article(self._article.id):
            return
        if changes.concerns("article"):
            self._article = (
                self._opened.ask(article_named, article=self._article.id) or self._article
            )
            self.header.show_article(self._article)
        if changes.concerns("annotation"):
            if changes.ids is None:
                self._ask_for_annotations(self._article)
            else:
                self._update(self._article, changes.ids)
            if len(self._labels) > len(self._known):
                self.set_labels(self._known)

    def say_place(self) -> None:
        """Tell where the caret is."""
        if self._article is None:
            self.place_said.emit("")
            return
        position = self.pane.caret()
        self.place_said.emit(
            self.tr("Paragraph {0}, character {1}").format(
                self.pane.paragraph_of(position), f"{position:,}"
            )
        )

    def _ask_for_annotations(self, article: Article) -> None:
        person = self._opened.person_id
        said = self._opened.ask(annotation_rows, article=article.id, annotator=person)
        text = self._opened.project.text(article.sha256)
        self.pane.show_article(text, list(self._labels.values()), said)
        self.outline.set_annotations(said)
        self._show_chosen(None)

    def _show_whether_there(self) -> None:
        for part in (self.outline, self.details):
            part.set_article_there(there=self._article is not None)

    def _update(self, article: Article, ids: frozenset[str]) -> None:
        person = self._opened.person_id
        found = self._opened.ask(annotations_named, ids=ids)
        mine = [one for one in found if one.article == article.id and one.annotator == person]
        gone = ids - {one.id for one in mine}
        for name in gone:
            self.pane.drop(name)
        for annotation in mine:
            self.pane.put(annotation)
        self.outline.change(mine, gone)
        self._show_chosen(self.pane.chosen_id)

    def _show_chosen(self, name: object) -> None:
        annotation = self.outline.model.annotations().get(str(name)) if name else None
        self.outline.show_chosen(annotation.id if annotation else None)
        label = self._labels[annotation.label] if annotation else None
        self.details.show_annotation(annotation, label)
        self.label_shown.emit(label)
