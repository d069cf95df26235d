"""What receiving bundles costs: five hand-ins of 1,000 articles with 40 annotations each."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from app.commands.annotators import join
from app.commands.receive import receive
from app.domain.seal import Way
from app.exchange.record import ArticleRecord
from app.files.bundles import make_bundle
from app.files.receiving_bundles import receive_bundles
from app.project import Project
from tests.benchmarks.harness import Benchmark
from tests.benchmarks.material import Given, article, folder, new_file
from tests.benchmarks.memory import peak
from tests.benchmarks.receiving import SETTINGS

ARTICLES, FEW = 1_000, 100
ANNOTATIONS = 40
CHARACTERS = 4_000
PEOPLE = ("Anna", "Bert", "Chidi", "Dora", "Emil")


@cache
def lead(articles: int) -> Path:
    """The lead's project: the articles and the people, and nothing marked."""
    path = new_file(f"lead-{articles}")
    with closing(Project.open(path)) as project:
        texts = [article(CHARACTERS, 0, seed=seed) for seed in range(articles)]
        project.perform(receive, files=[Given(texts)])
        for name in PEOPLE:
            project.perform(join, name=name)
    return path


@cache
def hand_ins(articles: int) -> tuple[Path, ...]:
    """What each of the people hands in, every article marked."""
    return tuple(_hand_in(name, articles) for name in PEOPLE)


def _hand_in(name: str, articles: int) -> Path:
    out, back = folder() / f"out-{name}-{articles}.galley", folder() / f"{name}-{articles}.galley"
    with closing(Project.open(lead(articles))) as project:
        annotator = project.perform(join, name=name)
        make_bundle(project, out, annotator=annotator, way=Way.OUT)
    with closing(Project.open(out)) as copy:
        copy.person = annotator
        copy.perform(receive, files=[Given(list(_marked(articles, name)))])
        make_bundle(copy, back, annotator=annotator, way=Way.IN)
    return back


def _marked(articles: int, name: str) -> Iterator[ArticleRecord]:
    for seed in range(articles):
        yield replace(article(CHARACTERS, ANNOTATIONS, seed=seed), annotator=name)


def receive_all(articles: int = ARTICLES) -> Path:
    """Receive the five hand-ins into a copy of the lead's project."""
    path = folder() / "merged.galley"
    path.write_bytes(lead(articles).read_bytes())
    with closing(Project.open(path)) as project:
        told = receive_bundles(project, hand_ins(articles))
        if [one.refused for one in told if one.refused]:
            raise ValueError(told)
    return path


@cache
def written() -> list[dict[str, list[tuple[Any, ...]]]]:
    """The rows that each of the five brings, table by table."""
    path = receive_all()
    with closing(sqlite3.connect(path)) as driver:
        steps = [
            number for (number,) in driver.execute("SELECT step FROM bundles WHERE way = 'in'")
        ]
        found = []
        for step in steps:
            rows = driver.execute("SELECT * FROM revisions WHERE step = ?", (step,)).fetchall()
            shown = driver.execute(
                "SELECT annotations.* FROM annotations JOIN revisions"
                " ON revisions.id = annotations.revision WHERE step = ?",
                (step,),
            ).fetchall()
            made = driver.execute("SELECT * FROM steps WHERE number = ?", (step,)).fetchall()
            found.append({"steps": made, "revisions": rows, "annotations": shown})
    return found


def write_plainly() -> None:
    """Write the same rows into the same tables, a transaction for each of the five."""
    path = folder() / "plain.galley"
    path.write_bytes(lead(ARTICLES).read_bytes())
    with closing(sqlite3.connect(path, isolation_level=None)) as driver:
        for setting in SETTINGS:
            driver.execute(f"PRAGMA {setting}")
        for tables in written():
            driver.execute("BEGIN IMMEDIATE")
            for name, rows in tables.items():
                places = ", ".join("?" * len(rows[0]))
                driver.executemany(f"INSERT OR IGNORE INTO {name} VALUES ({places})", rows)
            driver.execute("COMMIT")


def benchmarks() -> Iterator[Benchmark]:
    yield Benchmark(
        "receiving five hand-ins of 1,000 articles with 40 annotations each",
        "writing the same rows with plain sqlite3",
        receive_all,
        write_plainly,
        at_most=3.0,
        pairs=3,
    )
    yield Benchmark(
        "memory for receiving five hand-ins of 1,000 articles",
        "memory for receiving five of 100",
        receive_all,
        lambda: receive_all(FEW),
        at_most=2.0,
        pairs=2,
        measure=peak,
        unit="MB",
        scale=1e-6,
    )
