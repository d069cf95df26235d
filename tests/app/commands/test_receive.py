"""Receiving: each file whole or not at all, each text once, many files in one step."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest

from app.commands.receive import FileReport, receive
from app.domain.article import Article, fingerprint
from app.domain.span import Span
from app.errors import Cancelled, FileTrouble, Refused
from app.exchange import jsonl
from app.exchange.record import AnnotationRecord, ArticleRecord
from app.project import Project
from app.queries.article_view import article
from app.queries.export_records import export_records
from app.queries.people import people
from app.store.transaction import Transaction
from tests.projects import Received, add_article, mark_up, sit_down
from tests.receiving import ARTICLE, OTHER_ID, SOME_ID, Broken, Lazy, file, rows, take, texts_kept


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
