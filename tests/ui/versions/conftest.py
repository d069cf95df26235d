"""The room of versions on the screen, showing one article as several people marked it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.label import DEFAULT_LABELS, Label
from app.domain.span import Span
from app.queries.compared_article import ComparedArticle
from tests.marked import Marked, marked
from tests.studies import said_in
from ui.theme.appearance import Appearance, Choice
from ui.translation import install_plurals
from ui.versions.versions_view import VersionsView

LABELS = tuple(
    Label(plan.name, plan.name, plan.key, plan.look, plan.hue, position)
    for position, plan in enumerate(DEFAULT_LABELS)
)


def article_of(text: str, *, title: str = "Taxes", source: str = "Ledger") -> ComparedArticle:
    return ComparedArticle("article", title, source, "2026-03-14", len(text), text, LABELS)


@dataclass(frozen=True, slots=True)
class Shown:
    """The room, and what it was told to show."""

    view: VersionsView
    text: str

    def span(self, words: str) -> Span:
        return Marked(self.text, ()).span(words)

    def picture(self) -> QImage:
        return self.view.pane.viewport().grab().toImage()

    def colours(self, stave: int, words: str) -> set[str]:
        """The colours in a stave under words that stand on one line."""
        pane, span = self.view.pane, self.span(words)
        line = pane._staves.geometry.holding(span.start)
        top = pane.verticalScrollBar().value()
        area = pane._staves.stave_rect(line, stave).translated(0, -top)
        left, right = line.pieces(span.start, span.end)[0]
        image = self.picture()
        return {
            image.pixelColor(x, y).name().upper()
            for x in range(round(left), round(right))
            for y in range(round(area.top()), round(area.bottom()))
        }

    def point_in_stave(self, stave: int, words: str) -> QPoint:
        """The viewport's point in a stave under the first character of some words."""
        pane, position = self.view.pane, self.span(words).start
        rect = pane._staves.stave_rect(pane._staves.geometry.holding(position), stave)
        middle = round(rect.center().y()) - pane.verticalScrollBar().value()
        return QPoint(pane.point_on(position).x(), middle)


@pytest.fixture
def show(qapp: QApplication, qtbot: QtBot) -> Callable[..., Shown]:
    """Show one text as each annotator marked it, in an active window and the light theme."""
    install_plurals(qapp)
    appearance = Appearance(Choice.LIGHT)
    appearance.apply(qapp)

    def show_it(
        *,
        size: tuple[int, int] = (1100, 600),
        absent: Sequence[str] = (),
        names: dict[str, str] | None = None,
        furniture: Sequence[Span] = (),
        **versions: str,
    ) -> Shown:
        read = {who: marked(version) for who, version in versions.items()}
        (text,) = {one.text for one in read.values()}
        view = VersionsView()
        qtbot.addWidget(view)
        view.resize(*size)
        view.show()
        view.activateWindow()
        view.setFocus()
        qtbot.waitUntil(view.pane.hasFocus)
        works = {who: said_in(one) for who, one in read.items()}
        view.show_article(article_of(text), works, absent=absent, names=names, furniture=furniture)
        QApplication.processEvents()
        return Shown(view, text)

    return show_it
