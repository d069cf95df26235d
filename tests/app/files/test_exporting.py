"""What goes out: whole, proved, and the same bytes for the same project."""

import io
import json
import sqlite3
from contextlib import closing

import pytest

from app.commands.annotations import delete, set_note, set_unsure
from app.commands.assignments import finish, reopen
from app.errors import Cancelled, FileTrouble, Refused
from app.files.exporting import export
from app.files.receiving import receive_files
from tests.marked import marked
from tests.projects import add_article, mark_up, sit_down

TALK = marked("“[Taxes [[fell|claim]|denial]|claim#q],” said [Vell|actor], “[at last|claim#q].”")


@pytest.fixture
def desk(project):
    """A project in which anna marked one article and ben another, and a third is untouched."""
    sit_down(project, "ben")
    mark_up(project, TALK, title="Taxes")
    sit_down(project, "anna")
    first, *_ = mark_up(project, marked("[Rome|location] 🎉"), title="Rome")
    project.perform(set_note, annotation=first.id, note="the city")
    project.perform(set_unsure, annotation=first.id, unsure=True)
    project.perform(finish, article=first.article)
    add_article(project, "Nobody has read this.", title="Unread")
    return project


def lines_of(project, **options):
    """Return an export's lines as objects."""
    stream = io.BytesIO()
    export(project, stream, **options)
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_everybody_s_view_has_a_line_for_whoever_began_and_for_each_untouched_article(desk):
    assert [(line["meta"]["title"], line["annotator"]) for line in lines_of(desk)] == [
        ("Taxes", "ben"),
        ("Rome", "anna"),
        ("Unread", ""),
    ]
    assert lines_of(desk, annotator="all") == lines_of(desk)


def test_one_annotator_s_view_has_every_article(desk):
    lines = lines_of(desk, annotator="Ben")
    assert [(line["annotator"], len(line["spans"])) for line in lines] == [
        ("ben", len(TALK.marks)),
        ("ben", 0),
        ("ben", 0),
    ]


def test_the_report_counts_what_went_out(desk, tmp_path):
    report = export(desk, tmp_path / "out.jsonl")
    assert (report.lines, report.annotations) == (3, len(TALK.marks) + 1)
    assert not report.loss


def test_the_same_project_gives_the_same_bytes(desk, tmp_path):
    export(desk, tmp_path / "one.jsonl")
    export(desk, tmp_path / "two.jsonl")
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()


def test_an_export_received_elsewhere_goes_out_as_the_same_bytes(
    project, new_file, open_project, tmp_path
):
    for name, titles in (("ben", ()), ("anna", ("Rome", "Taxes")), ("ben", ("Taxes",))):
        sit_down(project, name)
        for title in titles:
            mark_up(project, marked("[Rome|location]") if title == "Rome" else TALK, title=title)
    export(project, tmp_path / "one.jsonl")
    other = open_project(new_file("other.galley"))
    (report,) = receive_files(other, [tmp_path / "one.jsonl"])
    assert report.refused == ""
    export(other, tmp_path / "two.jsonl")
    assert (tmp_path / "two.jsonl").read_bytes() == (tmp_path / "one.jsonl").read_bytes()


def test_what_was_begun_and_taken_back_leaves_no_trace_in_an_export(desk):
    sit_down(desk, "carla")
    before = lines_of(desk)
    article = before[-1]["id"]
    desk.perform(finish, article=article)
    assert lines_of(desk)[-1]["annotator"] == "carla"
    desk.perform(reopen, article=article)
    assert lines_of(desk) == before


def test_deleted_annotations_stay_at_home(desk):
    sit_down(desk, "anna")
    (rome,) = lines_of(desk)[1]["spans"]
    desk.perform(delete, annotation=rome["id"])
    assert lines_of(desk)[1]["spans"] == []


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("gold", "Nothing has been settled yet, so there is no gold to export."),
        ("dora", "The project has no annotator “dora”; it has ben and anna."),
    ],
)
def test_a_view_that_is_not_there_is_refused(desk, tmp_path, name, sentence):
    with pytest.raises(Refused) as refused:
        export(desk, tmp_path / "out.jsonl", annotator=name)
    assert str(refused.value) == sentence
    assert not (tmp_path / "out.jsonl").exists()


def test_a_name_is_found_however_its_accents_are_written(desk):
    zoe = sit_down(desk, "Zoë")
    (line, *_) = lines_of(desk, annotator="zoe\u0308")
    assert line["annotator"] == zoe.name


@pytest.mark.parametrize("form", ["text", "scroll"])
def test_a_format_that_is_only_read_or_unknown_is_refused(project, tmp_path, form):
    with pytest.raises(Refused, match="it writes jsonl"):
        export(project, tmp_path / "out", format=form)


def test_a_project_is_never_written_over(desk):
    before = desk.path.read_bytes()
    with pytest.raises(FileTrouble, match="may not take a project's name"):
        export(desk, desk.path)
    assert desk.path.read_bytes() == before


@pytest.mark.parametrize("name", ["without its ending", "a link.jsonl"])
def test_a_project_is_not_written_over_under_another_name(new_file, open_project, tmp_path, name):
    path = new_file("without its ending")
    before = path.read_bytes()
    if name != path.name:
        (tmp_path / name).symlink_to(path)
    with pytest.raises(FileTrouble, match="it is the project itself"):
        export(open_project(path), tmp_path / name)
    assert path.read_bytes() == before


def test_cancelling_leaves_what_was_there(desk, tmp_path):
    out = tmp_path / "out.jsonl"
    out.write_text("the one before")
    asked = iter([False, True])
    with pytest.raises(Cancelled):
        export(desk, out, cancelled=lambda: next(asked))
    assert out.read_text() == "the one before"
    assert sorted(
        file.name for file in tmp_path.iterdir() if file.suffix not in (".galley-journal", ".lock")
    ) == [
        "desk.galley",
        "out.jsonl",
    ]


def test_progress_counts_articles(desk):
    told = []
    export(desk, io.BytesIO(), progress=lambda *far: told.append(far))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_quote_that_is_not_in_the_text_stops_the_export(desk, new_file, open_project, tmp_path):
    damaged = new_file("damaged.galley")
    damaged.write_bytes(desk.path.read_bytes())
    with closing(sqlite3.connect(damaged)) as connection:
        connection.execute("UPDATE annotations SET quote = 'Rame' WHERE quote = 'Rome'")
        connection.commit()
    with pytest.raises(FileTrouble) as trouble:
        export(open_project(damaged), tmp_path / "out.jsonl")
    assert "“Rame” is not what stands at 0–4" in str(trouble.value)
    assert not (tmp_path / "out.jsonl").exists()
