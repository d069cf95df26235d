"""The page of conflicts: states side by side, one key each, and the next one by itself."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.commands import labels as label_verbs
from app.commands.annotations import delete, set_note
from app.domain.conflict import Why
from app.project import Project
from app.queries.label_set import label_set
from tests.copies import bring, copy_of, sit
from tests.marked import marked
from tests.projects import add_article, mark_up, sit_down
from ui.driving import press
from ui.main_window import MainWindow
from ui.settling.conflicts_page import ConflictsPage
from ui.translation import install_plurals

ARTICLE = marked("[The minister|actor] said [taxes fell|claim]. The union denied it.")


@pytest.fixture
def differing(new_file: Callable[..., Path], tmp_path: Path) -> Path:
    """A project in which three things wait for a decision."""
    path = new_file()
    with closing(Project.open(path)) as project:
        sit_down(project, "anna")
        first, second = mark_up(project, ARTICLE)
        denial = next(one.id for one in project.ask(label_set) if one.name == "denial")
        with closing(copy_of(project, tmp_path / "copy.galley")) as copy:
            sit(copy, "anna")
            project.perform(set_note, annotation=first.id, note="here")
            copy.perform(delete, annotation=first.id)
            project.perform(set_note, annotation=second.id, note="here")
            copy.perform(set_note, annotation=second.id, note="there")
            project.perform(label_verbs.rename, label=denial, name="rejection")
            copy.perform(label_verbs.rename, label=denial, name="refusal")
            bring(copy, to=project)
    return path


@pytest.fixture
def page(
    differing: Path, open_window: Callable[..., MainWindow], qapp: QApplication
) -> ConflictsPage:
    install_plurals(qapp)
    window = open_window(differing)
    assert window.header.conflicts.text() == "3 conflicts"
    press(window, "Ctrl+Shift+D")
    page = window.visiting.page
    assert isinstance(page, ConflictsPage)
    return page


def test_each_is_decided_with_one_key_and_the_next_one_is_shown(page: ConflictsPage) -> None:
    seen = []
    while (here := page.current) is not None:
        seen.append(here.why)
        press(page.list, "D" if here.why is Why.CHANGED_AND_DELETED else "2")
        assert page.current != here
    assert sorted(seen) == [Why.CHANGED_AND_DELETED, Why.CHANGED_TWICE, Why.CHANGED_TWICE]
    assert page.nothing.isVisible()
    window = page.window()
    assert isinstance(window, MainWindow)
    assert not window.header.conflicts.isVisible()


def test_undoing_the_last_decision_tells_of_the_conflict_again(page: ConflictsPage) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    while (here := page.current) is not None:
        press(page.list, "D" if here.why is Why.CHANGED_AND_DELETED else "2")
    press(window, "Ctrl+Z")
    assert window.header.conflicts.isVisible()
    assert window.header.conflicts.text() == "1 conflict"


def test_undo_asks_again(page: ConflictsPage) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    number = len(page.model.conflicts)
    press(page.list, next(iter(page.acts)))
    assert len(page.model.conflicts) == number - 1
    press(page.list, "Ctrl+Z")
    assert len(page.model.conflicts) == number


def test_enter_opens_the_article_where_it_is(page: ConflictsPage) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    at = next(n for n, one in enumerate(page.model.conflicts) if one.kind == "annotation")
    page.list.choose(page.model.index(at))
    wanted = page.model.conflicts[at].record
    press(page.list, "Return")
    assert window.visiting.page is None
    assert window.page is not None
    assert window.page.spot().chosen == wanted


def test_articles_of_one_text_are_decided_one_by_one_or_all_at_once(
    new_file: Callable[..., Path], tmp_path: Path, open_window: Callable[..., MainWindow]
) -> None:
    path = new_file()
    with closing(Project.open(path)) as project:
        sit_down(project, "anna")
        with closing(copy_of(project, tmp_path / "copy.galley")) as copy:
            sit(copy, "anna")
            for number in range(3):
                add_article(project, f"Report {number}.", title=f"Here {number}")
                add_article(copy, f"Report {number}.", title=f"There {number}")
            bring(copy, to=project)
    window = open_window(path)
    press(window, "Ctrl+Shift+D")
    page = window.visiting.page
    assert isinstance(page, ConflictsPage)
    assert [one.why for one in page.model.conflicts] == [Why.SAME_TEXT] * 3
    press(page.list, "1")
    assert len(page.model.conflicts) == 2
    press(page.list, "A")
    assert page.nothing.isVisible()
    press(page.list, "Ctrl+Z")
    assert len(page.model.conflicts) == 2
