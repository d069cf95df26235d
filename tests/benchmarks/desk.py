"""What the desk costs: marking, and opening an article until it is painted, in small and large."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import count, cycle

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QTextEdit

from app.commands.annotations import mark
from app.commands.annotators import join
from app.domain.span import Span
from app.exchange.record import ArticleRecord
from app.project import Project
from tests.benchmarks.harness import Benchmark
from tests.benchmarks.material import ANNOTATOR, article, stocked
from ui.application import make_application
from ui.open_project import OpenProject
from ui.reading.desk_page import DeskPage
from ui.theme.appearance import Appearance, Choice

FRAME = 0.016
"""The seconds within which the screen answers without a stutter."""

SMALL, LARGE = 4_000, 1_000_000
_STEP = 40


@cache
def application() -> None:
    """Let there be an application that looks as Galley does."""
    Appearance(Choice.LIGHT).apply(make_application())


def settle() -> None:
    """Let everything happen that waits, painting above all."""
    for _ in range(3):
        QCoreApplication.processEvents()


class Desk:
    """A desk with articles, and somebody sitting at it."""

    def __init__(self, name: str, articles: Sequence[ArticleRecord]) -> None:
        application()
        project = Project.open(stocked(name, articles))
        project.person = project.perform(join, name=ANNOTATOR)
        self.opened = OpenProject(project)
        self.page = DeskPage(self.opened)
        self.page.resize(1500, 900)
        self.page.show()
        settle()
        self._ids = cycle([row.id for row in self.page.articles.model.rows()])
        self._labels = cycle(self.page.shown._labels)
        self._places = count(0)

    def open_next(self) -> None:
        """Open the next article and paint it."""
        self.page.open_article(next(self._ids))
        settle()

    def look_at(self, position: int) -> None:
        """Go where the next marks will be."""
        self._places = count(position, _STEP)
        self.page.pane.go_to(Span(position, position + 1))
        settle()

    def mark_next(self) -> None:
        """Mark the next words, have it committed and painted."""
        start = next(self._places)
        name, label = self.page.shown.article_id, next(self._labels)
        self.opened.perform(mark, article=name, label=label, spans=[Span(start + 3, start + 17)])
        settle()


@cache
def small_desk() -> Desk:
    return Desk("small", [article(SMALL, 44, seed=seed) for seed in (1, 2)])


@cache
def large_desk() -> Desk:
    return Desk("large", [article(LARGE, 10_000, seed=seed) for seed in (1, 2)])


@cache
def empty_marking() -> Desk:
    desk = Desk("empty", [article(SMALL, 0, seed=1)])
    desk.look_at(0)
    return desk


@cache
def large_marking() -> Desk:
    desk = Desk("marking", [article(LARGE, 10_000, seed=1)])
    desk.look_at(LARGE // 2)
    return desk


@cache
def bare(characters: int) -> tuple[QTextEdit, Iterator[str]]:
    """A bare `QTextEdit` as large as the desk's pane, and texts for it, one after the other."""
    application()
    edit = QTextEdit()
    edit.resize(small_desk().page.pane.size())
    edit.show()
    settle()
    return edit, cycle([article(characters, 0, seed=seed).text for seed in (1, 2)])


def show_bare(characters: int) -> None:
    edit, texts = bare(characters)
    edit.setPlainText(next(texts))
    settle()


def benchmarks() -> Iterator[Benchmark]:
    yield Benchmark(
        "marking in 1 MB with 10,000 annotations, committed and painted",
        "one frame of 16 ms",
        lambda: large_marking().mark_next(),
        FRAME,
        at_most=1.0,
    )
    yield Benchmark(
        "marking in 1 MB with 10,000 annotations, committed and painted",
        "the same in an empty article",
        lambda: large_marking().mark_next(),
        lambda: empty_marking().mark_next(),
        at_most=1.5,
    )
    yield Benchmark(
        "opening 4 kB with 44 annotations until painted",
        "a bare QTextEdit given the same text",
        lambda: small_desk().open_next(),
        lambda: show_bare(SMALL),
        at_most=2.0,
    )
    yield Benchmark(
        "opening 1 MB with 10,000 annotations until painted",
        "a bare QTextEdit given the same text",
        lambda: large_desk().open_next(),
        lambda: show_bare(LARGE),
        at_most=3.0,
        pairs=5,
    )
