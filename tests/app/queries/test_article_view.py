"""What is known about one article, and what one annotator says about it, in reading order."""

from app.project import Project
from app.queries.article_view import annotations_named, annotations_of, article
from app.queries.label_set import label_set
from tests.marked import marked
from tests.projects import mark_up, sit_down

NESTED = marked("[[Ada Ruiz|actor], [of [Gora-Podol|location]|claim]|denial] [said|claim].")


def test_an_article_that_is_not_there_is_none(project: Project) -> None:
    assert project.ask(article, article="gone") is None
    assert project.ask(annotations_of, article="gone", annotator=None) == []


def test_what_contains_comes_before_what_nests_in_it(project: Project) -> None:
    person = sit_down(project)
    marked_up = mark_up(project, NESTED)
    names = {label.id: label.name for label in project.ask(label_set)}
    found = project.ask(annotations_of, article=marked_up[0].article, annotator=person.id)
    assert [names[one.label] for one in found] == ["denial", "actor", "claim", "location", "claim"]
    assert project.ask(annotations_named, ids=[one.id for one in reversed(found)]) == found


def test_each_annotator_is_asked_for_alone(project: Project) -> None:
    sit_down(project, "anna")
    here = mark_up(project, NESTED)[0].article
    bert = sit_down(project, "bert")
    assert project.ask(annotations_of, article=here, annotator=bert.id) == []


def test_of_the_annotations_named_those_are_told_that_are_there(project: Project) -> None:
    sit_down(project)
    first, *_ = mark_up(project, NESTED)
    names = [first.id, *(str(number) for number in range(900))]
    assert project.ask(annotations_named, ids=names) == [first]
    assert project.ask(annotations_named, ids=[]) == []
