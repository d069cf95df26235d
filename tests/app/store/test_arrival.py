"""What was handed in says whose work it touches: a file may hold more than its annotator's own."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.commands import labels
from app.commands.annotations import delete
from app.domain.annotator import Annotator
from app.domain.bundle_report import BundleReport
from app.files.bundle_words import report_words
from app.files.receiving_bundles import receive_bundles
from app.project import Project
from app.queries.article_list import article_list
from app.queries.article_view import annotations_of
from app.queries.label_set import label_set
from app.queries.layer import EVERYTHING, layer_revisions
from app.queries.people import people
from app.store.revision import NO_BODY
from app.store.union import Named
from tests.copies import copy_of, sit
from tests.histories import take
from tests.marked import marked
from tests.projects import mark_up, sit_down


@pytest.fixture
def lead(project: Project) -> Project:
    """Lena's project, in which Anna and Bert have both marked the same article."""
    for name in ("Bert", "Anna"):
        sit_down(project, name)
        mark_up(project, marked("[The minister|actor] said taxes fell."), title="Taxes")
    sit_down(project, "Lena")
    return project


@pytest.fixture
def copy(lead: Project, tmp_path: Path) -> Project:
    """A copy of all of it, in which Anna sits."""
    return sit(copy_of(lead, tmp_path / "copy.galley"), "Anna")


def named(project: Project, name: str) -> Annotator:
    return next(one for one in project.ask(people) if one.name == name)


def handed_in(copy: Project, lead: Project) -> BundleReport:
    """Receive the copy as if Anna had handed it in."""
    copy.close()
    with closing(sqlite3.connect(copy.path)) as file, file:
        seal = ("0" * 64, named(lead, "Anna").id, "in", "2026-01-01T00:00:00+00:00")
        file.execute("INSERT INTO seal VALUES (?, ?, ?, ?)", seal)
    (outcome,) = receive_bundles(lead, [copy.path])
    assert outcome.report is not None, outcome.refused
    return outcome.report


def test_deleting_ones_own_is_nothing_to_be_told(lead: Project, copy: Project) -> None:
    (row,) = copy.ask(article_list, annotator=None)
    for one in copy.ask(annotations_of, article=row.id, annotator=named(copy, "Anna").id):
        copy.perform(delete, annotation=one.id)
    report = handed_in(copy, lead)
    assert (report.new, report.strangers, report.of_the_lead) == (1, {}, {})


def test_deleting_what_somebody_else_said_is_told_with_their_name(
    lead: Project, copy: Project
) -> None:
    (row,) = copy.ask(article_list, annotator=None)
    (berts,) = copy.ask(annotations_of, article=row.id, annotator=named(copy, "Bert").id)
    stated = next(one.revision for one in _known(copy) if one.revision.record == berts.id)
    gone = replace(
        stated,
        parents=(stated.id,),
        person=named(copy, "Anna").id,
        seq=stated.seq + 1,
        deleted=True,
        body=NO_BODY,
    )
    copy.perform(take, stream=[Named(gone.id, gone)], texts=())
    report = handed_in(copy, lead)
    assert report.strangers == {"Bert": 1}


def _known(project: Project) -> list[Named]:
    return project.ask(lambda here: list(layer_revisions(here, EVERYTHING)))


def test_changing_what_is_the_leads_is_told(lead: Project, copy: Project) -> None:
    label = copy.ask(label_set)[0]
    copy.perform(labels.set_guideline, label=label.id, guideline="Whoever speaks.")
    report = handed_in(copy, lead)
    assert (report.strangers, report.of_the_lead) == ({}, {"label": 1})
    assert "labels (1)" in report_words(report)[-1]
