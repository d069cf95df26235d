"""A reading pane on the screen, showing articles written with their annotations in place."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from app.domain.annotation import Annotation
from app.domain.label import DEFAULT_LABELS, Label
from app.domain.span import Span
from tests.marked import Marked, marked
from ui.reading.article_pane import ArticlePane

LABELS = [
    Label(plan.name, plan.name, plan.key, plan.look, plan.hue, position)
    for position, plan in enumerate(DEFAULT_LABELS)
]


def annotations_of(article: Marked) -> list[Annotation]:
    """The article's marks as annotations, named by their label and words."""
    return [
        Annotation(
            id=f"{mark.label}: {' … '.join(span.of(article.text) for span in mark.spans)}",
            article="article",
            annotator="anna",
            label=mark.label,
            spans=mark.spans,
            quote=article.text[mark.spans[0].start : mark.spans[-1].end],
        )
        for mark in article.marks
    ]


@dataclass(frozen=True, slots=True)
class Shown:
    """A pane, and what it was told to show."""

    pane: ArticlePane
    article: Marked
    annotations: list[Annotation]

    def at(self, words: str) -> int:
        return self.article.span(words).start

    def after(self, words: str) -> int:
        return self.article.span(words).end

    def words(self, span: Span | None) -> str | None:
        return None if span is None else span.of(self.article.text)


@pytest.fixture
def show(qtbot: QtBot) -> Callable[..., Shown]:
    """Show an article written with its annotations in place, in an active window."""

    def show_it(source: str, *, size: tuple[int, int] = (700, 500)) -> Shown:
        article = marked(source)
        pane = ArticlePane()
        qtbot.addWidget(pane)
        pane.resize(*size)
        annotations = annotations_of(article)
        pane.show_article(article.text, LABELS, annotations)
        pane.show()
        pane.activateWindow()
        pane.setFocus()
        qtbot.waitUntil(lambda: pane.hasFocus() and pane.isVisible())
        return Shown(pane, article, annotations)

    return show_it
