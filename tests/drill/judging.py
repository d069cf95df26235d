"""What a project says, and whether it is whole: the judge of every drill."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from app.errors import FileTrouble, Refused
from app.project import Project
from app.queries.check import check

_SAID = {
    "article": "SELECT sha256, title FROM articles",
    "annotation": (
        'SELECT articles.sha256, annotators.name, labels.name, start, "end", fragments, quote, '
        "annotations.unsure, note FROM annotations JOIN articles ON articles.id = article "
        "JOIN annotators ON annotators.id = annotator JOIN labels ON labels.id = label"
    ),
    "step": "SELECT number, kind, title FROM steps",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """What a project says, apart from ids, and what is wrong with it."""

    said: frozenset[tuple[object, ...]]
    notes: dict[str, str]
    steps: int
    findings: tuple[str, ...]


def standing(path: Path, *, backups: Path | None = None) -> Standing:
    """Open a project as anybody would, look, and close it; raises what opening raises."""
    with closing(Project.open(path, backups=backups)) as project:
        return project.ask(look)


def look(connection: Connection) -> Standing:
    """Return what a project says and what is wrong with it."""
    said = {
        (kind, *row)
        for kind, query in _SAID.items()
        for row in connection.exec_driver_sql(query).all()
    }
    notes = connection.exec_driver_sql("SELECT id, note FROM annotations").all()
    (steps,) = connection.exec_driver_sql("SELECT count(*) FROM steps").one()
    findings = tuple(str(finding) for finding in check(connection))
    return Standing(frozenset(said), dict(notes), steps, findings)


def opened(path: Path, *, backups: Path | None = None) -> tuple[Standing | None, str]:
    """Return what a project says, or None and the sentence with which it was not opened."""
    try:
        there = standing(path, backups=backups)
    except (FileTrouble, Refused) as trouble:
        return None, f"it was not opened: {trouble}"
    except (DatabaseError, UnicodeDecodeError) as error:
        return None, f"it cannot be read: {str(error)[:100]}"
    return there, there.findings[0] if there.findings else ""


def between(now: Standing, before: Standing, after: Standing, *, done: bool) -> str:
    """Return what is wrong where a project stands neither before nor after an act."""
    if now.said == after.said:
        return ""
    if done:
        return "it was said to be done, and is not there"
    return "" if now.said == before.said else "it stands between before and after"


def missing(acts: list[tuple[str, str, str]], before: Standing, now: Standing) -> str:
    """Return which acknowledged acts (word, annotation, note) are not in the project."""
    expected = before.notes | {annotation: note for _, annotation, note in acts}
    gone = [name for name in expected if name not in now.notes]
    if gone:
        return f"{len(gone)} annotations are gone"
    further = now.steps - before.steps - len(acts)
    if further not in (0, 1):
        return f"{len(acts)} acts were acknowledged, and {now.steps - before.steps} are there"
    changed = [name for name, note in expected.items() if now.notes[name] != note]
    new = len(now.notes.keys() - expected.keys())
    if len(changed) + new > further:
        return f"{len(changed)} annotations differ and {new} are new, after {further} further acts"
    return ""
