"""Undo and redo: each person's own, through restarts, refused in words where others build on it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.commands.annotations import delete, mark, relabel, set_note
from app.commands.annotators import join
from app.commands.articles import describe
from app.commands.assignments import finish
from app.commands.receive import receive
from app.domain.annotator import Annotator
from app.domain.place import Place
from app.domain.span import Span
from app.errors import Refused
from app.project import Project
from app.queries.article_list import article_list
from app.queries.article_view import annotations_of, article
from app.queries.check import check
from app.queries.label_set import label_set
from app.queries.people import people
from app.store.transaction import Transaction
from tests.marked import marked
from tests.projects import Received, add_article, mark_up, sit_down

ARTICLE = marked("[Ada Ruiz|actor] said [rents rose|claim] in [Gora-Podol|location].")


def quotes(project: Project) -> list[str]:
    """Return all words that are marked, whoever marked them, wherever."""
    return [
        one.quote
        for row in project.ask(article_list, annotator=None)
        for person in project.ask(people)
        for one in project.ask(annotations_of, article=row.id, annotator=person.id)
    ]


def titled(project: Project, here: str, title: str) -> None:
    project.perform(
        describe, article=here, title=title, source="", url="", published="", language=""
    )


def title_of(project: Project, here: str) -> str:
    found = project.ask(article, article=here)
    assert found is not None
    return found.title


def turn(project: Project, person: Annotator) -> None:
    project.person = person


def is_whole(project: Project) -> bool:
    return project.ask(lambda here: list(check(here))) == []


def test_steps_are_taken_back_newest_first_and_done_again_oldest_first(project: Project) -> None:
    sit_down(project)
    mark_up(project, ARTICLE)
    assert quotes(project) == ["Ada Ruiz", "rents rose", "Gora-Podol"]
    project.undo()
    project.undo()
    assert quotes(project) == ["Ada Ruiz"]
    project.redo()
    assert quotes(project) == ["Ada Ruiz", "rents rose"]
    project.redo()
    assert quotes(project) == ["Ada Ruiz", "rents rose", "Gora-Podol"]
    assert project.redo() is None
    assert is_whole(project)


def test_undo_brings_back_the_very_same_annotation(project: Project) -> None:
    sit_down(project)
    (first, *_) = mark_up(project, ARTICLE)
    noted = project.perform(set_note, annotation=first.id, note="the minister?")
    project.perform(delete, annotation=first.id)
    project.undo()
    assert noted in project.ask(annotations_of, article=first.article, annotator=first.annotator)


def test_the_menu_says_what_would_be_undone_and_done_again(project: Project) -> None:
    sit_down(project)
    (first, *_) = mark_up(project, ARTICLE)
    labels = {label.name: label.id for label in project.ask(label_set)}
    project.perform(relabel, annotation=first.id, label=labels["location"])
    step = project.next_undo()
    assert step is not None
    assert step.title == "relabel as location"
    project.undo()
    again, before = project.next_redo(), project.next_undo()
    assert again is not None
    assert before is not None
    assert (again.title, before.title) == ("relabel as location", "mark as location")


def test_a_new_act_ends_what_could_be_done_again(project: Project) -> None:
    sit_down(project)
    (first, *_) = mark_up(project, ARTICLE)
    project.undo()
    project.perform(set_note, annotation=first.id, note="new")
    assert project.next_redo() is None
    assert project.redo() is None
    assert quotes(project) == ["Ada Ruiz", "rents rose"]


def test_history_outlives_closing_and_opening(
    project: Project, open_project: Callable[[Path], Project]
) -> None:
    person = sit_down(project)
    mark_up(project, ARTICLE)
    project.undo()
    project.close()
    again = open_project(project.path)
    again.person = person
    assert quotes(again) == ["Ada Ruiz", "rents rose"]
    again.undo()
    again.undo()
    assert quotes(again) == []
    for _ in range(3):
        again.redo()
    assert quotes(again) == ["Ada Ruiz", "rents rose", "Gora-Podol"]
    assert is_whole(again)


def test_undo_goes_to_the_place_and_tells_as_doing_did(project: Project) -> None:
    sit_down(project)
    first, *_ = mark_up(project, ARTICLE)
    told: list[object] = []
    project.listen(told.append)
    project.perform(delete, annotation=first.id)
    undone = project.undo()
    done_again = project.redo()
    assert told == [told[0], undone, done_again]
    for changes in told:
        assert changes == told[0]
    assert undone is not None
    assert undone.kinds == {"annotation"}
    assert undone.ids == {first.id}
    assert undone.articles == {first.article}
    assert undone.place == Place(first.article, Span(0, 8), first.id)


def test_everybody_takes_back_their_own_steps_only(project: Project) -> None:
    anna = sit_down(project, "anna")
    mark_up(project, ARTICLE)
    bert = sit_down(project, "bert")
    mark_up(project, marked("[Nobody|actor] came."))
    turn(project, anna)
    project.undo()
    assert quotes(project) == ["Ada Ruiz", "rents rose", "Nobody"]
    turn(project, bert)
    project.undo()
    assert quotes(project) == ["Ada Ruiz", "rents rose"]


def test_what_somebody_else_changed_since_stays_and_the_refusal_names_them(
    project: Project,
) -> None:
    anna = sit_down(project, "anna")
    here = add_article(project, "Some text.", title="First")
    titled(project, here, "Second")
    bert = sit_down(project, "bert")
    titled(project, here, "Third")
    turn(project, anna)
    with pytest.raises(Refused, match="The article “First” was changed since by bert; it stays"):
        project.undo()
    assert title_of(project, here) == "Third"
    turn(project, bert)
    project.undo()
    turn(project, anna)
    project.undo()
    assert title_of(project, here) == "First"


def test_what_somebody_changed_and_changed_back_counts_as_changed(project: Project) -> None:
    anna = sit_down(project, "anna")
    here = add_article(project, "Some text.", title="First")
    titled(project, here, "Second")
    bert = sit_down(project, "bert")
    titled(project, here, "Third")
    titled(project, here, "Second")
    turn(project, anna)
    with pytest.raises(Refused, match="changed since by bert"):
        project.undo()
    turn(project, bert)
    project.undo()
    project.undo()
    turn(project, anna)
    project.undo()
    assert title_of(project, here) == "First"


def test_what_somebody_else_changed_since_is_not_done_again(project: Project) -> None:
    anna = sit_down(project, "anna")
    here = add_article(project, "Some text.", title="First")
    titled(project, here, "Second")
    project.undo()
    bert = sit_down(project, "bert")
    titled(project, here, "Third")
    turn(project, anna)
    with pytest.raises(Refused, match="changed since by bert"):
        project.redo()
    turn(project, bert)
    project.undo()
    turn(project, anna)
    project.redo()
    assert title_of(project, here) == "Second"


def test_receiving_is_not_taken_back_while_work_stands_on_it(project: Project) -> None:
    anna = sit_down(project, "anna")
    here = add_article(project, "Nobody came.")
    bert = sit_down(project, "bert")
    actor = project.ask(label_set)[0].id
    project.perform(mark, article=here, label=actor, spans=[Span(0, 6)])
    turn(project, anna)
    with pytest.raises(Refused, match="“receive articles” stays: later work refers to"):
        project.undo()
    assert quotes(project) == ["Nobody"]
    turn(project, bert)
    project.undo()
    turn(project, anna)
    project.undo()
    assert project.ask(article_list, annotator=None) == []
    assert is_whole(project)


def test_nor_while_work_stands_that_was_deleted_and_could_come_back(project: Project) -> None:
    anna = sit_down(project, "anna")
    here = add_article(project, "Nobody came.")
    bert = sit_down(project, "bert")
    actor = project.ask(label_set)[0].id
    said = project.perform(mark, article=here, label=actor, spans=[Span(0, 6)])
    project.perform(delete, annotation=said.id)
    turn(project, anna)
    with pytest.raises(Refused, match="later work refers to"):
        project.undo()
    turn(project, bert)
    project.undo()
    assert quotes(project) == ["Nobody"]


def test_work_on_an_article_that_is_gone_is_not_done_again(project: Project) -> None:
    anna = sit_down(project, "anna")
    here = add_article(project, "Nobody came.")
    bert = sit_down(project, "bert")
    actor = project.ask(label_set)[0].id
    project.perform(mark, article=here, label=actor, spans=[Span(0, 6)])
    project.undo()
    turn(project, anna)
    project.undo()
    turn(project, bert)
    with pytest.raises(Refused, match="what it refers to is no longer in the project"):
        project.redo()
    turn(project, anna)
    project.redo()
    turn(project, bert)
    project.redo()
    assert quotes(project) == ["Nobody"]
    assert is_whole(project)


def test_a_person_is_not_taken_back_while_anything_they_did_stands(project: Project) -> None:
    here = add_article(project, "Some text.", title="First")
    bert = sit_down(project, "bert")
    titled(project, here, "Second")
    project.person = None
    with pytest.raises(Refused, match="“add bert” stays"):
        project.undo()
    turn(project, bert)
    project.undo()
    project.person = None
    project.undo()
    assert project.ask(people) == []


def test_whoever_was_taken_back_gives_their_name_again(project: Project) -> None:
    here = add_article(project, "Some text.")
    bert = sit_down(project, "bert")
    project.person = None
    project.undo()
    turn(project, bert)
    with pytest.raises(Refused, match="bert is not one of the project's annotators any more"):
        project.perform(finish, article=here)


def test_receiving_thousands_is_taken_back_in_one_step(project: Project) -> None:
    sit_down(project)
    records = tuple(
        marked(f"Article {number}.").record(title=f"{number}") for number in range(1500)
    )
    project.perform(receive, files=[Received("many.jsonl", records)])
    before = project.ask(article_list, annotator=None)
    undone = project.undo()
    assert undone is not None
    assert undone.ids is None
    assert undone.concerns_article(before[0].id)
    assert project.ask(article_list, annotator=None) == []
    project.redo()
    assert project.ask(article_list, annotator=None) == before
    assert is_whole(project)


def test_adding_a_person_and_receiving_for_them_are_taken_back_together(project: Project) -> None:
    sit_down(project, "anna")
    record = ARTICLE.record(annotator="bert", done=True)
    project.perform(receive, files=[Received("bert.jsonl", (record,))])
    assert [one.name for one in project.ask(people)] == ["anna", "bert"]
    project.undo()
    assert [one.name for one in project.ask(people)] == ["anna"]
    assert project.ask(article_list, annotator=None) == []
    project.redo()
    assert quotes(project) == ["Ada Ruiz", "rents rose", "Gora-Podol"]


def test_in_a_project_where_nothing_was_done_there_is_nothing_to_undo(project: Project) -> None:
    told: list[object] = []
    project.listen(told.append)
    assert project.undo() is None
    assert project.redo() is None
    assert told == []


def test_joining_twice_is_no_second_step(project: Project) -> None:
    first = project.perform(join, name="Anna")
    step = project.next_undo()
    assert project.perform(join, name=" anna ") == first
    assert project.next_undo() == step


def test_a_step_is_whose_it_was_when_it_began(project: Project) -> None:
    ben, anna = sit_down(project, "ben"), sit_down(project, "anna")

    def join_while_ben_sits_down(tx: Transaction) -> None:
        join(tx, name="carla")
        project.person = ben

    project.perform(join_while_ben_sits_down)
    assert is_whole(project)
    project.person = anna
    step = project.next_undo()
    assert step is not None
    assert step.title == "add carla"
