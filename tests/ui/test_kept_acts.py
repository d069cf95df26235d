"""An act that cannot be saved waits, in order, is tried again, and is done exactly once."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.act import Act
from app.commands.annotations import delete, mark, set_note
from app.commands.articles import describe
from app.domain.span import Span
from app.errors import FileTrouble, Kind
from app.project import Project
from app.queries.article_list import article_list
from app.queries.article_view import annotations_of
from app.queries.check import check
from app.queries.label_set import label_set
from tests.projects import add_article, sit_down
from tests.troubles import full_disk, held_by_another_program
from ui.bundles.handing import Handing
from ui.choosing import Chooser
from ui.jobs import Jobs
from ui.open_project import OpenProject
from ui.settings import Settings

TEXT = "The mayor said that rents rose. The union denied it."


@pytest.fixture
def opened(project: Project, qtbot: QtBot) -> OpenProject:
    """A project with one article, at which anna sits."""
    sit_down(project)
    add_article(project, TEXT)
    return OpenProject(project)


def article_of(opened: OpenProject) -> str:
    return opened.ask(article_list, annotator=None)[0].id


def mark_words(opened: OpenProject, *spans: tuple[int, int], article: str, label: str) -> None:
    for start, end in spans:
        opened.perform(mark, article=article, label=label, spans=[Span(start, end)])


def marked_in(project: Project, article: str) -> list[str]:
    person = project.person
    assert person is not None
    said = project.ask(annotations_of, article=article, annotator=person.id)
    return [one.quote for one in said]


def test_acts_wait_while_another_program_holds_the_file_and_follow_in_order(
    opened: OpenProject,
) -> None:
    here, label = article_of(opened), opened.ask(label_set)[0].id
    with held_by_another_program(opened.project.path):
        mark_words(opened, (0, 9), (20, 25), (32, 41), article=here, label=label)
        assert [act.title for act in opened.kept.acts] == ["mark"] * 3
        assert opened.kept.trouble is not None
        assert opened.kept.trouble.kind is Kind.BUSY
        assert not opened.try_again()
    assert opened.try_again()
    assert opened.kept.acts == []
    steps = opened.ask(
        lambda at: at.exec_driver_sql("SELECT title FROM steps WHERE person NOT NULL").all()
    )
    assert [title for (title,) in steps][-3:] == ["mark as actor"] * 3
    assert marked_in(opened.project, here) == ["The mayor", "rents", "The union"]
    assert opened.ask(lambda at: list(check(at))) == []


def test_acts_wait_while_the_disk_is_full(opened: OpenProject) -> None:
    here = article_of(opened)
    long = "x" * 400
    with full_disk(opened.project.path):
        for number in range(40):
            opened.perform(
                describe,
                article=here,
                title=f"{number} {long}",
                source=long,
                url="",
                published="",
                language="",
            )
        waiting = len(opened.kept.acts)
        assert waiting > 1
        assert opened.kept.trouble is not None
        assert opened.kept.trouble.kind in (Kind.FULL, Kind.DISK)
        assert opened.ask(article_list, annotator=None)[0].title == f"{39 - waiting} {long}"
    assert opened.try_again()
    assert opened.ask(article_list, annotator=None)[0].title == f"39 {long}"
    assert opened.ask(lambda at: list(check(at))) == []


def test_whoever_did_it_has_done_it_whoever_sits_there_when_it_is_saved(
    opened: OpenProject,
) -> None:
    here, label = article_of(opened), opened.ask(label_set)[0].id
    anna = opened.person
    assert anna is not None
    berta = sit_down(opened.project, "berta")
    opened.project.person = anna
    with held_by_another_program(opened.project.path):
        mark_words(opened, (0, 9), article=here, label=label)
        opened.set_person(berta)
    assert opened.try_again()
    (said,) = opened.ask(annotations_of, article=here, annotator=anna.id)
    assert said.quote == "The mayor"


def test_what_a_rule_forbids_by_then_is_told_by_name(opened: OpenProject, qtbot: QtBot) -> None:
    here, label = article_of(opened), opened.ask(label_set)[0].id
    mark_words(opened, (0, 9), article=here, label=label)
    (one,) = opened.ask(annotations_of, article=here, annotator=opened.person_id or "")
    with held_by_another_program(opened.project.path):
        opened.perform(delete, annotation=one.id)
        opened.perform(set_note, annotation=one.id, note="too late")
    with qtbot.waitSignal(opened.refused) as told:
        opened.try_again()
    assert "could not be saved after all" in told.args[0]
    assert opened.kept.acts == []


def test_undo_does_not_pass_over_what_waits(opened: OpenProject, qtbot: QtBot) -> None:
    here, label = article_of(opened), opened.ask(label_set)[0].id
    with held_by_another_program(opened.project.path):
        mark_words(opened, (0, 9), article=here, label=label)
        with qtbot.waitSignal(opened.refused) as told:
            opened.undo()
        assert "must be saved first" in told.args[0]
    assert len(opened.kept.acts) == 1


def test_a_try_that_reached_the_disk_after_all_is_not_repeated(opened: OpenProject) -> None:
    here, label = article_of(opened), opened.ask(label_set)[0].id

    def fail_once(_: object) -> None:
        stop()
        raise FileTrouble(opened.project.path, "the disk cannot be read.", kind=Kind.DISK)

    stop = opened.project.listen(fail_once)  # saved, and then the window learns nothing of it
    mark_words(opened, (0, 9), article=here, label=label)
    assert len(opened.kept.acts) == 1
    assert opened.try_again()
    assert marked_in(opened.project, here) == ["The mayor"]
    assert opened.ask(lambda at: list(check(at))) == []


def test_an_act_makes_the_same_records_in_another_copy(
    opened: OpenProject, tmp_path: Path, open_project: Callable[[Path], Project]
) -> None:
    here, label = article_of(opened), opened.ask(label_set)[0].id
    act = Act.of(opened.person, mark, article=here, label=label, spans=[Span(0, 9)])
    opened.project.copy_to(tmp_path / "copy.galley")
    there = open_project(tmp_path / "copy.galley").do(act.again())
    assert opened.project.do(act).id == there.id


def test_a_damaged_file_is_written_no_more(opened: OpenProject) -> None:
    here, label = article_of(opened), opened.ask(label_set)[0].id
    path = opened.project.path
    with sqlite3.connect(path) as other:
        (root,) = other.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'annotations'"
        ).fetchone()
    with path.open("r+b") as file:  # the driver holds no lock now, and no page of this table
        file.seek((root - 1) * 4096)
        file.write(b"\xff" * 4096)
    before = path.read_bytes()
    mark_words(opened, (0, 9), article=here, label=label)
    assert opened.kept.trouble is not None
    assert opened.kept.trouble.kind is Kind.DAMAGED
    assert not opened.try_again()
    assert path.read_bytes() == before


def test_nothing_is_handed_over_while_acts_wait_to_be_saved(
    opened: OpenProject, settings: Settings, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    handing = Handing(Jobs(window), Chooser(settings, window), window)
    said: list[str] = []
    opened.refused.connect(said.append)
    here, label = article_of(opened), opened.ask(label_set)[0].id
    with held_by_another_program(opened.project.path):
        mark_words(opened, (0, 9), article=here, label=label)
        handing.hand_out(opened)
        assert len(said) == 1
        assert "must be saved first" in said[0]
        assert handing.dialog is None
