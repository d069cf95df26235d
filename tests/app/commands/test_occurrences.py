"""Marking all occurrences marks exactly what was shown and ticked, in one step."""

from dataclasses import replace

import pytest

from app.commands.annotations import mark
from app.commands.assignments import finish
from app.commands.labels import retire
from app.commands.occurrences import (
    DONE_SINCE,
    GONE,
    MARKED_SINCE,
    OTHER_TEXT,
    mark_all,
)
from app.domain.annotation import Annotation
from app.domain.article import fingerprint
from app.domain.occurrence import Occurrence
from app.domain.span import Span
from app.errors import Refused
from app.project import Project
from app.queries.article_view import annotations_of
from app.queries.label_set import label_set
from tests.projects import add_article, sit_down

TEXT = "Pell met Pell in Pell. Nobody else saw Pell."
OTHER = "The council of Pell met."


def places(article: str, text: str) -> list[Occurrence]:
    starts = [at for at in range(len(text)) if text.startswith("Pell", at)]
    return [Occurrence(article, fingerprint(text), Span(at, at + 4), "Pell") for at in starts]


def said(project: Project, article: str) -> list[Annotation]:
    assert project.person is not None
    return project.ask(annotations_of, article=article, annotator=project.person.id)


@pytest.fixture
def actor(project: Project) -> str:
    sit_down(project)
    return project.ask(label_set)[0].id


def test_all_the_places_are_marked_in_one_step_and_taken_back_in_one(
    project: Project, actor: str
) -> None:
    here, there = add_article(project, TEXT), add_article(project, OTHER)
    ticked = [*places(here, TEXT)[1:], *places(there, OTHER)]
    done = project.perform(mark_all, label=actor, places=ticked)
    assert len(done.made) == 4
    assert not done.skipped
    assert [one.span for one in said(project, here)] == [one.span for one in ticked[:3]]
    assert [one.quote for one in said(project, there)] == ["Pell"]
    step = project.next_undo()
    assert step is not None
    assert step.title == "mark 4 places as actor"
    project.undo()
    assert said(project, here) == said(project, there) == []


def test_what_changed_since_it_was_shown_is_left_alone_and_told(
    project: Project, actor: str
) -> None:
    here, there = add_article(project, TEXT), add_article(project, OTHER)
    first, second, third, fourth = places(here, TEXT)
    project.perform(mark, article=here, label=actor, spans=[first.span])
    project.perform(finish, article=there)
    stale = [
        replace(second, quote="Bell"),
        replace(third, sha256="of another text"),
        replace(third, article="gone"),
    ]
    ticked = [first, *stale, fourth, fourth, *places(there, OTHER)]
    done = project.perform(mark_all, label=actor, places=ticked)
    assert [one.span for one in done.made] == [fourth.span]
    assert done.skipped == {MARKED_SINCE: 2, OTHER_TEXT: 2, GONE: 1, DONE_SINCE: 1}
    assert said(project, there) == []


def test_an_article_shown_as_done_may_be_marked(project: Project, actor: str) -> None:
    there = add_article(project, OTHER)
    project.perform(finish, article=there)
    ticked = [replace(one, done=True) for one in places(there, OTHER)]
    project.perform(mark_all, label=actor, places=ticked)
    assert len(said(project, there)) == 1


def test_what_others_have_marked_stands_in_nobodys_way(project: Project, actor: str) -> None:
    here = add_article(project, TEXT)
    project.perform(mark_all, label=actor, places=places(here, TEXT))
    sit_down(project, "bert")
    assert len(project.perform(mark_all, label=actor, places=places(here, TEXT)).made) == 4


def test_with_nothing_left_to_mark_it_is_refused_with_the_reason(
    project: Project, actor: str
) -> None:
    here = add_article(project, TEXT)
    project.perform(mark_all, label=actor, places=places(here, TEXT))
    with pytest.raises(Refused, match="they are marked already"):
        project.perform(mark_all, label=actor, places=places(here, TEXT))
    with pytest.raises(Refused, match="No place is ticked"):
        project.perform(mark_all, label=actor, places=[])
    beyond = [replace(places(here, TEXT)[0], span=Span(len(TEXT) - 1, len(TEXT) + 1), quote=".")]
    with pytest.raises(Refused, match="the words are others now"):
        project.perform(mark_all, label=actor, places=beyond)


def test_a_retired_label_is_refused(project: Project, actor: str) -> None:
    here = add_article(project, TEXT)
    project.perform(mark, article=here, label=actor, spans=[Span(0, 4)])
    project.perform(retire, label=actor)
    with pytest.raises(Refused, match="retired"):
        project.perform(mark_all, label=actor, places=places(here, TEXT)[1:])
