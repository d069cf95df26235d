"""What searching 50,000 articles costs: the first results while somebody types."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from itertools import cycle
from random import Random

from app.domain.article import fingerprint
from app.domain.sought import parse
from app.project import Project
from app.queries.corpus import Narrowing
from app.search.corpus import Corpus
from app.search.looking import Look
from tests.benchmarks.harness import Benchmark
from tests.benchmarks.material import article_text, folder, new_file
from ui.searching.searcher import PAGE

ARTICLES = 50_000
PARAGRAPHS = 300
FIRST_RESULTS = 0.1
"""The seconds of CPU within which the first results are there."""

TYPED = ("harbours", '"the minister said"', "name42", "minister -name7", "taxes", "gat*")
"""Words of nearly every article and of one in fifty, phrases: the dear ones and the cheap ones."""


def texts() -> Iterator[str]:
    """Yield texts of 4 kB, no two the same."""
    paragraphs = [article_text(1_000, seed=seed) for seed in range(PARAGRAPHS)]
    chance = Random(1)
    for number in range(ARTICLES):
        yield f"Report {number} of name{number % 50}. " + "".join(chance.choices(paragraphs, k=4))


@cache
def project() -> Project:
    path = new_file("searched")
    with closing(sqlite3.connect(path)) as driver, driver:
        for number, text in enumerate(texts()):
            name = fingerprint(text)
            driver.execute("INSERT INTO texts VALUES (?, ?)", (name, text))
            driver.execute(
                "INSERT INTO articles (id, revision, fingerprint, title, sha256, characters,"
                " source, url, published, language, received_as, received_sha256)"
                " VALUES (?, '', 0, ?, ?, ?, 'Harbour Post', '', '2026-03-01', '', '', '')",
                (f"{number:032x}", f"Report {number}", name, len(text)),
            )
    return Project.open(path)


@cache
def corpus() -> Corpus:
    made = Corpus(project(), folder() / "search")
    made.update(lambda _: None, lambda: False)
    return made


def first_results(typed: str) -> None:
    """Search as the page does, up to the articles that are shown first."""
    look = Look(corpus(), parse(typed), Narrowing(), annotator=None)
    if not look.page(PAGE, lambda: False):
        raise ValueError(typed)


def benchmarks() -> Iterator[Benchmark]:
    words = cycle(TYPED)
    yield Benchmark(
        "first search results at 50,000 articles",
        "100 ms of CPU",
        lambda: first_results(next(words)),
        FIRST_RESULTS,
        at_most=1.0,
        pairs=len(TYPED) * 5,
    )
