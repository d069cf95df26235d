"""Whatever is wrong with a file: exit code 1, one line that says what and where, nothing done."""

import json
import sqlite3
from contextlib import closing

import pytest

from app.store import engine
from tests.marked import marked

TALK = marked("[Vell|actor] said [taxes fell|claim].")
SPAN = {"start": 0, "end": 4, "label": "actor"}
LINE = {"text": TALK.text, "annotator": "anna", "spans": [SPAN]}


def jsonl(*lines):
    """Return the bytes of a JSONL file."""
    return "".join(json.dumps(line) + "\n" for line in lines).encode()


def with_span(**changed):
    """Return a JSONL file whose second line has a span that differs from a good one."""
    return jsonl(LINE, LINE | {"spans": [SPAN | changed]})


BAD_FILES = {
    "an empty file": ("a.txt", b"", "it is empty."),
    "nothing but spaces": ("a.txt", b" \n\t\n", "it is empty."),
    "a PDF": ("a.txt", b"%PDF-1.4\n", "a PDF"),
    "an Office document": ("a.docx", b"PK\x03\x04 word/document.xml", "Word"),
    "a picture": ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(50), "a picture (PNG)"),
    "not text": ("a.txt", bytes(range(256)) * 20, "it is not text"),
    "a web page": ("a.html", b"<!DOCTYPE html><p>News</p>", "HTML"),
    "half a UTF-16": ("a.txt", b"\xff\xfea\x00b", "UTF-16"),
    "no JSON": ("a.jsonl", b"{'text': 1}\n", "line 1: it is not valid JSON"),
    "a list": ("a.jsonl", b"[]\n", "line 1: it must be one JSON object"),
    "no text": ("a.jsonl", b'{"spans": []}\n', "line 1, text: it is missing."),
    "a text that is a number": ("a.jsonl", b'{"text": 7}\n', "line 1, text:"),
    "not UTF-8": ("a.jsonl", b'{"text": "\xe9"}\n', "line 1: byte 11 is not UTF-8."),
    "the same key twice": ("a.jsonl", b'{"text": "a", "text": "b"}\n', "stands twice"),
    "a start that is no number": ("a.jsonl", with_span(start="0"), "line 2, spans[0].start:"),
    "a start below 0": ("a.jsonl", with_span(start=-1), "line 2, spans[0].start:"),
    "an end before the start": ("a.jsonl", with_span(end=0), "line 2, spans[0].end:"),
    "an end after the text": ("a.jsonl", with_span(end=999), "999 is after the text's end"),
    "another quote": ("a.jsonl", with_span(text="Bell"), "“Bell” is not what stands at 0–4"),
    "no label": ("a.jsonl", jsonl({"text": "a", "spans": [{"start": 0, "end": 1}]}), "label"),
    "an unknown label": ("a.jsonl", with_span(label="lie"), "line 2, spans[0].label: the project"),
    "another fingerprint": (
        "a.jsonl",
        jsonl(LINE | {"meta": {"sha256": "0" * 64}}),
        "line 1, meta.sha256: it is the fingerprint of another text.",
    ),
    "nobody who says so": ("a.jsonl", jsonl(LINE | {"annotator": ""}), "--annotator NAME"),
    "the reserved annotator": ("a.jsonl", jsonl(LINE | {"annotator": "Gold"}), "gold is kept"),
    "a line that bites a terminal": ("a.jsonl", with_span(label="\x1b[2J"), "U+001B"),
    "a project": ("a.galley", b"SQLite format 3\x00", "it is a Galley project."),
}


@pytest.fixture
def desk(galley, new_file, tmp_path):
    """A project with an article and an annotation in it."""
    path = new_file()
    (tmp_path / "first.jsonl").write_bytes(jsonl(LINE))
    assert galley("import", path, tmp_path / "first.jsonl").code == 0
    return path


def assert_one_line(said, sentence, *, begins=""):
    """The verb failed as people can mend it."""
    assert (said.code, said.out) == (1, "")
    assert said.err.count("\n") == 1
    assert said.err.startswith(str(begins))
    assert sentence in said.err
    assert said.err.rstrip("\n").isprintable()


@pytest.mark.parametrize(("name", "content", "sentence"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_bad_file_is_refused_and_the_project_keeps_its_bytes(
    galley, desk, tmp_path, name, content, sentence
):
    bad = tmp_path / name
    bad.write_bytes(content)
    before = desk.read_bytes()
    assert_one_line(galley("import", desk, bad), sentence)
    assert desk.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("missing.txt",), "there is no such file"),
        (("nothing in here",), "holds no files"),
        (("first.jsonl", "--annotator", "gold"), "gold is kept"),
        (("first.jsonl", "--annotator", "a\u202eb"), "invisible characters"),
    ],
)
def test_an_import_that_cannot_be_is_refused(galley, desk, tmp_path, words, sentence):
    (tmp_path / "nothing in here").mkdir()
    before = desk.read_bytes()
    assert_one_line(galley("import", desk, tmp_path / words[0], *words[1:]), sentence)
    assert desk.read_bytes() == before


