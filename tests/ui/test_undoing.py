"""Undo and redo of what is long happen aside, and what is not to be seen on the desk is told."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import get_ident
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.commands.allotments import allot
from app.commands.annotations import mark
from app.commands.receive import receive
from app.domain.allotment import Allotment
from app.domain.seal import Way
from app.domain.span import Span
from app.files.bundles import make_bundle
from app.files.receiving_bundles import receive_bundles
from app.project import Project
from app.queries.article_list import article_list
from app.queries.label_set import label_set
from app.queries.people import people
from app.store.transaction import Transaction
from tests.marked import Marked
from tests.projects import Received, add_article, sit_down
from ui.translation import install_plurals
from ui.undoing import LONG

if TYPE_CHECKING:
    from ui.main_window import MainWindow

OpenWindow = Callable[..., "MainWindow"]


def allotted(tx: Transaction) -> int:
    return tx.count(Allotment)


@pytest.fixture
def allotting(new_file: Callable[..., Path]) -> Path:
    """A project whose last step allotted more than is taken back within a blink."""
    path = new_file()
    with closing(Project.open(path)) as project:
        people_here = [sit_down(project, name).id for name in ("anna", "bert", "cleo", "anna")][:3]
        records = tuple(
            Marked(f"Report {number}.", ()).record(title=f"Report {number}")
            for number in range(LONG // 3 + 1)
        )
        project.perform(receive, files=[Received("reports.jsonl", records)])
        rows = project.ask(article_list, annotator=None)
        project.perform(allot, give=[(row.id, one) for row in rows for one in people_here])
    return path


def test_a_long_step_is_reversed_aside_and_then_told(
    allotting: Path, open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(allotting)
    opened = window.opened
    assert opened is not None
    many = opened.project.rehearse(allotted)
    threads: list[int] = []
    opened.project.listen(lambda _: threads.append(get_ident()))
    for action, number, words in (
        (window.actions_.undo, 0, f"Undone: allot {many:,} articles"),
        (window.actions_.redo, many, f"Redone: allot {many:,} articles"),
    ):
        action.trigger()
        assert window.jobs.is_busy
        qtbot.waitUntil(lambda: not window.jobs.is_busy)
        assert opened.project.rehearse(allotted) == number
        assert window.messages.passing_banner.words() == words
    assert get_ident() not in threads


def test_a_long_step_that_is_cancelled_stands(
    allotting: Path, open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(allotting)
    opened = window.opened
    assert opened is not None
    many, step = opened.project.rehearse(allotted), opened.next_undo()
    with opened.project._file.lock:  # the work cannot begin before it is cancelled
        window.actions_.undo.trigger()
        job = window.jobs._job
        assert job is not None
        job.stop()
    qtbot.waitUntil(lambda: not window.jobs.is_busy)
    assert opened.project.rehearse(allotted) == many
    assert opened.next_undo() == step


def test_it_is_told_that_received_work_is_gone_again_and_back_again(
    new_file: Callable[..., Path], tmp_path: Path, open_window: OpenWindow, qapp: QApplication
) -> None:
    install_plurals(qapp)
    path = new_file()
    with closing(Project.open(path)) as lead:
        anna = sit_down(lead, "Anna")
        add_article(lead, "Rents rose in Pell.", title="Rents")
        make_bundle(lead, tmp_path / "anna.galley", annotator=anna, way=Way.OUT)
    with closing(Project.open(tmp_path / "anna.galley")) as copy:
        copy.person = next(one for one in copy.ask(people) if one.id == anna.id)
        (row,) = copy.ask(article_list, annotator=anna.id)
        for label in copy.ask(label_set)[:2]:
            copy.perform(mark, article=row.id, label=label.id, spans=[Span(0, 5)])
        make_bundle(copy, tmp_path / "in.galley", annotator=anna, way=Way.IN)
    window = open_window(path, annotator="Lena")
    assert window.opened is not None
    receive_bundles(window.opened.project, [tmp_path / "in.galley"])
    said: list[str] = []
    window.messages.said.connect(said.append)
    window.actions_.undo.trigger()
    window.actions_.redo.trigger()
    assert said == [
        "Receiving Anna's work was undone: 2 annotations are gone again.",
        "Anna's work is received again: 2 annotations are back.",
    ]
