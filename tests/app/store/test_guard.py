"""One window writes; whoever comes second reads, is told who has it, and nothing is left behind."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.errors import Refused
from app.paths import ROOT
from app.project import Project
from app.store.guard import Guard, Holder, side_file
from tests.projects import add_article, sit_down

HOLD = """
import sys
from pathlib import Path

from app.commands.annotators import join
from app.project import Project

project = Project.open(Path(sys.argv[1]))
project.person = project.perform(join, name="Berta")
print("open", flush=True)
sys.stdin.readline()
project.close()
"""


@pytest.fixture
def elsewhere() -> Iterator[Callable[[Path], "subprocess.Popen[str]"]]:
    """Open a project in another process, as Berta, until it is told to close or killed."""
    running: list[subprocess.Popen[str]] = []

    def start(path: Path) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [sys.executable, "-c", HOLD, str(path)],
            cwd=ROOT,
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        running.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        return process

    yield start
    for process in running:
        process.kill()
        process.communicate()


def held_elsewhere(path: Path, host: str) -> None:
    """Leave beside a project what a window on another computer would."""
    words = "\n".join(("Berta", "berta", host, "77", "2026-03-01T09:00:00+00:00"))
    side_file(path).write_text(words, "utf-8")


def test_the_second_one_reads_and_is_told_who_has_it(
    new_file: Callable[..., Path],
    elsewhere: Callable[[Path], "subprocess.Popen[str]"],
    open_project: Callable[[Path], Project],
) -> None:
    path = new_file()
    elsewhere(path)
    project = open_project(path)
    assert project.held_by is not None
    assert project.held_by.person == "Berta"
    with pytest.raises(Refused, match=r"Berta has this project open on this computer.* since"):
        add_article(project, "Some text")


def test_it_may_write_as_soon_as_the_first_one_closes(
    new_file: Callable[..., Path],
    elsewhere: Callable[[Path], "subprocess.Popen[str]"],
    open_project: Callable[[Path], Project],
) -> None:
    path = new_file()
    other = elsewhere(path)
    project = open_project(path)
    assert not project.ask_to_write()
    other.communicate("close\n")
    assert project.ask_to_write()
    assert project.held_by is None
    assert add_article(project, "Some text")


def test_a_window_that_was_killed_is_no_obstacle(
    new_file: Callable[..., Path],
    elsewhere: Callable[[Path], "subprocess.Popen[str]"],
    open_project: Callable[[Path], Project],
) -> None:
    path = new_file()
    other = elsewhere(path)
    other.kill()
    other.communicate()
    assert side_file(path).exists()
    project = open_project(path)
    assert project.held_by is None
    assert add_article(project, "Some text")


def test_exactly_one_file_is_left_when_it_is_closed(new_file: Callable[..., Path]) -> None:
    path = new_file()
    project = Project.open(path)
    assert side_file(path).exists()
    project.close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_another_computers_guard_is_believed_until_the_person_knows_better(
    new_file: Callable[..., Path], open_project: Callable[[Path], Project]
) -> None:
    path = new_file()
    held_elsewhere(path, "desk-7")
    project = open_project(path)
    assert project.held_by is not None
    assert "Berta has this project open on desk-7 since 2026-03-01" in project.why_read_only
    assert project.ask_to_write(anyway=True)
    assert add_article(project, "Some text")


def test_a_reader_does_not_take_another_computers_guard_away(new_file: Callable[..., Path]) -> None:
    path = new_file()
    held_elsewhere(path, "desk-7")
    Project.open(path).close()
    assert "desk-7" in side_file(path).read_text("utf-8")


@pytest.mark.parametrize(
    "words", ["", "Berta", "a\nb\nc\nd\ne", "\x00" * 3000, "a\nb\nc\n" + "9" * 900 + "\nx"]
)
def test_what_is_no_guard_is_no_obstacle(
    new_file: Callable[..., Path], open_project: Callable[[Path], Project], words: str
) -> None:
    path = new_file()
    side_file(path).write_text(words, "utf-8")
    assert open_project(path).held_by is None


def test_a_name_in_a_guard_is_cleaned_and_cut(new_file: Callable[..., Path]) -> None:
    path = new_file()
    words = "\n".join(("\u202eBerta\x1b" + "a" * 500, "", "desk-7", "1", "2026-03-01T09:00:00Z"))
    side_file(path).write_text(words, "utf-8")
    holder = Guard.take(path)
    assert isinstance(holder, Holder)
    assert holder.person.startswith("Berta")
    assert holder.person.isprintable()
    assert len(holder.person) <= 80


def test_a_folder_that_takes_no_guard_is_worked_in_all_the_same(
    new_file: Callable[..., Path], open_project: Callable[[Path], Project]
) -> None:
    path = new_file()
    side_file(path).mkdir()  # nothing can be held there
    project = open_project(path)
    assert add_article(project, "Some text")


def test_a_reader_sees_what_the_other_one_does(
    new_file: Callable[..., Path], open_project: Callable[[Path], Project]
) -> None:
    path = new_file()
    writer, reader = open_project(path), open_project(path)
    told: list[object] = []
    reader.listen(told.append)
    reader.look_round()
    assert told == []
    person = sit_down(writer)
    here = add_article(writer, "Some text")
    reader.look_round()
    (changes,) = told
    assert changes.kinds == {"annotator", "article"}  # type: ignore[attr-defined]
    assert changes.articles == {here}  # type: ignore[attr-defined]
    assert person.id in changes.ids  # type: ignore[attr-defined]
    reader.look_round()
    assert len(told) == 1


def test_ones_own_steps_are_told_once(project: Project) -> None:
    sit_down(project)
    add_article(project, "Some text")
    told: list[object] = []
    project.listen(told.append)
    project.look_round()
    assert told == []


def test_a_verb_that_writes_says_who_has_it(
    new_file: Callable[..., Path],
    tmp_path: Path,
    galley: Callable[..., object],
    elsewhere: Callable[[Path], "subprocess.Popen[str]"],
) -> None:
    path, article = new_file(), tmp_path / "a.txt"
    article.write_text("The mayor said so.", "utf-8")
    elsewhere(path)
    before = path.read_bytes()
    said = galley("import", path, article)
    assert (said.code, said.out) == (1, "")  # type: ignore[attr-defined]
    assert "Berta has this project open on this computer" in said.err  # type: ignore[attr-defined]
    assert said.err.count("\n") == 1  # type: ignore[attr-defined]
    assert path.read_bytes() == before
    listed = galley("articles", path)
    assert (listed.code, listed.err) == (0, "")  # type: ignore[attr-defined]
