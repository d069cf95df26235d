"""Receiving annotations: each once, under its id and its label, where it belongs."""

from dataclasses import replace

import pytest
from msgspec import structs

from app.commands.annotations import delete
from app.domain.span import Span
from app.exchange.record import AnnotationRecord, ArticleRecord
from app.project import Project
from app.queries.article_view import annotations_of
from app.queries.check import check
from app.queries.people import people
from tests.projects import mark_up, sit_down
from tests.receiving import ARTICLE, OTHER, OTHER_ID, SOME_ID, file, rows, take


def test_the_same_words_under_the_same_label_are_known(project: Project) -> None:
    sit_down(project)
    mark_up(project, ARTICLE)
    (report,) = take(project, file(ARTICLE.record(annotator="anna")))
    assert (report.annotations, report.annotations_known) == (0, 3)
    assert rows(project)[0].annotations == 3


def test_twins_within_one_file_are_received_once(project: Project) -> None:
    record = OTHER.record(annotator="anna")
    (report,) = take(project, file(record, record))
    assert (report.annotations, report.annotations_known) == (1, 1)


def test_ids_are_kept(project: Project) -> None:
    said = AnnotationRecord("actor", (Span(0, 6),), "Nobody", id=OTHER_ID, unsure=True, note="?")
    record = ArticleRecord("Nobody came.", id=SOME_ID, annotator="anna", annotations=(said,))
    take(project, file(record))
    (row,) = rows(project)
    (person,) = project.ask(people)
    (found,) = project.ask(annotations_of, article=SOME_ID, annotator=person.id)
    assert (row.id, found.id, found.unsure, found.note) == (SOME_ID, OTHER_ID, True, "?")


def test_a_known_id_with_another_text_is_refused(project: Project) -> None:
    take(project, file(ArticleRecord("First.", id=SOME_ID)))
    (report,) = take(
        project, file(ArticleRecord("Second."), ArticleRecord("Third.", id=SOME_ID, where="line 2"))
    )
    assert report.refused.startswith(
        "a.jsonl, line 2, id: this article is in the project with another text."
    )
    assert [row.id for row in rows(project)] == [SOME_ID]


def test_a_known_annotation_with_other_content_is_refused(project: Project) -> None:
    said = AnnotationRecord("actor", (Span(0, 6),), "Nobody", id=OTHER_ID)
    record = ArticleRecord("Nobody came.", annotator="anna", annotations=(said,), where="line 1")
    take(project, file(record))
    for other in (
        structs.replace(said, note="new"),
        structs.replace(said, label="claim"),
        structs.replace(said, unsure=True),
        structs.replace(said, spans=(Span(7, 11),), quote="came"),
    ):
        (report,) = take(project, file(replace(record, annotations=(other,))))
        assert "spans[0].id: this annotation is in the project with other content" in report.refused
    (report,) = take(project, file(replace(record, annotator="bert")))
    assert "with other content" in report.refused
    assert [one.name for one in project.ask(people)] == ["anna"]


def test_an_annotation_that_was_deleted_here_comes_back_with_its_past(project: Project) -> None:
    sit_down(project)
    said = AnnotationRecord("actor", (Span(0, 6),), "Nobody", id=OTHER_ID)
    record = ArticleRecord("Nobody came.", annotator="anna", annotations=(said,))
    take(project, file(record))
    project.perform(delete, annotation=OTHER_ID)
    (report,) = take(project, file(record))
    assert (report.annotations, rows(project)[0].annotations) == (1, 1)
    project.undo()
    assert rows(project)[0].annotations == 0
    project.undo()
    assert rows(project)[0].annotations == 1
    assert project.ask(lambda here: list(check(here))) == []


def test_an_id_that_stands_for_something_else_is_refused(project: Project) -> None:
    take(project, file(ArticleRecord("First.", id=SOME_ID)))
    said = AnnotationRecord("actor", (Span(0, 6),), "Nobody", id=SOME_ID)
    (report,) = take(
        project, file(ArticleRecord("Nobody came.", annotator="anna", annotations=(said,)))
    )
    assert f"The id {SOME_ID} stands for something else here (article)" in report.refused
    assert len(rows(project)) == 1


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (
            AnnotationRecord("villain", (Span(0, 6),), "Nobody"),
            "line 3, spans[0].label: the project has no label “villain”. Its labels are actor,",
        ),
        (AnnotationRecord("actor", (Span(0, 13),), "Nobody came."), "line 3, spans[0]: The span"),
        (AnnotationRecord("actor", (), ""), "line 3, spans[0]: An annotation needs at least one"),
        (
            AnnotationRecord("actor", (Span(0, 6),), "Nobody "),
            "line 3, spans[0].text: this is not what stands there",
        ),
    ],
)
def test_an_annotation_that_cannot_be_placed_is_refused_with_its_file(
    project: Project, said: AnnotationRecord, sentence: str
) -> None:
    record = ArticleRecord("Nobody came.", annotator="anna", annotations=(said,), where="line 3")
    bad, good = take(project, file(record), file(ArticleRecord("Fine."), name="good.jsonl"))
    assert bad.refused.startswith(f"a.jsonl, {sentence}")
    assert good.new == 1
    assert [row.characters for row in rows(project)] == [5]
    assert project.ask(people) == []


def test_labels_are_known_by_their_name_however_it_is_written(project: Project) -> None:
    said = AnnotationRecord("ACTOR", (Span(0, 6),), "Nobody")
    (report,) = take(
        project, file(ArticleRecord("Nobody came.", annotator="anna", annotations=(said,)))
    )
    assert report.annotations == 1


def test_pieces_out_of_order_are_put_in_order(project: Project) -> None:
    said = AnnotationRecord("claim", (Span(7, 11), Span(0, 6)), "Nobody came")
    take(project, file(ArticleRecord("Nobody came.", annotator="anna", annotations=(said,))))
    (person,) = project.ask(people)
    (found,) = project.ask(annotations_of, article=rows(project)[0].id, annotator=person.id)
    assert found.spans == (Span(0, 6), Span(7, 11))
