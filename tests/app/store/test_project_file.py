"""A project is one file: made whole or not at all, never changed by looking, refused in words."""

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.errors import FileTrouble
from app.project import Project
from app.queries.article_list import article_list
from app.queries.article_view import annotations_of, article
from app.queries.check import check
from app.queries.export_records import export_records
from app.queries.label_set import label_set
from app.store.guard import side_file
from app.store.schema import APPLICATION_ID, SCHEMA
from tests.marked import marked
from tests.projects import mark_up, sit_down

ARTICLE = marked("[Ada Ruiz|actor] said [rents rose|claim] in [Gora-Podol|location].")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def names_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_a_new_project_is_one_file_that_says_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "new.galley"
    Project.create(path).close()
    assert names_in(tmp_path) == ["new.galley"]
    head = path.read_bytes()[:100]
    assert int.from_bytes(head[68:72]) == APPLICATION_ID == int.from_bytes(b"GALY")
    assert int.from_bytes(head[60:64]) == SCHEMA
    assert head[18:20] == b"\x01\x01", "a rollback journal, not WAL"


def test_two_new_projects_are_two(tmp_path: Path) -> None:
    ids = set()
    for name in ("one.galley", "two.galley"):
        with closing(Project.create(tmp_path / name)) as project:
            ids.add(project.id)
    assert len(ids) == 2


def test_a_new_project_has_the_default_labels_and_nothing_to_undo(tmp_path: Path) -> None:
    with closing(Project.create(tmp_path / "new.galley")) as project:
        names = [label.name for label in project.ask(label_set)]
        assert names == ["actor", "location", "claim", "denial"]
        assert project.next_undo() is None
        assert project.undo() is None


def test_a_project_is_not_made_over_another_file(tmp_path: Path) -> None:
    path = tmp_path / "taken.galley"
    path.write_text("dear diary")
    with pytest.raises(FileTrouble, match="there is a file of this name already"):
        Project.create(path)
    assert path.read_text() == "dear diary"


def test_a_project_is_not_made_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble, match="its folder does not exist"):
        Project.create(tmp_path / "nowhere" / "new.galley")
    assert names_in(tmp_path) == []


def test_a_project_is_not_made_beside_the_journal_of_one_that_is_gone(tmp_path: Path) -> None:
    (tmp_path / "new.galley-journal").write_bytes(b"what was left of it")
    with pytest.raises(FileTrouble, match="it belongs to a file that is gone"):
        Project.create(tmp_path / "new.galley")
    assert names_in(tmp_path) == ["new.galley-journal"]


def test_what_a_crash_left_of_an_earlier_making_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "new.galley.part").write_bytes(b"half")
    (tmp_path / "new.galley.part-journal").write_bytes(b"half")
    Project.create(tmp_path / "new.galley").close()
    assert names_in(tmp_path) == ["new.galley"]


