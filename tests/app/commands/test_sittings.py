"""How long somebody was at work: kept beside the history of what they did on purpose."""

import pytest

from app.commands.sittings import keep
from app.errors import Refused
from app.project import Project
from app.queries.check import check
from app.queries.time_spent import time_spent
from tests.marked import marked
from tests.projects import mark_up, sit_down

DAY = "2031-05-17"


def test_sittings_add_up_and_undo_passes_over_them(project: Project) -> None:
    anna = sit_down(project)
    (said,) = mark_up(project, marked("[Ada Ruiz|actor] spoke."))
    for seconds in (40, 2):
        project.perform(keep, article=said.article, seconds=seconds, day=DAY)
    assert project.ask(time_spent, annotator=anna.id) == {said.article: 42}
    step = project.next_undo()
    assert step is not None
    assert step.title == "mark as actor"
    project.undo()
    assert project.ask(time_spent, annotator=anna.id) == {said.article: 42}
    step = project.next_redo()
    assert step is not None
    assert step.title == "mark as actor"


def test_time_is_no_reason_to_keep_an_article_that_is_taken_back(project: Project) -> None:
    anna = sit_down(project)
    (said,) = mark_up(project, marked("[Ada Ruiz|actor] spoke."))
    project.perform(keep, article=said.article, seconds=40, day=DAY)
    project.undo()
    project.undo()
    assert project.ask(time_spent, annotator=anna.id) == {}
    project.redo()
    assert project.ask(time_spent, annotator=anna.id) == {said.article: 40}
    assert list(project.ask(lambda here: list(check(here)))) == []


def test_a_sitting_takes_time(project: Project) -> None:
    sit_down(project)
    (said,) = mark_up(project, marked("[Ada Ruiz|actor] spoke."))
    with pytest.raises(Refused, match="takes a second"):
        project.perform(keep, article=said.article, seconds=0, day=DAY)
