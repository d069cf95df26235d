"""What a list of 50,000 articles costs: asking for it, showing, narrowing and scrolling it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from itertools import cycle

from app.domain.assignment import State
from app.project import Project
from app.queries.article_list import ArticleRow, article_list
from tests.benchmarks.desk import FRAME, application, settle
from tests.benchmarks.harness import Benchmark
from tests.benchmarks.material import article, new_file
from ui.reading.article_list import ArticleListPanel

ARTICLES = 50_000
OUTLETS = ("The Lorn Courier", "Harbour Post", "Radio Quay")
STATES = tuple(State)


@cache
def rows() -> list[ArticleRow]:
    return [
        ArticleRow(
            id=f"{number:032x}",
            title=f"Taxes in Lorn fell again, report {number} says",
            source=OUTLETS[number % len(OUTLETS)],
            published=f"2026-03-{number % 28 + 1:02}",
            characters=4_000,
            annotations=number % 50,
            state=STATES[number % len(STATES)],
        )
        for number in range(ARTICLES)
    ]


@cache
def panel() -> ArticleListPanel:
    application()
    shown = ArticleListPanel()
    shown.resize(300, 900)
    shown.show()
    shown.set_rows(rows())
    for _ in range(200):  # the idle moments between opening a project and the first key
        settle()
    return shown


def paint_first() -> None:
    """Show all the articles in a list that showed none."""
    panel().set_rows(rows())
    settle()


def type_letter(words: Iterator[str]) -> None:
    panel().filter.setText(next(words))
    settle()


def scroll(places: Iterator[float]) -> None:
    bar = panel().view.verticalScrollBar()
    bar.setValue(round(next(places) * bar.maximum()))
    settle()


@cache
def project() -> Project:
    """A project of 50,000 articles; what they say is of no account here."""
    path = new_file("fifty-thousand")
    with closing(sqlite3.connect(path)) as driver, driver:
        one = article(300, 0, seed=1)
        driver.execute("INSERT INTO texts VALUES (?, ?)", (one.sha256, one.text))
        driver.executemany(
            "INSERT INTO articles (id, revision, fingerprint, title, sha256, characters, source,"
            " url, published, language, received_as, received_sha256)"
            " VALUES (?, '', 0, ?, ?, ?, ?, '', ?, '', '', '')",
            [
                (row.id, row.title, one.sha256, len(one.text), row.source, row.published)
                for row in rows()
            ],
        )
    return Project.open(path)


def ask_plainly() -> None:
    with closing(sqlite3.connect(project().path)) as driver:
        driver.execute(
            "SELECT id, title, source, published, characters FROM articles ORDER BY id"
        ).fetchall()


def benchmarks() -> Iterator[Benchmark]:
    letters = cycle(["t", "ta", "tax", "taxe", "taxes", "taxes 4", "taxes 49", "taxes", ""])
    places = cycle([0.0, 0.01, 0.02, 0.5, 0.51, 1.0])
    frame = "one frame of 16 ms"
    yield Benchmark(
        "painting a list of 50,000 articles first", frame, paint_first, FRAME, at_most=1.0
    )
    yield Benchmark(
        "a letter in the filter of 50,000 articles",
        frame,
        lambda: type_letter(letters),
        FRAME,
        at_most=1.0,
        pairs=45,
    )
    yield Benchmark("scrolling 50,000 articles", frame, lambda: scroll(places), FRAME, at_most=1.0)
    yield Benchmark(
        "asking for a list of 50,000 articles",
        "fetching the same rows with plain sqlite3",
        lambda: project().ask(article_list, annotator=None),
        ask_plainly,
        pairs=5,
    )
