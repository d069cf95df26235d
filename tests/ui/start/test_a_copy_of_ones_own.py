"""A copy that was handed out: its annotator sits there at once, and nobody else."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.errors import Refused
from app.project import Project
from tests.projects import add_article, sit_down
from ui.assigning.assigning_page import AssigningPage
from ui.main_window import MainWindow
from ui.start.sitting_down import join_quietly


@pytest.fixture
def berts(new_file: Callable[..., Path]) -> Path:
    path = new_file()
    with closing(Project.open(path)) as project:
        sit_down(project, "anna")
        add_article(project, "Rents rose.")
        bert = sit_down(project, "bert")
        project.perform(lambda tx: tx.give_seat(bert.id))
    return path


@pytest.mark.parametrize("named", [None, "anna", "zoë"])
def test_its_annotator_sits_there_whoever_is_named(
    open_window: Callable[..., MainWindow], berts: Path, named: str | None
) -> None:
    window = open_window(berts, annotator=named)
    assert window.opened is not None
    assert window.opened.person is not None
    assert window.opened.person.name == "bert"


def test_nobody_else_sits_down_there(open_window: Callable[..., MainWindow], berts: Path) -> None:
    window = open_window(berts)
    assert window.opened is not None
    with pytest.raises(Refused, match="bert"):
        join_quietly(window.opened, "anna")
    window.actions_.person.trigger()
    assert window.seat._dialog is None
    assert "This copy is bert's" in window.messages.passing_banner.words()
    assert window.opened.person is not None
    assert window.opened.person.name == "bert"


def test_who_reads_what_is_the_leads_to_say(
    open_window: Callable[..., MainWindow], berts: Path
) -> None:
    window = open_window(berts)
    window.actions_.assigning.trigger()
    page = window.visiting.page
    assert isinstance(page, AssigningPage)
    assert not page.people.isVisible()
    assert page.nothing.isVisible()