def test_of_several_files_each_refused_one_has_its_line_and_the_others_come_in(
    galley, desk, tmp_path
):
    (tmp_path / "good.txt").write_text("The river rose by a metre overnight.")
    (tmp_path / "empty.txt").write_text("")
    said = galley(
        "import", desk, tmp_path / "empty.txt", tmp_path / "good.txt", tmp_path / "missing.txt"
    )
    assert (said.code, said.out) == (1, "Received 1 article.\n")
    assert [line.split(":")[0] for line in said.err.splitlines()] == [
        str(tmp_path / "empty.txt"),
        str(tmp_path / "missing.txt"),
    ]


@pytest.mark.parametrize(
    ("out", "sentence"),
    [
        ("nowhere/out.jsonl", "there is no such folder"),
        (".", "it is a folder"),
        ("first.jsonl/out.jsonl", "the folder named is a file"),
        ("other.galley", "an export may not take a project's name"),
        ("desk.galley", "an export may not take a project's name"),
        ("x" * 300, "the name is too long"),
    ],
)
def test_an_export_that_cannot_be_written_says_why(galley, desk, tmp_path, out, sentence):
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert_one_line(galley("export", desk, tmp_path / out), sentence, begins=tmp_path)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("gold", "Nothing has been settled yet"), ("dora", "no annotator “dora”; it has anna.")],
)
def test_a_view_that_is_not_there_is_refused(galley, desk, tmp_path, name, sentence):
    said = galley("export", desk, tmp_path / "out.jsonl", "--annotator", name)
    assert_one_line(said, sentence)
    assert not (tmp_path / "out.jsonl").exists()


def newer(project):
    """Let a project claim to be made by a newer Galley."""
    project[60:64] = (99).to_bytes(4)


def cut(project):
    """Cut a project's file in the middle."""
    del project[len(project) // 2 :]


def strange(project):
    """Let a project's file be another program's database."""
    project[68:72] = b"NOPE"


def overwritten(project):
    """Fill a project's pages, apart from the header, with noise."""
    project[100:] = b"\xaa" * (len(project) - 100)


NO_PROJECTS = {
    "missing": (None, "there is no such file"),
    "empty": (lambda project: project.clear(), "the file is empty"),
    "another file": (lambda project: project.__setitem__(slice(0, 6), b"Dear A"), "not a Galley"),
    "another program's": (strange, "a database of another program"),
    "a newer Galley's": (newer, "made with a newer Galley (file version 99"),
    "cut": (cut, "the file is damaged"),
    "overwritten": (overwritten, "the file is damaged"),
}


@pytest.mark.parametrize(("spoil", "sentence"), NO_PROJECTS.values(), ids=NO_PROJECTS)
@pytest.mark.parametrize(
    "words",
    [
        ("articles",),
        ("articles", "--json"),
        ("import", "first.jsonl"),
        ("export", "out.jsonl"),
        ("annotate", "Title", "--annotator", "a", "--label", "claim", "0", "1"),
    ],
    ids=" ".join,
)
def test_what_is_no_whole_project_is_not_worked_on(
    galley, desk, tmp_path, monkeypatch, spoil, sentence, words
):
    monkeypatch.chdir(tmp_path)
    if spoil is None:
        desk.unlink()
    else:
        content = bytearray(desk.read_bytes())
        spoil(content)
        desk.write_bytes(content)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert_one_line(galley(words[0], "desk.galley", *words[1:]), sentence, begins="desk.galley: ")
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


@pytest.mark.parametrize(
    "spoil",
    [
        "DROP TABLE assignments",
        "DROP TABLE revisions",
        "DROP TABLE texts",
        "ALTER TABLE articles RENAME COLUMN title TO heading",
    ],
)
def test_a_project_that_lacks_a_table_or_a_column_is_damaged(galley, desk, spoil):
    with closing(sqlite3.connect(desk)) as other:
        other.execute(spoil)
        other.commit()
    before = desk.read_bytes()
    assert_one_line(galley("articles", desk), "the file is damaged", begins=desk)
    assert desk.read_bytes() == before


def test_a_folder_is_no_project(galley, tmp_path):
    assert_one_line(galley("articles", tmp_path), "this is a folder", begins=tmp_path)


def test_a_project_in_use_by_another_program_is_told_so(galley, desk, monkeypatch):
    monkeypatch.setitem(engine._SETTINGS, "busy_timeout", (0, 0))
    with closing(sqlite3.connect(desk, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        said = galley("articles", desk)
    assert_one_line(said, "another program is using the file", begins=desk)
