"""Receiving what people said: whose annotations they are, and how far their articles are."""

import json
from dataclasses import replace
from io import BytesIO

from sqlalchemy import Engine, event

from app.commands.annotations import set_note
from app.commands.assignments import reopen
from app.commands.receive import FileReport
from app.domain.assignment import State
from app.errors import FileTrouble
from app.exchange import jsonl
from app.exchange.record import ArticleRecord
from app.project import Project
from app.queries.article_view import annotations_of
from app.queries.people import people
from tests.projects import sit_down
from tests.receiving import (
    ARTICLE,
    Broken,
    file,
    rows,
    take,
)


def test_annotations_come_with_their_annotator_who_joins(project: Project) -> None:
    (report,) = take(project, file(ARTICLE.record(annotator="anna", done=True)))
    assert (report.new, report.annotations) == (1, 3)
    (person,) = project.ask(people)
    (row,) = rows(project)
    assert person.name == "anna"
    assert (row.annotations, row.state) == (3, State.DONE)
    said = project.ask(annotations_of, article=row.id, annotator=person.id)
    assert [one.quote for one in said] == ["Ada Ruiz", "rents rose", "Gora-Podol"]


def test_one_line_for_each_annotator_of_one_article(project: Project) -> None:
    (report,) = take(
        project,
        file(
            ARTICLE.record(annotator="anna"),
            replace(ARTICLE.record(annotator="bert"), annotations=()),
            replace(ARTICLE.record(annotator="Anna", done=True), annotations=()),
        ),
    )
    assert (report.new, report.known, report.annotations) == (1, 0, 3)
    assert [one.name for one in project.ask(people)] == ["anna"]
    assert rows(project)[0].state is State.DONE


def test_annotations_without_a_name_are_those_of_whoever_is_named(project: Project) -> None:
    take(project, file(ARTICLE.record()), annotator="  Carla ")
    assert [one.name for one in project.ask(people)] == ["Carla"]


def test_who_is_there_is_asked_once_however_many_people_join(project: Project) -> None:
    asked: list[str] = []

    def note(_here: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("SELECT annotators."):
            asked.append(statement)

    names = [f"Person {number}" for number in range(30)]
    event.listen(Engine, "before_cursor_execute", note)
    try:
        take(project, file(*(ArticleRecord("A.", annotator=name, done=True) for name in names)))
        for_many = len(asked)
        asked.clear()
        take(project, file(ArticleRecord("A.", annotator="Zoë", done=True)))
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    assert [one.name for one in project.ask(people)] == [*names, "Zoë"]
    assert for_many == len(asked) > 0


def test_whoever_went_with_a_refused_file_joins_anew_with_the_next(project: Project) -> None:
    said = ArticleRecord("A.", annotator="Zoë", done=True)
    broken = Broken((said,), FileTrouble("broken", "it breaks off."))
    _, report = take(project, broken, file(replace(said, annotator="zoë")))
    assert report.new == 1
    assert [one.name for one in project.ask(people)] == ["zoë"]


def test_a_file_may_name_whoever_can_sit_down(project: Project) -> None:
    for name in ("علی\u200cرضا", "Mu\u0308ller" * 12 + "x" * 20):
        line = {"text": "Nobody came.", "annotator": name, "done": True}
        (record,) = jsonl.read(BytesIO(json.dumps(line).encode()))
        (report,) = take(project, file(record))
        assert report.refused == ""
        assert sit_down(project, name) in project.ask(people)
    assert len(project.ask(people)) == 2


def test_annotations_that_nobody_owns_are_refused_with_their_file(project: Project) -> None:
    (report,) = take(project, file(ArticleRecord("First."), ARTICLE.record(where="line 2")))
    assert report == FileReport(
        "a.jsonl",
        refused="a.jsonl, line 2, annotator: nobody is named for these annotations. "
        "Say whose they are with --annotator NAME.",
    )
    assert rows(project) == []


def test_an_article_without_annotations_needs_no_name(project: Project) -> None:
    (report,) = take(project, file(ArticleRecord("First.")))
    assert report.new == 1
    assert project.ask(people) == []


def test_done_with_nothing_marked_is_received_as_such(project: Project) -> None:
    take(project, file(ArticleRecord("Quiet day.", annotator="anna", done=True)))
    assert rows(project)[0].state is State.DONE_EMPTY


def test_what_was_said_done_stays_as_it_was_said(project: Project) -> None:
    sit_down(project)
    take(project, file(ARTICLE.record(annotator="anna", done=True)))
    said, *_ = project.ask(
        annotations_of, article=rows(project)[0].id, annotator=project.ask(people)[0].id
    )
    project.perform(set_note, annotation=said.id, note="later")
    take(project, file(ARTICLE.record(annotator="anna", done=True)))
    assert rows(project)[0].state is State.CHANGED_SINCE


def test_not_done_in_a_file_does_not_take_back_what_is_done_here(project: Project) -> None:
    take(project, file(ARTICLE.record(annotator="anna", done=True)))
    take(project, file(ARTICLE.record(annotator="anna", done=False)))
    assert rows(project)[0].state is State.DONE


def test_what_was_opened_again_is_done_when_a_file_says_so(project: Project) -> None:
    sit_down(project)
    take(project, file(ARTICLE.record(annotator="anna", done=True)))
    project.perform(reopen, article=rows(project)[0].id)
    assert rows(project)[0].state is State.BEGUN
    take(project, file(ARTICLE.record(annotator="anna", done=True)))
    assert rows(project)[0].state is State.DONE
