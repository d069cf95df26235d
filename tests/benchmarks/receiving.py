"""What receiving costs: what is read already, a JSONL file, and a folder of plain texts."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

from app.commands.receive import receive
from app.exchange.jsonl import write
from app.exchange.record import ArticleRecord
from app.files.receiving import receive_files
from app.project import Project
from app.store.tables import metadata
from tests.benchmarks.harness import Benchmark
from tests.benchmarks.material import Given, article, folder, new_file
from tests.benchmarks.memory import peak

ARTICLES, FEW = 10_000, 1_000
CHARACTERS = 4_000
SETTINGS = (
    "journal_mode=TRUNCATE",
    "synchronous=FULL",
    "foreign_keys=ON",
    "cell_size_check=ON",
    "temp_store=MEMORY",
    "cache_size=-32000",
)


@cache
def records() -> list[ArticleRecord]:
    return [article(CHARACTERS, 0, seed=number) for number in range(ARTICLES)]


@cache
def texts(number: int) -> Path:
    """A folder of so many plain texts."""
    path = folder() / f"texts-{number}"
    path.mkdir()
    for at, record in enumerate(records()[:number]):
        (path / f"{at:05}.txt").write_text(f"{record.title}\n\n{record.text}")
    return path


@cache
def lines(number: int) -> Path:
    """A JSONL file of so many articles."""
    path = folder() / f"articles-{number}.jsonl"
    with path.open("wb") as stream:
        write(records()[:number], stream)
    return path


def receive_records() -> None:
    with closing(Project.open(new_file("received"))) as project:
        project.perform(receive, files=[Given(records())])


def receive_path(path: Path) -> None:
    with closing(Project.open(new_file("received"))) as project:
        receive_files(project, [path])


@cache
def written() -> dict[str, list[tuple[Any, ...]]]:
    """The rows that receiving the articles writes, table by table."""
    receive_records()
    with closing(sqlite3.connect(folder() / "received.galley")) as driver:
        return {
            table.name: driver.execute(f"SELECT * FROM {table.name}").fetchall()
            for table in metadata.sorted_tables
        }


def write_plainly() -> None:
    """Write the same rows into the same tables, as one transaction."""
    with closing(sqlite3.connect(new_file("plain"), isolation_level=None)) as driver:
        for setting in SETTINGS:
            driver.execute(f"PRAGMA {setting}")
        driver.execute("BEGIN IMMEDIATE")
        for name, rows in written().items():
            if rows:
                places = ", ".join("?" * len(rows[0]))
                driver.executemany(f"INSERT OR IGNORE INTO {name} VALUES ({places})", rows)
        driver.execute("COMMIT")


def read_plainly(path: Path) -> list[str]:
    """Read and decode the same files, and take their fingerprints."""
    result = []
    for file in path.iterdir():
        read = file.read_bytes()
        result.append(hashlib.sha256(read).hexdigest() + read.decode()[:1])
    return result


def plainly_from_texts() -> None:
    read_plainly(texts(ARTICLES))
    write_plainly()


def plainly_from_lines() -> None:
    lines(ARTICLES).read_bytes()
    write_plainly()


def benchmarks() -> Iterator[Benchmark]:
    yield Benchmark(
        "receiving 10,000 articles of 4 kB, read already",
        "writing the same rows with plain sqlite3",
        receive_records,
        write_plainly,
        at_most=3.0,
        pairs=5,
    )
    yield Benchmark(
        "receiving them from a JSONL file",
        "reading it and writing the same rows with plain sqlite3",
        lambda: receive_path(lines(ARTICLES)),
        plainly_from_lines,
        pairs=2,
    )
    yield Benchmark(
        "receiving them from 10,000 plain text files",
        "reading those and writing the same rows with plain sqlite3",
        lambda: receive_path(texts(ARTICLES)),
        plainly_from_texts,
        pairs=2,
    )
    yield Benchmark(
        "memory for receiving 10,000 articles from a JSONL file",
        "memory for receiving 1,000",
        lambda: receive_path(lines(ARTICLES)),
        lambda: receive_path(lines(FEW)),
        at_most=2.0,
        pairs=2,
        measure=peak,
        unit="MB",
        scale=1e-6,
    )
