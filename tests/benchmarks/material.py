"""What the benchmarks work on: made-up articles and annotations, the same in every run."""

import atexit
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from shutil import copyfile
from tempfile import TemporaryDirectory

from app.commands.receive import receive
from app.domain.article import fingerprint
from app.domain.span import Span
from app.exchange.record import AnnotationRecord, ArticleRecord
from app.project import Project

WORDS = (
    *("the", "minister", "said", "that", "taxes", "in", "Lorn", "fell", "again", "while"),
    *("officials", "denied", "every", "claim", "about", "gates", "drones", "harbours", "and"),
    *("skippers", "of", "the", "Upper-Quay"),
)
LABELS = ("actor", "location", "claim", "denial")
LENGTHS = (8, 12, 20, 80, 200)
ANNOTATOR = "Anna"


@dataclass(frozen=True, slots=True)
class Given:
    """Records as a file that was read."""

    articles: Sequence[ArticleRecord]
    name: str = "given.jsonl"
    holds_one: bool = False

    def records(self) -> Iterator[ArticleRecord]:
        yield from self.articles


@cache
def folder() -> Path:
    """A folder for the run's own files; it goes when the run ends."""
    made = TemporaryDirectory(prefix="galley-bench-")
    atexit.register(made.cleanup)
    return Path(made.name)


@cache
def _template() -> Path:
    path = folder() / "template.galley"
    Project.create(path).close()
    return path


def new_file(name: str) -> Path:
    """Put a new project's file into the folder, in place of one of that name."""
    path = folder() / f"{name}.galley"
    copyfile(_template(), path)
    return path


def article_text(characters: int, *, seed: int) -> str:
    """Return a text of so many characters, in paragraphs as articles have them."""
    chance = Random(seed)
    paragraphs: list[str] = []
    length = 0
    while length < characters:
        words = " ".join(chance.choices(WORDS, k=70))
        paragraphs.append(f"{words.capitalize()}.\n\n")
        length += len(paragraphs[-1])
    return "".join(paragraphs)[: characters - 1] + "\n"


def article(characters: int, annotations: int, *, seed: int, title: str = "") -> ArticleRecord:
    """Return an article with so many annotations strewn over it, none of them twice."""
    text = article_text(characters, seed=seed)
    chance = Random(seed)
    strewn: dict[tuple[str, int, int], AnnotationRecord] = {}
    while len(strewn) < annotations:
        start = chance.randrange(characters - LENGTHS[-1])
        end = start + chance.choice(LENGTHS)
        label = chance.choice(LABELS)
        strewn[label, start, end] = AnnotationRecord(label, (Span(start, end),), text[start:end])
    return ArticleRecord(
        text=text,
        title=title or f"Article {seed}",
        source="The Lorn Courier",
        sha256=fingerprint(text),
        annotator=ANNOTATOR if annotations else "",
        annotations=tuple(strewn.values()),
        where=f"line {seed}",
    )


def stocked(name: str, articles: Sequence[ArticleRecord]) -> Path:
    """Return the file of a new project that has received these articles."""
    path = new_file(name)
    with closing(Project.open(path)) as project:
        (report,) = project.perform(receive, files=[Given(articles)])
        if report.refused:
            raise ValueError(report.refused)
    return path
