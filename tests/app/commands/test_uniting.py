"""Two people who are one: all they did becomes one person's, and undo takes it apart again."""

import pytest

from app.commands.allotments import allot
from app.commands.annotations import mark, set_note
from app.commands.annotators import appoint
from app.commands.assignments import finish
from app.commands.sittings import keep
from app.commands.uniting import unite
from app.domain.annotator import Annotator, Role
from app.domain.assignment import State
from app.domain.span import Span
from app.errors import Refused
from app.project import Project
from app.queries.article_list import article_list
from app.queries.article_view import annotations_of
from app.queries.check import check
from app.queries.label_set import label_set
from app.queries.people import people
from app.store.tables.sittings import sittings
from tests.projects import add_article, sit_down

TEXT = "Ada Ruiz said rents rose."


def said(project: Project, here: str, person: Annotator) -> list[tuple[str, str]]:
    found = project.ask(annotations_of, article=here, annotator=person.id)
    return [(one.quote, one.note) for one in found]


def state(project: Project, here: str, person: Annotator) -> State:
    (row,) = project.ask(article_list, annotator=person.id, only=here)
    return row.state


def put(project: Project, here: str, end: int, note: str = "") -> None:
    made = project.perform(
        mark, article=here, label=project.ask(label_set)[0].id, spans=[Span(0, end)]
    )
    if note:
        project.perform(set_note, annotation=made.id, note=note)


@pytest.fixture
def here(project: Project) -> str:
    sit_down(project)
    return add_article(project, TEXT)


def test_everything_passes_over_and_comes_back(project: Project, here: str) -> None:
    twin = sit_down(project, "anna b.")
    put(project, here, 3, "the twin's")
    put(project, here, 8)
    project.perform(finish, article=here)
    project.perform(keep, article=here, seconds=40, day="2031-05-17")
    anna = sit_down(project)
    put(project, here, 3, "mine")
    project.perform(finish, article=here)
    project.perform(allot, give=[(here, twin.id)])
    project.perform(unite, annotator=twin.id, into=anna.id)
    assert project.ask(people) == [anna]
    assert said(project, here, anna) == [("Ada Ruiz", ""), ("Ada", "mine\nthe twin's")]
    assert state(project, here, anna) is State.DONE
    owners = project.ask(lambda it: it.execute(sittings.select()).mappings().all())
    assert [row["annotator"] for row in owners] == [anna.id]
    assert list(project.ask(lambda it: list(check(it)))) == []
    project.undo()
    assert project.ask(people) == [anna, twin]
    assert said(project, here, twin) == [("Ada Ruiz", ""), ("Ada", "the twin's")]
    assert state(project, here, twin) is State.DONE
    assert list(project.ask(lambda it: list(check(it)))) == []


def test_what_only_one_of_the_two_did_is_done(project: Project, here: str) -> None:
    twin = sit_down(project, "anna b.")
    put(project, here, 3)
    project.perform(finish, article=here)
    anna = sit_down(project)
    project.perform(unite, annotator=twin.id, into=anna.id)
    assert state(project, here, anna) is State.DONE


def test_what_one_of_the_two_has_only_begun_is_not_done(project: Project, here: str) -> None:
    twin = sit_down(project, "anna b.")
    put(project, here, 3)
    anna = sit_down(project)
    put(project, here, 8)
    project.perform(finish, article=here)
    project.perform(unite, annotator=twin.id, into=anna.id)
    assert state(project, here, anna) is State.BEGUN


def test_what_was_changed_since_it_was_done_stays_so(project: Project, here: str) -> None:
    twin = sit_down(project, "anna b.")
    put(project, here, 3)
    project.perform(finish, article=here)
    put(project, here, 8)
    anna = sit_down(project)
    project.perform(unite, annotator=twin.id, into=anna.id)
    assert state(project, here, anna) is State.CHANGED_SINCE


def test_nobody_is_united_with_themselves_or_from_under_their_own_hands(
    project: Project, here: str
) -> None:
    anna, twin = sit_down(project), sit_down(project, "anna b.")
    with pytest.raises(Refused, match="one person already"):
        project.perform(unite, annotator=anna.id, into=anna.id)
    with pytest.raises(Refused, match=r"anna b\. is at work here\. Annotate as anna first"):
        project.perform(unite, annotator=twin.id, into=anna.id)
    assert project.ask(people) == [anna, twin]


def test_a_lead_stays_one(project: Project, here: str) -> None:
    anna, twin = sit_down(project), sit_down(project, "anna b.")
    assert (anna.role, twin.role) == (Role.LEAD, Role.ANNOTATOR)
    assert project.perform(unite, annotator=anna.id, into=twin.id).role is Role.LEAD
    with pytest.raises(Refused, match=r"anna b\. is the only lead"):
        project.perform(appoint, annotator=twin.id, role=Role.ANNOTATOR)
