"""Who annotates is known by a name that nobody can mistake."""

from dataclasses import replace

import pytest

from app.commands.annotators import add, appoint, clean_name, join, rename
from app.domain.annotator import NAME_LIMIT, Annotator, Role
from app.errors import Refused
from app.project import Project
from app.queries.people import people


def test_whoever_joins_is_there_once_however_the_name_is_written(project: Project) -> None:
    anna = project.perform(join, name="Anna Müller")
    assert project.perform(join, name="  anna mu\u0308ller ") == anna
    assert project.ask(people) == [anna]


def test_people_come_in_the_order_in_which_they_joined(project: Project) -> None:
    for name in ("Zoë", "آنا", "Bert"):
        project.perform(join, name=name)
    assert [one.name for one in project.ask(people)] == ["Zoë", "آنا", "Bert"]


@pytest.mark.parametrize("name", ["", "  ", "\u00a0"])
def test_a_name_is_needed(name: str) -> None:
    with pytest.raises(Refused, match="An annotator needs a name"):
        clean_name(name)


@pytest.mark.parametrize(
    "name",
    [
        *("an\u202ena", "an\u200bna", "an\nna", "an\x00na", "an\u2028na", "an\ud83dna"),
        *("an\u200cna", "علی\u200c رضا", "\u200dعلی", "علی\u200c\u200cرضا"),
    ],
)
def test_a_name_that_hides_something_is_refused(name: str) -> None:
    with pytest.raises(Refused, match="invisible characters"):
        clean_name(name)


@pytest.mark.parametrize("name", ["علی\u200cرضا", "سیّد محمد\u200cرضا", "ශ්\u200dරී"])
def test_a_joiner_that_shows_in_how_a_name_is_written_belongs_to_it(
    project: Project, name: str
) -> None:
    assert project.perform(join, name=name).name == name


def test_a_name_has_an_end() -> None:
    assert clean_name("x" * NAME_LIMIT) == "x" * NAME_LIMIT
    with pytest.raises(Refused, match=f"may have {NAME_LIMIT} characters; this one has 101"):
        clean_name("x" * 101)


@pytest.mark.parametrize("name", ["gold", "Gold", " GOLD "])
def test_gold_is_kept_for_what_is_settled_later(name: str) -> None:
    with pytest.raises(Refused, match="is kept for what is settled later"):
        clean_name(name)


def test_a_refused_name_is_not_added(project: Project) -> None:
    with pytest.raises(Refused):
        project.perform(join, name="gold")
    assert project.ask(people) == []


def test_the_first_to_sit_down_leads(project: Project) -> None:
    roles = [project.perform(join, name=name).role for name in ("anna", "bert")]
    assert roles == [Role.LEAD, Role.ANNOTATOR]


def test_whoever_a_file_names_leads_nothing(project: Project) -> None:
    here: dict[str, Annotator] = {}
    assert project.perform(join, name="anna", here=here).role is Role.ANNOTATOR


def test_a_name_changes_and_the_person_stays(project: Project) -> None:
    anna = project.perform(join, name="anna")
    project.perform(rename, annotator=anna.id, name="Anna Bell")
    assert project.ask(people) == [replace(anna, name="Anna Bell")]
    project.undo()
    assert project.ask(people) == [anna]


def test_a_name_may_be_written_otherwise_but_not_be_somebody_elses(project: Project) -> None:
    anna = project.perform(join, name="anna")
    project.perform(add, name="Bert")
    for verb in (
        lambda: project.perform(rename, annotator=anna.id, name="BERT"),
        lambda: project.perform(add, name=" bert"),
    ):
        with pytest.raises(Refused, match="somebody of the name Bert"):
            verb()
    with pytest.raises(Refused, match="kept for what is settled"):
        project.perform(rename, annotator=anna.id, name="gold")
    assert project.perform(rename, annotator=anna.id, name="Anna").name == "Anna"


def test_only_a_lead_appoints_and_one_always_leads(project: Project) -> None:
    anna, bert = (project.perform(join, name=name) for name in ("anna", "bert"))
    project.person = bert
    with pytest.raises(Refused, match="for anna to say"):
        project.perform(appoint, annotator=bert.id, role=Role.LEAD)
    project.person = anna
    with pytest.raises(Refused, match="anna is the only lead"):
        project.perform(appoint, annotator=anna.id, role=Role.ANNOTATOR)
    project.perform(appoint, annotator=bert.id, role=Role.LEAD)
    project.perform(appoint, annotator=anna.id, role=Role.ANNOTATOR)
    assert [one.role for one in project.ask(people)] == [Role.ANNOTATOR, Role.LEAD]
