"""How far one is: said once, true until something changes, and taken back at will."""

import pytest

from app.commands.annotations import delete, mark, set_note
from app.commands.assignments import finish, reopen
from app.domain.assignment import State
from app.domain.span import Span
from app.errors import Refused
from app.project import Project
from app.queries.article_list import article_list
from app.queries.label_set import label_set
from tests.marked import marked
from tests.projects import add_article, mark_up, sit_down

ARTICLE = marked("[Ada Ruiz|actor] said [rents rose|claim].")


def state(project: Project, here: str) -> State:
    assert project.person is not None
    (row,) = project.ask(article_list, annotator=project.person.id, only=here)
    return row.state


def test_work_goes_from_to_do_to_begun_to_done(project: Project) -> None:
    sit_down(project)
    here = add_article(project, ARTICLE.text)
    states = [state(project, here)]
    actor = project.ask(label_set)[0].id
    project.perform(mark, article=here, label=actor, spans=[Span(0, 8)])
    states.append(state(project, here))
    project.perform(finish, article=here)
    states.append(state(project, here))
    project.perform(reopen, article=here)
    states.append(state(project, here))
    assert states == [State.TO_DO, State.BEGUN, State.DONE, State.BEGUN]


def test_done_with_nothing_to_mark_is_a_fact_of_its_own(project: Project) -> None:
    sit_down(project)
    here = add_article(project, ARTICLE.text)
    project.perform(finish, article=here)
    assert state(project, here) is State.DONE_EMPTY
    project.perform(reopen, article=here)
    assert state(project, here) is State.TO_DO


def test_whatever_changes_a_done_article_shows(project: Project) -> None:
    sit_down(project)
    actor, _ = mark_up(project, ARTICLE)
    here = actor.article
    label = project.ask(label_set)[3].id
    project.perform(finish, article=here)
    for change in (
        lambda: project.perform(set_note, annotation=actor.id, note="hm"),
        lambda: project.perform(delete, annotation=actor.id),
        lambda: project.perform(mark, article=here, label=label, spans=[Span(0, 3)]),
    ):
        assert state(project, here) is State.DONE
        change()
        assert state(project, here) is State.CHANGED_SINCE
        project.undo()
    assert state(project, here) is State.DONE


def test_deleting_all_of_a_done_article_is_not_done_empty(project: Project) -> None:
    sit_down(project)
    actor, claim = mark_up(project, ARTICLE)
    project.perform(finish, article=actor.article)
    project.perform(delete, annotation=actor.id)
    project.perform(delete, annotation=claim.id)
    assert state(project, actor.article) is State.CHANGED_SINCE


def test_finishing_again_takes_the_changes_in(project: Project) -> None:
    sit_down(project)
    actor, _ = mark_up(project, ARTICLE)
    project.perform(finish, article=actor.article)
    project.perform(delete, annotation=actor.id)
    project.perform(finish, article=actor.article)
    assert state(project, actor.article) is State.DONE


def test_finishing_twice_is_one_step(project: Project) -> None:
    sit_down(project)
    here = add_article(project, ARTICLE.text)
    project.perform(finish, article=here)
    step = project.next_undo()
    project.perform(finish, article=here)
    assert project.next_undo() == step
    project.undo()
    assert state(project, here) is State.TO_DO


def test_everybody_finishes_for_themselves(project: Project) -> None:
    anna = sit_down(project, "anna")
    actor, _ = mark_up(project, ARTICLE)
    project.perform(finish, article=actor.article)
    sit_down(project, "bert")
    assert state(project, actor.article) is State.TO_DO
    project.perform(finish, article=actor.article)
    assert state(project, actor.article) is State.DONE_EMPTY
    project.person = anna
    assert state(project, actor.article) is State.DONE


def test_nobody_finishes_nothing(project: Project) -> None:
    here = add_article(project, ARTICLE.text)
    with pytest.raises(Refused, match="Nobody has said who annotates"):
        project.perform(finish, article=here)
    sit_down(project)
    for command in (finish, reopen):
        with pytest.raises(Refused, match="This article is no longer in the project"):
            project.perform(command, article="gone")
