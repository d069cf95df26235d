"""What goes along with one annotator: what is theirs now, and nothing that is somebody else's."""

import pytest

from app.commands.allotments import allot
from app.commands.annotations import delete, set_note
from app.commands.uniting import unite
from app.domain.annotator import Annotator
from app.project import Project
from app.queries.hand_over import hand_over
from app.queries.layer import layer_of, layer_revisions
from app.queries.people import people
from tests.marked import marked
from tests.projects import add_article, mark_up, sit_down

TITLES = ("One", "Two", "Three")
TAXES = {
    "Bert": marked("[The minister|actor] said [taxes fell|claim]."),
    "Anna": marked("[The|actor] minister said [taxes fell|claim]."),
}


@pytest.fixture
def lead(project: Project) -> Project:
    """Lena's project, in which Bert and Anna have marked the same article."""
    for name in ("Bert", "Anna"):
        sit_down(project, name)
        first, _ = mark_up(project, TAXES[name], title="Taxes")
        project.perform(set_note, annotation=first.id, note=f"{name} wonders")
    sit_down(project, "Lena")
    return project


def named(project: Project, name: str) -> Annotator:
    return next(one for one in project.ask(people) if one.name == name)


def said(project: Project, name: str) -> str:
    """All that the revisions say that go along with somebody."""
    layer = project.ask(layer_of, annotator=named(project, name).id)
    found = project.ask(lambda here: list(layer_revisions(here, layer)))
    return " ".join(one.revision.body for one in found)


def titles(project: Project, name: str) -> set[str]:
    layer = project.ask(layer_of, annotator=named(project, name).id)
    found = project.ask(lambda here: list(layer_revisions(here, layer)))
    bodies = [one.revision.body for one in found if one.revision.kind == "article"]
    return {title for title in ("Taxes", *TITLES) if f'"{title}"' in " ".join(bodies)}


def test_what_was_somebodys_only_for_a_moment_goes_not_along_with_them(lead: Project) -> None:
    anna = named(lead, "Anna")
    lead.perform(unite, annotator=anna.id, into=named(lead, "Bert").id)
    assert "Anna wonders" in said(lead, "Bert")
    lead.undo()
    assert anna.id not in said(lead, "Bert")
    assert "Anna wonders" not in said(lead, "Bert")
    assert "Anna wonders" in said(lead, "Anna")


def test_what_somebody_deleted_goes_along_with_them_alone(lead: Project) -> None:
    anna = sit_down(lead, "Anna")
    made = mark_up(lead, marked("[Rents|claim] rose."), title="Rents")[0]
    lead.perform(delete, annotation=made.id)
    for name, goes in (("Anna", True), ("Bert", False)):
        layer = lead.ask(layer_of, annotator=named(lead, name).id)
        assert layer.holds("annotation", made.id) is goes
    assert anna.id not in said(lead, "Bert")


def test_articles_that_were_taken_back_stay_here_and_are_not_counted(lead: Project) -> None:
    cara = sit_down(lead, "Cara")
    sit_down(lead, "Lena")
    one, two, three = (add_article(lead, f"{name} text.", title=name) for name in TITLES)
    anna = named(lead, "Anna").id
    lead.perform(allot, give=[(one, cara.id), (two, cara.id), (three, anna)])
    lead.perform(allot, take=[(two, cara.id)])
    assert titles(lead, "Cara") == {"One"}
    assert lead.ask(hand_over, annotator=cara.id).articles == 1
    lead.perform(allot, take=[(one, cara.id)])
    assert titles(lead, "Cara") == set()
    assert lead.ask(hand_over, annotator=cara.id).articles == 0
    assert titles(lead, "Anna") == {"Taxes", "Three"}
