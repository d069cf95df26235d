"""Receiving: each file whole or not at all, each text once, each annotation where it belongs."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import pytest
from msgspec import structs
from sqlalchemy import Engine, event

from app.commands.annotations import delete, set_note
from app.commands.assignments import reopen
from app.commands.receive import FileReport, receive
from app.domain.article import Article, fingerprint
from app.domain.assignment import State
from app.domain.span import Span
from app.errors import Cancelled, FileTrouble, Refused
from app.exchange import jsonl
from app.exchange.record import AnnotationRecord, ArticleRecord
from app.project import Project
from app.queries.article_list import ArticleRow, article_list
from app.queries.article_view import annotations_of, article
from app.queries.check import check
from app.queries.export_records import export_records
from app.queries.people import people
from app.store.transaction import Transaction
from tests.marked import marked
from tests.projects import Received, add_article, mark_up, sit_down

ARTICLE = marked("[Ada Ruiz|actor] said [rents rose|claim] in [Gora-Podol|location].")
OTHER = marked("[Nobody|actor] came.")
SOME_ID = "01890000-0000-7000-8000-000000000001"
OTHER_ID = "01890000-0000-7000-8000-000000000002"


@dataclass(frozen=True)
class Broken:
    """A file that breaks off, as an unreadable or a malformed one does."""

    articles: tuple[ArticleRecord, ...]
    trouble: Exception
    name: str = "broken"
    holds_one: bool = False

    def records(self) -> Iterator[ArticleRecord]:
        yield from self.articles
        raise self.trouble


@dataclass(frozen=True)
class Lazy:
    """A file whose records are made while it is read."""

    articles: Iterator[ArticleRecord]
    name: str = "lazy"
    holds_one: bool = False

    def records(self) -> Iterator[ArticleRecord]:
        yield from self.articles


def take(project: Project, *files: Received | Broken, annotator: str = "") -> list[FileReport]:
    reports = project.perform(receive, files=files, annotator=annotator)
    assert project.ask(lambda here: list(check(here))) == []
    return reports


def file(*records: ArticleRecord, name: str = "a.jsonl") -> Received:
    return Received(name, records)


def rows(project: Project, annotator: str = "anna") -> list[ArticleRow]:
    known = {one.name: one.id for one in project.ask(people)}
    return project.ask(article_list, annotator=known.get(annotator))


def texts_kept(project: Project) -> int:
    count: int = project.ask(
        lambda here: here.exec_driver_sql("SELECT count(*) FROM texts").scalar_one()
    )
    return count


def test_an_article_is_kept_as_it_came(project: Project) -> None:
    record = ArticleRecord(
        "Ein Kran fiel um.\u00a0“Ach!” 🙂",
        title="Der Kran",
        source="Hafenblatt",
        url="https://example.org/kran",
        published="2025-03-01",
        language="de",
        encoding="windows-1252",
        received_sha256="ab" * 32,
        changed=("2 line ends unified",),
    )
    (report,) = take(project, Received("kran.txt", (record,), holds_one=True))
    assert report == FileReport("kran.txt", new=1, changed=["2 line ends unified"])
    found = project.ask(article, article=rows(project)[0].id)
    assert found is not None
    assert project.text(found.sha256) == record.text
    assert found.sha256 == fingerprint(record.text)
    assert (found.title, found.source, found.url) == ("Der Kran", "Hafenblatt", record.url)
    assert (found.published, found.language, found.characters) == ("2025-03-01", "de", 26)
    assert found.received_as == "kran.txt; windows-1252; 2 line ends unified"
    assert found.received_sha256 == "ab" * 32


def test_many_files_are_one_step(project: Project) -> None:
    files = [
        Received(f"{number}.txt", (ArticleRecord(f"Text {number}"),), holds_one=True)
        for number in range(450)
    ]
    reports = take(project, *files)
    assert [report.name for report in reports] == [f"{number}.txt" for number in range(450)]
    assert all(report.new == 1 for report in reports)
    assert len(rows(project)) == 450
    project.undo()
    assert rows(project) == []


@pytest.mark.parametrize("holds_one", [True, False])
def test_long_articles_do_not_wait_until_they_are_many(project: Project, holds_one: bool) -> None:
    most_waiting = 0

    def command(tx: Transaction) -> None:
        def records(start: int, count: int) -> Iterator[ArticleRecord]:
            nonlocal most_waiting
            for number in range(start, start + count):
                most_waiting = max(most_waiting, number - tx.count(Article))
                yield ArticleRecord(f"{number}" + "x" * 1_000_000)

        if holds_one:
            files = [Lazy(records(number, 1), holds_one=True) for number in range(12)]
        else:
            files = [Lazy(records(0, 12), holds_one=False)]
        receive(tx, files=files)

    project.perform(command)
    assert len(rows(project)) == 12
    assert most_waiting < 6


def test_articles_stay_in_the_order_in_which_they_came(project: Project) -> None:
    records = [ArticleRecord(f"Text {number}", title=f"{number}") for number in range(300)]
    take(project, file(*records))
    assert [row.title for row in rows(project)] == [f"{number}" for number in range(300)]


@pytest.mark.parametrize("title", ["", " \u00a0"])
def test_an_article_without_a_title_gets_one_from_its_text(project: Project, title: str) -> None:
    take(
        project,
        file(ArticleRecord("Crane falls into harbour\n\nNobody was hurt.", title=title)),
        file(ArticleRecord("\u200b", title=title), name="crane.jsonl"),
    )
    assert [row.title for row in rows(project)] == ["Crane falls into harbour", "crane"]


def test_a_title_made_up_on_receipt_comes_back_from_an_export_as_it_was(
    project: Project, new_file: Callable[..., Path], open_project: Callable[[Path], Project]
) -> None:
    take(project, file(ArticleRecord("Crane falls into harbour\n\nNobody was hurt.")))
    other = open_project(new_file("other.galley"))
    written = [BytesIO(), BytesIO()]
    for source, stream in zip((project, other), written, strict=True):
        source.ask(
            lambda here, to=stream: jsonl.write(export_records(here, annotator=None), to)  # type: ignore[misc]
        )
        take(other, file(*jsonl.read(BytesIO(stream.getvalue()))))
    assert written[0].getvalue() == written[1].getvalue() != b""


def test_the_same_text_is_received_once_and_said_so(project: Project) -> None:
    take(project, file(ArticleRecord("Nobody came.", title="First")))
    again, twice, thrice = take(
        project,
        file(ArticleRecord("Nobody came.", title="Second"), name="again.jsonl"),
        Received("twice.txt", (ArticleRecord("Somebody came."),), holds_one=True),
        Received("thrice.txt", (ArticleRecord("Somebody came.", title="Same"),), holds_one=True),
    )
    assert (again.new, again.known, again.known_as) == (0, 1, "First")
    assert (twice.new, twice.known) == (1, 0)
    assert (thrice.new, thrice.known) == (0, 1)
    assert [row.title for row in rows(project)] == ["First", "Somebody came."]
    assert texts_kept(project) == 2


def test_receiving_only_what_is_known_is_no_step(project: Project) -> None:
    sit_down(project)
    take(project, file(ARTICLE.record(annotator="anna", done=True)))
    step = project.next_undo()
    (report,) = take(project, file(ARTICLE.record(annotator="anna", done=True)))
    assert (report.known, report.annotations_known) == (1, 3)
    assert project.next_undo() == step


def test_a_text_that_was_taken_back_can_be_received_again_and_is_kept_once(
    project: Project,
) -> None:
    take(project, file(ARTICLE.record(annotator="anna")))
    project.undo()
    assert texts_kept(project) == 1
    (report,) = take(project, file(ARTICLE.record(annotator="anna")))
    assert (report.new, report.annotations) == (1, 3)
    assert texts_kept(project) == 1


def test_what_comes_again_under_its_id_follows_on_its_past(project: Project) -> None:
    said = AnnotationRecord("actor", (Span(0, 6),), "Nobody", id=OTHER_ID)
    record = ArticleRecord(
        "Nobody came.", id=SOME_ID, annotator="anna", annotations=(said,), done=True
    )
    sit_down(project)
    for _ in range(2):
        take(project, file(record))
        project.undo()
    take(project, file(record))
    beginnings = "SELECT record FROM revisions WHERE parents = '' AND kind NOT IN ('label')"
    found = project.ask(lambda here: here.exec_driver_sql(beginnings).scalars().all())
    assert len(found) == len(set(found)) == 4, "one person, article, annotation and assignment"


def test_texts_that_differ_in_one_invisible_character_are_two(project: Project) -> None:
    take(project, file(ArticleRecord("Gora Podol"), ArticleRecord("Gora\u00a0Podol")))
    assert len(rows(project)) == 2


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


@pytest.mark.parametrize("before", [1, 450])
def test_a_file_that_breaks_off_leaves_nothing_of_itself(project: Project, before: int) -> None:
    some = tuple(
        ArticleRecord(f"Text {number}", annotator="bert", done=True) for number in range(before)
    )
    trouble = FileTrouble("broken", "line 3 is no JSON.")
    first, broken, last = take(
        project,
        file(ArticleRecord("First."), name="first.jsonl"),
        Broken((*some, ARTICLE.record(annotator="bert")), trouble),
        file(ARTICLE.record(annotator="bert"), name="last.jsonl"),
    )
    assert (first.new, last.new, last.annotations) == (1, 1, 3)
    assert broken == FileReport("broken", refused="broken: line 3 is no JSON.")
    assert len(rows(project)) == 2
    assert [one.name for one in project.ask(people)] == ["bert"]


def test_a_single_article_that_cannot_be_read_does_not_hinder_the_others(
    project: Project,
) -> None:
    reports = take(
        project,
        Received("one.txt", (ArticleRecord("One."),), holds_one=True),
        Broken((), FileTrouble("two.txt", "the file is empty."), "two.txt", holds_one=True),
        Received("three.txt", (ArticleRecord("Three."),), holds_one=True),
    )
    assert [report.refused for report in reports] == ["", "two.txt: the file is empty.", ""]
    assert len(rows(project)) == 2


def test_receiving_that_is_cancelled_changes_nothing(project: Project) -> None:
    sit_down(project)
    step = project.next_undo()
    with pytest.raises(Cancelled):
        project.perform(
            receive,
            files=[
                file(ARTICLE.record(annotator="bert")),
                Broken((ArticleRecord("x"),), Cancelled()),
            ],
        )
    assert rows(project) == []
    assert [one.name for one in project.ask(people)] == ["anna"]
    assert project.next_undo() == step


def test_when_all_files_were_refused_it_is_no_step(project: Project) -> None:
    sit_down(project)
    step = project.next_undo()
    take(project, Broken((ArticleRecord("x"),), Refused("line 1: a rule")))
    assert project.next_undo() == step


def test_what_goes_out_comes_in_as_the_same_in_an_empty_project(
    project: Project, open_project: Callable[[Path], Project], new_file: Callable[..., Path]
) -> None:
    sit_down(project)
    mark_up(project, ARTICLE, title="Rents")
    add_article(project, "Quiet day.", title="Quiet")
    going_out = project.ask(lambda here: list(export_records(here, annotator=None)))
    new_project = open_project(new_file("new.galley"))
    take(new_project, file(*going_out))
    assert new_project.ask(lambda here: list(export_records(here, annotator=None))) == going_out
    assert rows(new_project) == rows(project)
