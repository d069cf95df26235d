"""Who reads what: given, taken back, put into a round, each of it one step."""

import pytest

from app.commands.allotments import allot
from app.domain.allotment import Allotment
from app.errors import Cancelled, Refused
from app.project import Project
from app.store.tables.allotments import ALLOTMENT, allotments
from tests.projects import add_article, sit_down

Pairs = list[tuple[str, str]]


def standing(project: Project) -> list[Allotment]:
    return project.ask(
        lambda here: [
            ALLOTMENT.from_row(row)
            for row in here.execute(allotments.select().order_by(allotments.c.id)).mappings()
        ]
    )


def pairs(project: Project) -> set[tuple[str, str]]:
    return {(one.article, one.annotator) for one in standing(project)}


@pytest.fixture
def wish(project: Project) -> Pairs:
    """Two articles for anna and one for bert."""
    bert, anna = sit_down(project, "bert"), sit_down(project)
    first, second = (add_article(project, text) for text in ("One.", "Two."))
    return [(first, anna.id), (second, anna.id), (second, bert.id)]


def test_articles_are_allotted_in_one_step_and_taken_back_in_one(
    project: Project, wish: Pairs
) -> None:
    assert project.perform(allot, give=wish) == 3
    assert pairs(project) == set(wish)
    step = project.next_undo()
    assert step is not None
    assert step.title == "allot 3 articles"
    assert project.perform(allot, take=wish[:2]) == 2
    assert pairs(project) == set(wish[2:])
    project.undo()
    project.undo()
    assert standing(project) == []


def test_what_is_allotted_already_is_not_allotted_twice(project: Project, wish: Pairs) -> None:
    project.perform(allot, give=wish[:2])
    assert project.perform(allot, give=wish) == 1
    step = project.next_undo()
    assert project.perform(allot, give=wish) == 0
    assert project.next_undo() == step, "nothing was done"


def test_what_was_taken_back_can_be_allotted_again(project: Project, wish: Pairs) -> None:
    for _ in range(2):
        project.perform(allot, give=wish)
        project.perform(allot, take=wish)
    project.perform(allot, give=wish)
    assert pairs(project) == set(wish)


def test_an_article_goes_from_one_to_another_in_one_step(project: Project, wish: Pairs) -> None:
    (first, anna), _, (_, bert) = wish
    project.perform(allot, give=[(first, anna)])
    project.perform(allot, give=[(first, bert)], take=[(first, anna)])
    assert pairs(project) == {(first, bert)}
    project.undo()
    assert pairs(project) == {(first, anna)}


def test_an_allotment_can_be_put_into_another_round(project: Project, wish: Pairs) -> None:
    project.perform(allot, give=wish)
    assert project.perform(allot, give=wish[:1], in_round=2) == 1
    assert {one.round for one in standing(project) if (one.article, one.annotator) == wish[0]} == {
        2
    }
    with pytest.raises(Refused, match="counted from 1"):
        project.perform(allot, give=wish, in_round=0)


def test_nothing_is_allotted_of_what_is_not_there(project: Project, wish: Pairs) -> None:
    article, person = wish[0]
    for pair in ((person, person), (article, article)):
        with pytest.raises(Refused, match="no longer in the project"):
            project.perform(allot, give=[*wish, pair])
    assert standing(project) == []


def test_whoever_calls_it_off_has_allotted_nothing(project: Project, wish: Pairs) -> None:
    with pytest.raises(Cancelled):
        project.perform(allot, give=wish, stopped=lambda: True)
    assert standing(project) == []
