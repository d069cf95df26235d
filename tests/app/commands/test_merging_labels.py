"""Two labels become one: every annotation follows, and so do twins and what is done."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.commands import annotations, labels
from app.commands.assignments import finish
from app.commands.receive import receive
from app.domain.annotation import Annotation
from app.domain.assignment import State
from app.domain.label import Label
from app.domain.span import Span
from app.errors import Refused
from app.exchange.record import AnnotationRecord, ArticleRecord
from app.project import Project
from app.queries.article_list import article_list
from app.queries.article_view import annotations_of
from app.queries.check import check
from app.queries.label_set import label_set
from app.queries.label_use import LabelUse, label_use, merge_effect
from tests.marked import marked
from tests.projects import Received, add_article, mark_up, sit_down

ARTICLE = marked(
    "[Ada Ruiz|actor] [denied it|denial]: "
    "“[Rents|claim#q],” she said, “[fell|claim#q].” [No|claim]."
)


def named(project: Project, name: str) -> Label:
    return next(label for label in project.ask(label_set) if label.name == name)


def merge(project: Project, label: str, into: str) -> int:
    return project.perform(
        labels.merge, label=named(project, label).id, into=named(project, into).id
    )


def said(project: Project, name: str = "anna") -> list[tuple[str, str]]:
    """Return what somebody says about the one article: label and quote."""
    person = sit_down(project, name)
    known = {label.id: label.name for label in project.ask(label_set)}
    here = add_article(project, ARTICLE.text)
    mine = project.ask(annotations_of, article=here, annotator=person.id)
    return [(known[one.label], one.quote) for one in mine]


def twin(project: Project, words: str, label: str) -> Annotation:
    """Mark words a second time, with another label."""
    return project.perform(
        annotations.mark,
        article=add_article(project, ARTICLE.text),
        label=named(project, label).id,
        spans=[ARTICLE.span(words)],
    )


def test_every_annotators_annotations_follow_and_one_undo_brings_all_back(project: Project) -> None:
    for name in ("anna", "bert"):
        sit_down(project, name)
        mark_up(project, ARTICLE)
    before = {name: said(project, name) for name in ("anna", "bert")}
    assert merge(project, "claim", "denial") == 4
    for name in ("anna", "bert"):
        renamed = [("denial" if label == "claim" else label, q) for label, q in before[name]]
        assert said(project, name) == renamed
    assert [label.name for label in project.ask(label_set)] == ["actor", "location", "denial"]
    assert project.next_undo().title == "merge label claim into denial"
    project.undo()
    assert {name: said(project, name) for name in before} == before
    project.redo()
    assert project.ask(lambda here: list(check(here))) == []


def test_twins_become_one_that_keeps_both_notes_and_the_doubt(project: Project) -> None:
    sit_down(project)
    mark_up(project, ARTICLE)
    goes = twin(project, "denied it", "claim")
    project.perform(annotations.set_note, annotation=goes.id, note="or a claim?")
    project.perform(annotations.set_unsure, annotation=goes.id, unsure=True)
    claim, denial = named(project, "claim"), named(project, "denial")
    assert project.ask(merge_effect, label=claim.id, into=denial.id) == LabelUse(3, 1, 1, 1)
    before = said(project)
    merge(project, "claim", "denial")
    assert len(said(project)) == len(before) - 1
    here = add_article(project, ARTICLE.text)
    mine = project.ask(annotations_of, article=here, annotator=project.person.id)
    (stays,) = [one for one in mine if one.quote == "denied it"]
    assert (stays.note, stays.unsure) == ("or a claim?", True)
    project.undo()
    assert said(project) == before


def test_the_same_words_by_two_people_are_no_twins(project: Project) -> None:
    sit_down(project, "anna")
    twin(project, "No", "claim")
    sit_down(project, "bert")
    twin(project, "No", "denial")
    claim, denial = named(project, "claim"), named(project, "denial")
    assert project.ask(merge_effect, label=claim.id, into=denial.id).twins == 0
    merge(project, "claim", "denial")
    assert said(project, "anna") == said(project, "bert") == [("denial", "No")]


def test_what_was_done_stays_done_and_what_had_changed_since_still_has(project: Project) -> None:
    anna = sit_down(project, "anna")
    mark_up(project, ARTICLE)
    here = add_article(project, ARTICLE.text)
    project.perform(finish, article=here)
    bert = sit_down(project, "bert")
    project.perform(finish, article=here)
    twin(project, "No", "claim")

    def states() -> list[State]:
        people = (anna.id, bert.id)
        return [row.state for who in people for row in project.ask(article_list, annotator=who)]

    assert states() == [State.DONE, State.CHANGED_SINCE]
    merge(project, "claim", "denial")
    assert states() == [State.DONE, State.CHANGED_SINCE]
    project.undo()
    assert states() == [State.DONE, State.CHANGED_SINCE]


def test_a_label_is_not_merged_into_itself_or_into_a_retired_one(project: Project) -> None:
    with pytest.raises(Refused, match="into itself"):
        merge(project, "claim", "claim")
    project.perform(labels.retire, label=named(project, "denial").id)
    with pytest.raises(Refused, match="denial is retired"):
        merge(project, "claim", "denial")
    assert len(project.ask(label_set)) == 4


def test_later_work_on_a_merged_annotation_keeps_the_merge_in_place(project: Project) -> None:
    sit_down(project, "anna")
    mark_up(project, ARTICLE)
    sit_down(project, "lead")
    merge(project, "claim", "denial")
    sit_down(project, "anna")
    here = add_article(project, ARTICLE.text)
    (first, *_) = [
        one
        for one in project.ask(annotations_of, article=here, annotator=project.person.id)
        if one.quote == "No"
    ]
    project.perform(annotations.set_note, annotation=first.id, note="seen")
    sit_down(project, "lead")
    with pytest.raises(Refused, match="changed since by anna"):
        project.undo()


def test_thousands_of_annotations_are_merged_and_brought_back_in_one_step(project: Project) -> None:
    text = "so " * 3_000
    marks = tuple(
        AnnotationRecord("claim", (Span(at * 3, at * 3 + 2),), "so") for at in range(3_000)
    )
    record = ArticleRecord(text, annotator="anna", annotations=marks, where="line 1")
    project.perform(receive, files=[Received("many.jsonl", (record,))])
    before = project.ask(label_use)
    told = []
    project.listen(told.append)
    assert merge(project, "claim", "denial") == 3_000
    assert project.ask(label_use) == {named(project, "denial").id: LabelUse(3_000, 1, 1)}
    assert len(told) == 1
    assert told[0].ids is None
    project.undo()
    assert project.ask(label_use) == before


def test_use_is_counted_by_annotation_article_and_annotator(
    new_file: Callable[..., Path], open_project: Callable[[Path], Project]
) -> None:
    project = open_project(new_file("use.galley"))
    sit_down(project, "anna")
    mark_up(project, ARTICLE)
    mark_up(project, marked("[Vale|actor] spoke."))
    sit_down(project, "bert")
    mark_up(project, ARTICLE)
    used = project.ask(label_use)
    assert used[named(project, "actor").id] == LabelUse(3, 2, 2)
    assert used[named(project, "claim").id] == LabelUse(4, 1, 2)
    assert named(project, "location").id not in used
