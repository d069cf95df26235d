"""Copies of a project that are worked in apart, and what one brings to another."""

from pathlib import Path

from sqlalchemy import Connection, select

from app.project import Project
from app.queries.layer import layer_of, layer_revisions, layer_texts
from app.queries.people import people
from app.store.tables import KINDS
from app.store.tables.history import apart
from app.store.transaction import Transaction
from app.store.union import Tally


def copy_of(project: Project, path: Path) -> Project:
    """Return a copy of the whole project, open, in which nobody has sat down."""
    project.copy_to(path)
    return Project.open(path)


def sit(project: Project, name: str) -> Project:
    """Let one of the project's people act in it; return the project."""
    project.person = next(one for one in project.ask(people) if one.name == name)
    return project


def take_in(tx: Transaction, *, other: Project) -> Tally:
    """Take in all that another copy knows."""
    layer = other.ask(layer_of, annotator=None)
    tx.name_step("take in")
    return tx.merge(
        other.ask(lambda here: list(layer_texts(here, layer))),
        other.ask(lambda here: list(layer_revisions(here, layer))),
    )


def bring(other: Project, *, to: Project) -> Tally:
    """Bring all that one copy knows to another."""
    return to.perform(take_in, other=other)


def shown(project: Project) -> dict[str, list[tuple[object, ...]]]:
    """Return what all tables show, but for the names of revisions, and what waits to be decided."""
    return project.ask(_shown)


def _shown(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
    kinds = {kind.name: [one for one in kind.table.c if one.name != "revision"] for kind in KINDS}
    return {
        name: sorted(tuple(map(repr, row)) for row in connection.execute(select(*columns)))
        for name, columns in (kinds | {"apart": list(apart.c)}).items()
    }
