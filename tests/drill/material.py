"""The projects and files that drills work on, made afresh from a seed."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

from app.commands.annotations import mark
from app.domain.article import fingerprint
from app.domain.span import Span
from app.errors import Refused
from app.project import Project
from app.queries.article_list import article_list
from app.queries.label_set import label_set
from app.store.revision import Revision, canonical_json, fingerprint_of
from app.store.schema import SCHEMA
from tests.projects import add_article, sit_down

OLDEST = Path(__file__).parents[1] / "files" / "project-0001.galley"

_WORDS = (
    *("the", "minister", "said", "that", "rents", "in", "Gora-Podol", "fell", "while", "unions"),
    *("denied", "it", "“never”", "—", "🙂", "naïve", "Zürich", "ειρήνη", "мир", "سلام", "和平"),
    *("market", "river", "council", "budget", "vote", "harbour"),
)


def prose(chance: Random, words: int) -> str:
    """Return that many words of invented text, in sentences and paragraphs."""
    told = []
    for number in range(words):
        word = chance.choice(_WORDS)
        told.append(word + (chance.choice([". ", ".\n\n"]) if number % 12 == 11 else " "))
    return "".join(told).strip()


def make_project(path: Path, *, seed: int, articles: int = 3, marks: int = 20) -> None:
    """Make a project with articles of about 2 kB, whose annotator is anna, and her annotations."""
    chance = Random(seed)
    project = Project.create(path)
    sit_down(project)
    for number in range(articles):
        add_article(project, prose(chance, 300), title=f"Article {number}")
    here = [(row.id, row.characters) for row in project.ask(article_list, annotator=None)]
    labels = [label.id for label in project.ask(label_set)]
    for _ in range(marks):
        article, characters = chance.choice(here)
        mark_somewhere(project, chance, article, characters, labels)
    project.close()


def mark_somewhere(
    project: Project, chance: Random, article: str, characters: int, labels: list[str]
) -> str | None:
    """Mark a few words at random; return the annotation's id, None where a rule forbids it."""
    start = chance.randrange(max(1, characters - 60))
    span = Span(start, start + chance.randint(1, 60))
    try:
        return project.perform(mark, article=article, label=chance.choice(labels), spans=[span]).id
    except Refused:
        return None


def make_jsonl(path: Path, *, seed: int, articles: int) -> None:
    """Write articles with annotations of two annotators as a file to receive."""
    chance = Random(seed)
    with path.open("w", encoding="utf-8") as file:
        for number in range(articles):
            text = f"{number}. {prose(chance, 200)}"
            starts = [chance.randrange(len(text) - 40) for _ in range(6)]
            spans = [
                {"start": start, "end": start + 12, "label": label}
                for start, label in zip(sorted(set(starts)), ["actor", "claim"] * 3, strict=False)
            ]
            record = {"text": text, "annotator": chance.choice(["anna", "bert"]), "spans": spans}
            file.write(json.dumps(record | {"meta": {"title": f"Received {number}"}}) + "\n")


def make_old_project(path: Path, *, seed: int, articles: int = 300) -> None:
    """Make a project of the first schema with some more articles than the one that is kept."""
    chance = Random(seed)
    path.write_bytes(OLDEST.read_bytes())
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.row_factory = sqlite3.Row
        row = dict(connection.execute("SELECT * FROM articles LIMIT 1").fetchone())
        past = dict(
            connection.execute("SELECT * FROM revisions WHERE id=?", [row["revision"]]).fetchone()
        )
        for number in range(articles):
            _add_old_article(connection, row, past, f"{number}. {prose(chance, 200)}")


def _add_old_article(
    connection: sqlite3.Connection, row: dict[str, object], past: dict[str, object], text: str
) -> None:
    """Add an article as the step that received `row` would have, had it received this text too."""
    sha256 = fingerprint(text)
    record = f"{sha256[:8]}-{sha256[8:12]}-7{sha256[13:16]}-8{sha256[17:20]}-{sha256[20:32]}"
    body = json.loads(str(past["body"])) | {"sha256": sha256, "characters": len(text)}
    told = canonical_json(body).decode()
    revision = Revision(
        record, "article", (), past["person"], int(str(past["seq"])), deleted=False, body=told
    )
    _insert(connection, "texts", {"sha256": sha256, "text": text})
    _insert(connection, "revisions", past | {"id": revision.id, "record": record, "body": told})
    _insert(
        connection,
        "articles",
        row
        | {"id": record, "revision": revision.id, "fingerprint": fingerprint_of(record, told)}
        | {"sha256": sha256, "characters": len(text)},
    )


def _insert(connection: sqlite3.Connection, table: str, row: dict[str, object]) -> None:
    marks = ",".join("?" * len(row))
    connection.execute(f"INSERT INTO {table} ({','.join(row)}) VALUES ({marks})", [*row.values()])


__all__ = ["OLDEST", "SCHEMA", "make_jsonl", "make_old_project", "make_project", "prose"]
