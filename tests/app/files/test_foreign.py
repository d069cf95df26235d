"""A file from somebody else is read apart, and only what is in order comes out."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.seal import Way
from app.errors import Cancelled, FileTrouble
from app.files import foreign, foreign_reading
from app.files.bundles import make_bundle
from app.files.foreign import ForeignFiles, model
from app.store.schema import SCHEMA
from tests.drill.damages import HOSTILE
from tests.marked import marked
from tests.projects import mark_up, sit_down

OLDER = Path(__file__).parents[2] / "files"


@pytest.fixture
def bundle(project, tmp_path):
    """A bundle of Anna's, with two annotations."""
    anna = sit_down(project, "Anna")
    mark_up(project, marked("[The minister|actor] said [taxes fell|claim]."), title="Taxes")
    path = tmp_path / "a bundle? #1.galley"
    make_bundle(project, path, annotator=anna, way=Way.OUT)
    return path


@pytest.fixture
def files():
    with ForeignFiles() as opened:
        yield opened


def alter(path, *statements):
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute("PRAGMA foreign_keys=OFF")
        for statement in statements:
            file.execute(statement)


def refusal(files, path):
    with pytest.raises(FileTrouble) as trouble:
        files.read(path)
    assert str(trouble.value).startswith(str(path))
    assert str(trouble.value).endswith(".")
    return str(trouble.value)


def test_what_is_in_order_comes_out_whole(files, bundle, project):
    read = files.read(bundle)
    assert read.project == project.id
    assert read.seal is not None
    assert read.seal.digest == read.digest
    assert len(list(read.revisions())) == read.count
    assert [text for _, text in read.texts()] == ["The minister said taxes fell."]


def test_the_file_itself_is_not_touched_and_nothing_is_left_beside_it(files, bundle):
    before, content = bundle.stat(), bundle.read_bytes()
    files.read(bundle)
    assert bundle.read_bytes() == content
    assert bundle.stat().st_mtime_ns == before.st_mtime_ns
    assert not list(bundle.parent.glob(f"{bundle.name}?*"))


@pytest.mark.parametrize("statements", HOSTILE[:18], ids=lambda statements: statements[-1][:60])
def test_what_no_galley_puts_into_a_file_is_refused(files, bundle, statements):
    try:
        alter(bundle, *statements)
    except sqlite3.Error:  # this SQLite knows no such thing; then nothing was changed
        assert files.read(bundle).count
        return
    assert "it holds something" in (said := refusal(files, bundle)) or any(
        words in said for words in ("it lacks", "is not as Galley makes it", "damaged")
    )


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("PRAGMA user_version=99", "newer Galley"),
        ("PRAGMA application_id=7", "another program"),
        ("INSERT INTO identity VALUES ('another')", "says twice what its identity is"),
        ("DELETE FROM identity", "does not say which project"),
        ("UPDATE identity SET project='<b>' || hex(zeroblob(9))", "does not say which project"),
        ("UPDATE seat SET annotator='<b>nobody'", "whose copy it is"),
        ("UPDATE seal SET way='up'", "its seal is none"),
        ("UPDATE seal SET annotator='<b>nobody'", "its seal is none"),
        ("UPDATE seal SET at=hex(zeroblob(99))", "its seal is none"),
        ("UPDATE revisions SET body='x' || char(0)", "holds a NUL"),
    ],
)
def test_what_is_wrong_is_said(files, bundle, statement, words):
    alter(bundle, statement)
    assert words in refusal(files, bundle)


def test_a_damaged_file_is_refused_and_the_next_one_is_read(files, bundle):
    broken = bundle.with_name("broken.galley")
    broken.write_bytes(bundle.read_bytes()[:20_000])
    refusal(files, broken)
    assert files.read(bundle).count


def test_an_index_that_hides_rows_is_noticed(files, bundle):
    with closing(sqlite3.connect(bundle, isolation_level=None)) as file:
        (page,) = file.execute(
            "SELECT rootpage FROM sqlite_master WHERE name='sqlite_autoindex_revisions_1'"
        ).fetchone()
    content = bytearray(bundle.read_bytes())
    start = (page - 1) * 4096
    cells = int.from_bytes(content[start + 3 : start + 5])
    content[start + 3 : start + 5] = (cells - 1).to_bytes(2)
    bundle.write_bytes(content)
    assert "damaged" in refusal(files, bundle)


def test_a_journal_beside_the_file_is_refused(files, bundle):
    bundle.with_name(f"{bundle.name}-wal").write_bytes(b"x")
    assert "not closed properly" in refusal(files, bundle)


@pytest.mark.parametrize("number", range(1, SCHEMA))
def test_files_of_every_older_schema_are_read(files, number):
    assert files.read(OLDER / f"project-{number:04}.galley").count


def test_an_older_file_whose_structure_is_not_its_own_is_refused(files, tmp_path):
    path = tmp_path / "old.galley"
    path.write_bytes((OLDER / "project-0001.galley").read_bytes())
    alter(path, "CREATE TABLE more (x)")
    assert "the table more" in refusal(files, path)


def test_a_fresh_project_is_made_as_the_model_is(new_file, files):
    assert files.read(new_file("fresh.galley")).count
    assert "the table revisions" in model(SCHEMA)


def test_what_reads_knows_neither_qt_nor_sqlalchemy(bundle):
    import subprocess

    seen = "import sys, app.files.foreign_reading; print([n for n in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", seen], capture_output=True, check=True, cwd=foreign.ROOT
    )
    names = {name.split(".")[0] for name in names_in(done.stdout.decode())}
    assert not names & {"PySide6", "sqlalchemy", "alembic"}


def names_in(printed: str) -> list[str]:
    return [name.strip(" '\n[]") for name in printed.split(",")]


def test_what_takes_too_long_is_ended_in_words(bundle, monkeypatch):
    monkeypatch.setattr(foreign, "SECONDS", -1.0)
    monkeypatch.setattr(foreign, "SECONDS_PER_MB", 0.0)
    with ForeignFiles() as files:
        assert "more than" in refusal(files, bundle)
        monkeypatch.setattr(foreign, "SECONDS", 10.0)
        assert files.read(bundle).count


def test_a_reader_that_dies_is_said_and_replaced(files, bundle):
    files.read(bundle)
    files._child._process.kill()
    assert foreign.ENDED in refusal(files, bundle)
    assert files.read(bundle).count


def test_reading_can_be_stopped(bundle):
    with ForeignFiles(cancelled=lambda: True) as files, pytest.raises(Cancelled):
        files.read(bundle)


def test_nothing_is_left_when_all_is_read(bundle):
    with ForeignFiles() as files:
        read = files.read(bundle)
        process = files._child._process
        assert read.folder.exists()
    assert not read.folder.exists()
    assert process.poll() is not None


def test_too_many_rows_are_refused(bundle, tmp_path, monkeypatch):
    monkeypatch.setattr(foreign_reading, "MOST_REVISIONS", 3)
    request = foreign_reading.Request(
        str(bundle), model(SCHEMA), 10.0, str(tmp_path / "texts"), str(tmp_path / "revisions")
    )
    assert "more than 3 revisions" in foreign_reading.answer(request).problem


def test_a_link_to_a_file_is_read_as_the_file(files, bundle, tmp_path):
    link = tmp_path / "link.galley"
    link.symlink_to(bundle)
    assert files.read(link).name == "link.galley"