def test_a_project_that_could_not_be_made_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_disk(path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("app.store.migrate.sync_file", no_disk)
    with pytest.raises(FileTrouble, match="No space left on device"):
        Project.create(tmp_path / "new.galley")
    assert names_in(tmp_path) == []


def test_a_project_without_room_for_its_labels_is_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(_tx: object) -> None:
        raise FileTrouble(tmp_path, "the disk is full.")

    monkeypatch.setattr("app.commands.labels.found_labels", no_room)
    with pytest.raises(FileTrouble, match="the disk is full"):
        Project.create(tmp_path / "new.galley")
    assert names_in(tmp_path) == []


def test_opening_and_looking_around_leaves_every_byte_as_it_is(project: Project) -> None:
    sit_down(project)
    (said, *_) = mark_up(project, ARTICLE)
    path, folder = project.path, project.path.parent
    project.close()
    before, changed = digest(path), path.stat().st_mtime_ns
    with closing(Project.open(path)) as again:
        row = again.ask(article_list, annotator=said.annotator)[0]
        found = again.ask(article, article=row.id)
        assert found is not None
        assert again.text(found.sha256) == ARTICLE.text
        assert len(again.ask(annotations_of, article=row.id, annotator=said.annotator)) == 3
        assert again.ask(lambda here: list(check(here))) == []
        assert again.ask(lambda here: len(list(export_records(here, annotator=None)))) == 1
        assert again.next_undo() is not None
        assert again.next_redo() is None
        assert names_in(folder) == [side_file(path).name, path.name]
    assert (digest(path), path.stat().st_mtime_ns) == (before, changed)
    assert names_in(folder) == [path.name]


def test_after_work_and_closing_there_is_exactly_one_file(project: Project) -> None:
    sit_down(project)
    mark_up(project, ARTICLE)
    project.close()
    assert names_in(project.path.parent) == [project.path.name]
    assert project.path.read_bytes()[18:20] == b"\x01\x01"


def test_a_plain_copy_between_two_acts_is_whole(project: Project, tmp_path: Path) -> None:
    sit_down(project)
    mark_up(project, ARTICLE)
    copy = tmp_path / "copy.galley"
    copy.write_bytes(_bytes_as_another_program_reads_them(project.path))
    with closing(Project.open(copy)) as again:
        assert again.ask(lambda here: list(check(here))) == []
        assert again.id == project.id
        assert again.ask(article_list, annotator=None) == project.ask(article_list, annotator=None)


def test_a_project_made_by_a_newer_galley_is_refused_untouched(
    new_file: Callable[..., Path],
) -> None:
    path = new_file()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version={SCHEMA + 1}")
    before = digest(path)
    with pytest.raises(FileTrouble, match=r"newer Galley .* the file was not changed"):
        Project.open(path)
    assert digest(path) == before
    assert names_in(path.parent) == [path.name]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "the file is empty"),
        (b"The minister said taxes fell.", "this is not a Galley project. To receive articles"),
        (b"SQLite format 3\x00", "this is not a Galley project"),
        (b"PK\x03\x04" + bytes(200), "this is not a Galley project"),
        (bytes(4096), "this is not a Galley project"),
    ],
)
def test_what_is_no_project_is_refused_by_what_it_is(
    tmp_path: Path, content: bytes, sentence: str
) -> None:
    path = tmp_path / "odd.galley"
    path.write_bytes(content)
    with pytest.raises(FileTrouble, match=sentence):
        Project.open(path)
    assert path.read_bytes() == content
    assert names_in(tmp_path) == ["odd.galley"]


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.galley"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE notes (words)")
    with pytest.raises(FileTrouble, match="a database of another program"):
        Project.open(path)


@pytest.mark.parametrize("version", [0, SCHEMA])
def test_a_database_that_only_claims_to_be_a_project_is_refused(
    tmp_path: Path, version: int
) -> None:
    path = tmp_path / "claims.galley"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={version}")
        connection.execute("CREATE TABLE notes (words)")
    before = digest(path)
    with pytest.raises(FileTrouble, match="the file is damaged"):
        Project.open(path)
    assert digest(path) == before
    assert names_in(tmp_path) == ["claims.galley"]


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble, match="this is a folder"):
        Project.open(tmp_path)
    with pytest.raises(FileTrouble, match="there is no such file"):
        Project.open(tmp_path / "none.galley")
    assert names_in(tmp_path) == []


def test_a_file_that_went_away_during_work_is_told_and_nothing_is_pretended(
    project: Project,
) -> None:
    sit_down(project)
    project.path.rename(project.path.with_name("moved.galley"))
    with pytest.raises(FileTrouble, match="moved, renamed or deleted while it was open"):
        mark_up(project, ARTICLE)
    project.close()
    with closing(Project.open(project.path.with_name("moved.galley"))) as again:
        assert again.ask(article_list, annotator=None) == []


def test_a_file_that_another_program_holds_is_told_as_such(project: Project) -> None:
    holder = sqlite3.connect(project.path, isolation_level=None)
    project.ask(lambda here: here.exec_driver_sql("PRAGMA busy_timeout=0").all())
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(FileTrouble, match="another program is using the file"):
        sit_down(project)
    holder.execute("ROLLBACK")
    holder.close()
    assert sit_down(project).name == "anna"


def _bytes_as_another_program_reads_them(path: Path) -> bytes:
    """Copy like a file manager: reading it in this process would drop SQLite's locks."""
    from subprocess import run

    return run(["cat", str(path)], capture_output=True, check=True).stdout
