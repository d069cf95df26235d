"""Projects that older Galleys made are kept here for ever, one for each schema, and open for ever.

Beside each file lies what its own Galley exported from it on the day it was made.
"""

import json
import shutil
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from app.domain.assignment import State
from app.exchange import jsonl
from app.project import Project
from app.queries.article_list import article_list
from app.queries.check import check
from app.queries.export_records import export_records
from app.queries.label_set import label_set
from app.queries.people import people
from app.store.schema import SCHEMA, read_header

if TYPE_CHECKING:
    from app.domain.annotator import Annotator

HERE = Path(__file__).parent
KEPT = sorted(HERE.glob("project-*.galley"))

kept = pytest.mark.parametrize("kept", KEPT, ids=lambda path: path.stem)


@pytest.fixture
def file(kept: Path, tmp_path: Path) -> Path:
    """A copy of a kept project."""
    return Path(shutil.copy(kept, tmp_path / "old.galley"))


@pytest.fixture
def said(kept: Path) -> list[dict[str, Any]]:
    """What was exported from it when it was made, one object for each line."""
    lines = kept.with_suffix(".jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def whole(project: Project) -> bool:
    return project.ask(lambda here: list(check(here))) == []


def exported_lines(project: Project) -> list[dict[str, Any]]:
    """Return what is exported from a project now, one object for each line."""
    stream = BytesIO()
    project.ask(lambda here: jsonl.write(export_records(here, annotator=None), stream))
    return [json.loads(line) for line in stream.getvalue().splitlines()]


@kept
def test_an_older_project_opens_and_is_whole(kept: Path, file: Path, tmp_path: Path) -> None:
    project = Project.open(file, backups=tmp_path / "backups")
    assert whole(project)
    project.close()
    assert read_header(file).schema == SCHEMA
    assert read_header(kept).schema == int(kept.stem[-4:])
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == [file.name]


@kept
def test_it_says_what_it_said(file: Path, said: list[dict[str, Any]]) -> None:
    project = Project.open(file)
    now = exported_lines(project)
    project.close()
    assert len(now) == len(said)
    for line, before in zip(now, said, strict=True):
        assert {key: line[key] for key in before} == before


@kept
def test_who_was_done_with_what_is_still_done(file: Path, said: list[dict[str, Any]]) -> None:
    project = Project.open(file)
    finished = {(line["annotator"], line["id"]) for line in said if line["done"]}
    states = {
        (person.name, row.id): row.state
        for person in project.ask(people)
        for row in project.ask(article_list, annotator=person.id)
    }
    project.close()
    assert {states[pair] for pair in finished} == {State.DONE, State.DONE_EMPTY}


@kept
def test_every_step_from_before_the_upgrade_can_be_undone_and_done_again(file: Path) -> None:
    project = Project.open(file)
    end = exported_lines(project)
    persons: list[Annotator | None] = [*reversed(project.ask(people)), None]
    undone = []
    for person in persons:
        project.person = person
        while project.undo() is not None:
            undone.append(person)
        assert whole(project)
    assert exported_lines(project) == []
    assert [label.name for label in project.ask(label_set)] == [
        *("actor", "location", "claim", "denial")
    ]
    for person in reversed(undone):
        project.person = person
        assert project.redo() is not None
    assert whole(project)
    assert exported_lines(project) == end
    project.close()
