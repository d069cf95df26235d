"""What exporting costs: 10,000 articles with 40 annotations each, every quote proved."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache

import msgspec

from app.files.exporting import export
from app.project import Project
from app.queries.label_set import label_set
from tests.benchmarks.harness import Benchmark
from tests.benchmarks.material import ANNOTATOR, article, folder, new_file
from tests.benchmarks.memory import peak

ARTICLES, FEW = 10_000, 1_000
ANNOTATIONS = 40
CHARACTERS = 4_000


@cache
def project(articles: int) -> Project:
    """A project of so many articles, all marked; without the history, which no export reads."""
    path = new_file(f"marked-{articles}")
    with closing(Project.open(path)) as new:
        labels = {label.name: label.id for label in new.ask(label_set)}
    with closing(sqlite3.connect(path)) as driver, driver:
        driver.execute("INSERT INTO annotators VALUES ('anna', '', 0, ?)", (ANNOTATOR,))
        for number in range(articles):
            name = f"{number:032x}"
            one = article(CHARACTERS, ANNOTATIONS, seed=number)
            driver.execute("INSERT INTO texts VALUES (?, ?)", (one.sha256, one.text))
            driver.execute(
                "INSERT INTO articles VALUES (?, '', 0, ?, ?, ?, ?, '', '', '', '', '')",
                (name, one.title, one.sha256, len(one.text), one.source),
            )
            driver.executemany(
                "INSERT INTO annotations VALUES (?, '', 0, ?, 'anna', ?, ?, ?, NULL, ?, 0, '')",
                [
                    (
                        f"{number:024x}{at:08x}",
                        name,
                        labels[said.label],
                        said.spans[0].start,
                        said.spans[0].end,
                        said.quote,
                    )
                    for at, said in enumerate(one.annotations)
                ],
            )
    return Project.open(path)


def export_all(articles: int) -> None:
    report = export(project(articles), folder() / "out.jsonl")
    if report.annotations != articles * ANNOTATIONS:
        raise ValueError(report)


def dump_plainly() -> None:
    """Read the same rows with plain sqlite3 and dump them as they are."""
    encoder = msgspec.json.Encoder()
    source, target = project(ARTICLES).path, folder() / "plain.jsonl"
    with closing(sqlite3.connect(source)) as driver, target.open("wb") as out:
        for query in (
            "SELECT articles.*, text FROM articles JOIN texts USING (sha256) ORDER BY id",
            "SELECT * FROM annotations ORDER BY article, start, end",
        ):
            for row in driver.execute(query):
                out.write(encoder.encode(row))
                out.write(b"\n")


def benchmarks() -> Iterator[Benchmark]:
    yield Benchmark(
        "exporting 10,000 articles with 40 annotations each",
        "reading the same rows with plain sqlite3 and dumping them with msgspec",
        lambda: export_all(ARTICLES),
        dump_plainly,
        at_most=2.0,
        pairs=3,
    )
    yield Benchmark(
        "memory for exporting 10,000 articles with 40 annotations each",
        "memory for exporting 1,000",
        lambda: export_all(ARTICLES),
        lambda: export_all(FEW),
        at_most=1.25,
        pairs=2,
        measure=peak,
        unit="MB",
        scale=1e-6,
    )
