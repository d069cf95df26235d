"""Somebody else has the file open, or nobody may write it: it is read, and one is told why."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.project import Project
from app.queries.article_list import article_list
from app.queries.label_set import label_set
from tests.desk import AtDesk
from tests.marked import marked
from tests.projects import add_article, mark_up, sit_down
from tests.troubles import held_by_another_program, protected

ARTICLE = marked("[The mayor|actor] said that [rents rose|claim].")


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that lies open to everybody, as those of tests do not."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@pytest.fixture
def marked_file(new_file: Callable[..., Path]) -> Path:
    """A project in which anna has marked an article."""
    path = new_file()
    project = Project.open(path)
    sit_down(project)
    mark_up(project, ARTICLE)
    project.close()
    return path


def banner(desk: AtDesk) -> str:
    return desk.window.standing.banner.words()


def test_a_second_window_reads_and_is_told_who_has_it(
    marked_file: Path, reopen: Callable[..., AtDesk], open_project: Callable[[Path], Project]
) -> None:
    first = open_project(marked_file)
    sit_down(first, "berta")
    desk = reopen(marked_file)
    assert "berta has this project open on this computer" in banner(desk)
    assert [words for _, words in desk.marks()] == ["The mayor", "rents rose"]
    before = marked_file.read_bytes()
    desk.drag("said")
    desk.press("1")
    assert desk.hint == "Nothing can be written here; this project is only read."
    assert not desk.window.messages.passing_banner.isVisible(), "one bar says why; two are too many"
    assert desk.window.status.saved.text() == "Reading only"
    assert not desk.page.done_button.isEnabled()
    assert not any(button.isEnabled() for button in desk.page.label_bar._buttons)
    assert marked_file.read_bytes() == before


def test_it_shows_what_the_other_one_does(
    marked_file: Path, reopen: Callable[..., AtDesk], open_project: Callable[[Path], Project]
) -> None:
    first = open_project(marked_file)
    desk = reopen(marked_file)
    add_article(first, "Another article", title="Just in")
    assert desk.window.opened is not None
    desk.window.opened.look_round()
    assert "Just in" in desk.listed()[-1]


def test_it_may_write_by_itself_once_the_other_one_has_closed(
    marked_file: Path, reopen: Callable[..., AtDesk]
) -> None:
    first = Project.open(marked_file)
    desk = reopen(marked_file)
    assert desk.window.standing.banner.isVisible()
    first.close()
    desk.until(lambda: not desk.window.standing.banner.isVisible())
    assert desk.window.messages.passing_banner.words() == "You can write now."
    assert desk.window.status.saved.text() == "Saved"
    assert desk.page.done_button.isEnabled()
    assert desk.mark("said", "actor").quote == "said"


def test_another_computers_window_may_be_gone(
    marked_file: Path, reopen: Callable[..., AtDesk]
) -> None:
    words = "\n".join(("Berta", "berta", "desk-7", "77", "2026-03-01T09:00:00+00:00"))
    marked_file.with_name(f".{marked_file.name}.lock").write_text(words, "utf-8")
    desk = reopen(marked_file)
    assert "Berta has this project open on desk-7" in banner(desk)
    button = desk.window.standing.banner.buttons[1]
    assert button.accessibleName() == "It is not open there any more"
    desk.click_widget(button)
    assert not desk.window.standing.banner.isVisible()
    desk.mark("said", "actor")


def test_a_file_that_another_program_locks_does_not_hold_the_window(
    marked_file: Path, reopen: Callable[..., AtDesk]
) -> None:
    desk = reopen(marked_file)
    with held_by_another_program(marked_file):
        desk.drag("said")
        desk.press("1")
        assert "another program is using the file. 1 act is waiting" in banner(desk)
        assert desk.window.status.saved.text() == "Not saved"
    desk.until(lambda: not desk.window.standing.banner.isVisible())
    assert [words for _, words in desk.marks()] == ["The mayor", "said", "rents rose"]
    assert desk.window.status.saved.text().startswith("Saved")


@pytest.mark.parametrize(("file", "in_folder"), [(True, False), (False, True), (True, True)])
def test_what_is_write_protected_is_read_and_stays_as_it_is(
    marked_file: Path, folder: Path, *, file: bool, in_folder: bool
) -> None:
    path = folder / "desk.galley"
    path.write_bytes(marked_file.read_bytes())
    before = path.read_bytes()
    with protected(path, file=file, folder=in_folder):
        project = Project.open(path)
        assert project.is_protected
        assert "write-protected" in project.why_read_only
        assert len(project.ask(article_list, annotator=None)) == 1
        assert len(project.ask(label_set)) == 4
        assert not project.ask_to_write()
        project.close()
        assert [one.name for one in folder.iterdir()] == ["desk.galley"]
    assert path.read_bytes() == before


def test_a_write_protected_project_is_gone_on_with_in_a_copy(
    marked_file: Path, folder: Path, tmp_path: Path, reopen: Callable[..., AtDesk]
) -> None:
    path = folder / "desk.galley"
    path.write_bytes(marked_file.read_bytes())
    with protected(path, file=True, folder=True):
        desk = reopen(path)
        assert "write-protected" in banner(desk)
        assert "Save a copy…" in desk.window.standing.banner.offered()
    desk.window.standing.copy_to(tmp_path / "copy.galley")
    desk.until(lambda: desk.window.opened.project.path == tmp_path / "copy.galley")  # type: ignore[union-attr]
    assert not desk.window.standing.banner.isVisible()
    desk.mark("said", "actor")
