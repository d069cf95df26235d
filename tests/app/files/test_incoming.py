import json
import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import Cancelled, FileTrouble
from app.files.incoming import read_files


def outcome(file):
    """Return the titles or texts of what a file holds, or its refusal."""
    try:
        return [record.title or record.text for record in file.records()]
    except FileTrouble as trouble:
        return str(trouble)


@pytest.fixture
def put(tmp_path):
    def put(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return put


def test_each_file_is_read_in_its_own_format(put):
    article = put("pier.txt", "Council votes to close pier\n\nBody.")
    lines = put("anna.jsonl", '{"text": "One"}\n{"text": "Two"}\n')
    renamed = put("anna.jsonl.txt", '{"text": "Three"}')
    files = list(read_files([article, lines, renamed]))
    assert [outcome(file) for file in files] == [
        ["Council votes to close pier"],
        ["One", "Two"],
        ["Three"],
    ]
    assert [file.holds_one for file in files] == [True, False, False]
    assert [file.name for file in files] == ["pier.txt", "anna.jsonl", "anna.jsonl.txt"]


def test_a_format_can_be_ordered(put):
    path = put("notes.txt", '{"text": "One"}')
    (file,) = read_files([path], format="text")
    assert file.holds_one
    assert [record.text for record in file.records()] == ['{"text": "One"}']


def test_a_file_that_is_refused_does_not_stop_the_others(put, tmp_path):
    paths = [
        put("scan.pdf", b"%PDF-1.7"),
        put("anna.jsonl", '{"text": "One"}\n{"text": "Two", "spans": [{"start": 1}]}'),
        put("named.jsonl", b"\x89PNG\r\n\x1a\n\x00"),
        put("empty.txt", b""),
        tmp_path / "gone.txt",
        tmp_path,
        put("pier.txt", "Council votes to close pier"),
    ]
    said = [outcome(file) for file in read_files(paths)]
    assert said == [
        f"{paths[0]}: it is a PDF document. Save its text as a plain text file and import that.",
        f"{paths[1]}: line 2, spans[0].end: it is missing.",
        f"{paths[2]}: it is a picture (PNG). Save its text as a plain text file and import that.",
        f"{paths[3]}: it is empty. Nothing was saved in it; save the article again.",
        f"{paths[4]}: there is no such file. Check the name and the folder.",
        f"{paths[5]}: it is a folder. Name the files in it.",
        ["Council votes to close pier"],
    ]


def test_what_a_file_cannot_keep_is_told_with_the_file(put):
    first = put("a.jsonl", '{"text": "One", "relations": [{"type": "denies"}]}')
    second = put("b.jsonl", '{"text": "Two"}')
    files = list(read_files([first, second]))
    assert [outcome(file) for file in files] == [["One"], ["Two"]]
    assert [str(file.loss) for file in files] == ["1 relation", ""]


def test_records_come_while_the_file_is_being_read(put):
    path = put("anna.jsonl", '{"text": "One"}\nnonsense\n')
    (file,) = read_files([path])
    records = file.records()
    assert next(records).text == "One"
    with pytest.raises(FileTrouble, match="line 2"):
        next(records)


def test_progress_runs_from_nothing_to_all(put):
    paths = [
        put("a.jsonl", '{"text": "One"}\n{"text": "Two"}\n'),
        put("b.txt", "Three"),
        put("c.txt", ""),
    ]
    seen = []
    for file in read_files(paths, progress=lambda done, total: seen.append((done, total))):
        outcome(file)
    assert seen == [(0, 37), (16, 37), (32, 37), (32, 37), (37, 37), (37, 37), (37, 37)]


def test_cancelling_ends_between_two_records(put):
    path = put("a.jsonl", '{"text": "One"}\n{"text": "Two"}\n')
    answers = iter([False, False, True])
    (file,) = read_files([path], cancelled=lambda: next(answers))
    records = file.records()
    assert next(records).text == "One"
    with pytest.raises(Cancelled):
        next(records)


def test_a_project_is_named_without_being_opened(tmp_path):
    path = tmp_path / "study.galley"
    os.mkfifo(path)  # opening it would wait for ever
    (file,) = read_files([path])
    assert outcome(file).endswith("it is a Galley project. Open it instead of importing it.")
    assert file.holds_one


def test_pipes_are_not_waited_for_and_large_files_not_read(put, tmp_path, monkeypatch):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    monkeypatch.setattr("app.files.incoming.FILE_BYTES", 2_000_000)
    large = put("large.txt", b"a" * 2_000_001)
    said = [outcome(file) for file in read_files([pipe, large])]
    assert said[0].endswith("it is no ordinary file.")
    assert said[1].endswith("it is larger than 2 MB. Split it into smaller files.")


def test_a_file_that_may_not_be_read_is_told(put, monkeypatch):
    path = put("a.txt", "One")

    def forbidden(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", forbidden)
    (file,) = read_files([path])
    assert outcome(file).endswith("reading it is not allowed. Ask for the right to read it.")


starts = st.sampled_from(
    [
        b"",
        b'{"text": "One", "spans": [',
        b"PK\x03\x04",
        b"\xff\xfe",
        b"\xef\xbb\xbf{",
        b"<!--",
        b"%PDF",
    ]
)


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    start=starts,
    rest=st.binary(max_size=200) | st.text(max_size=100).map(str.encode),
    name=st.sampled_from(["a.txt", "a.jsonl", "a"]),
)
def test_whatever_a_file_holds_nothing_but_a_refusal_escapes(put, start, rest, name):
    (file,) = read_files([put(name, start + rest)])
    said = outcome(file)
    assert isinstance(said, list) or said.count("\n") == 0


@settings(max_examples=100, deadline=None)
@given(value=st.recursive(st.none() | st.integers() | st.text(), st.lists, max_leaves=5))
def test_json_of_any_shape_is_read_or_refused(tmp_path_factory, value):
    path = tmp_path_factory.mktemp("any") / "a.jsonl"
    path.write_text(json.dumps({"text": "One", "spans": value}), "utf-8")
    (file,) = read_files([path])
    assert outcome(file)
