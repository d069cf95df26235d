"""Files come in whole or not at all, in one step, and sentences tell what became of them."""

import json
import os

import pytest

from app.commands.receive import FileReport
from app.errors import Cancelled, Refused
from app.files.receiving import receive_files, refusals, summary
from app.queries.article_list import article_list
from app.queries.people import people
from tests.marked import marked

NEWS = "A dam burst\n\nThe dam at Kessa burst on Sunday, the ministry said.\n"
CLAIM = marked("[The dam burst|claim], said [Vell|actor].")


def line_of(article, **more):
    """Return a JSONL line that says what the marks say."""
    spans = [
        {"start": one.spans[0].start, "end": one.spans[-1].end, "label": one.label}
        for one in article.marks
    ]
    return json.dumps({"text": article.text, "spans": spans, **more}) + "\n"


def titles(project):
    """Return the titles of the articles that are there."""
    return [row.title for row in project.ask(article_list, annotator=None)]


@pytest.fixture
def folder(tmp_path):
    """A folder to put files in, apart from the project."""
    folder = tmp_path / "from outside"
    folder.mkdir()
    return folder


def test_good_files_are_received_though_others_are_refused(project, folder):
    (folder / "good.txt").write_text(NEWS)
    (folder / "empty.txt").write_text("")
    (folder / "letter.pdf").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    reports = receive_files(project, [folder, folder / "missing.txt"])
    assert titles(project) == ["A dam burst"]
    assert [report.name for report in reports if report.refused] == [
        "empty.txt",
        "letter.pdf",
        "missing.txt",
    ]
    assert all(str(folder) in sentence for sentence in refusals(reports))


def test_all_files_are_one_step(project, folder):
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"{number} {NEWS}")
    receive_files(project, [folder])
    assert project.undo() is not None
    assert titles(project) == []


def test_of_a_file_with_a_fault_nothing_is_kept(project, folder):
    lines = folder / "batch.jsonl"
    lines.write_text(line_of(CLAIM, annotator="anna") + '{"text": 7}\n')
    (report,) = receive_files(project, [lines])
    assert "line 2, text" in report.refused
    assert titles(project) == []
    assert project.ask(people) == []


def test_when_everything_is_refused_the_project_keeps_its_bytes(project, folder):
    before = project.path.read_bytes()
    many = [json.dumps({"text": f"Article {number}."}) for number in range(1_000)]
    (folder / "batch.jsonl").write_text("\n".join([*many, "{"]))
    (folder / "empty.txt").write_text("\n\n")
    receive_files(project, [folder])
    assert project.path.read_bytes() == before
    assert project.next_undo() is None


def test_annotations_without_a_name_become_those_of_the_annotator_given(project, folder):
    (folder / "batch.jsonl").write_text(line_of(CLAIM))
    (report,) = receive_files(project, [folder], annotator=" anna ")
    assert report.annotations == 2
    assert [person.name for person in project.ask(people)] == ["anna"]


def test_a_name_that_nobody_may_have_is_refused_before_anything_is_read(project, folder):
    (folder / "a.txt").write_text(NEWS)
    with pytest.raises(Refused, match="gold"):
        receive_files(project, [folder], annotator="gold")


def test_an_unknown_format_is_refused_with_those_there_are(project):
    with pytest.raises(Refused, match="jsonl"):
        receive_files(project, [], format="scroll")


def test_cancelling_keeps_nothing(project, folder):
    before = project.path.read_bytes()
    for number in range(5):
        (folder / f"{number}.txt").write_text(f"{number} {NEWS}")
    (folder / "batch.jsonl").write_text(line_of(CLAIM, annotator="anna") * 3)
    asked = iter([False] * 6)
    with pytest.raises(Cancelled):
        receive_files(project, [folder], cancelled=lambda: next(asked, True))
    assert project.path.read_bytes() == before


def test_ctrl_c_in_the_middle_keeps_nothing(project, folder):
    def stop(read, total):
        if read > total / 2:
            raise KeyboardInterrupt

    before = project.path.read_bytes()
    lines = [json.dumps({"text": f"Article {number}."}) for number in range(1_000)]
    (folder / "batch.jsonl").write_text("\n".join(lines))
    with pytest.raises(KeyboardInterrupt):
        receive_files(project, [folder], progress=stop)
    assert project.path.read_bytes() == before
    assert titles(project) == []


def test_progress_ends_with_all_that_there_was(project, folder):
    told = []
    (folder / "a.txt").write_text(NEWS)
    (folder / "b.jsonl").write_text(line_of(CLAIM, annotator="anna"))
    receive_files(project, [folder], progress=lambda *far: told.append(far))
    total = sum(file.stat().st_size for file in folder.iterdir())
    assert told[-1] == (total, total)
    assert told == sorted(told)


def test_a_folder_may_hold_the_project_itself(project):
    (project.path.parent / "a.txt").write_text(NEWS)
    (project.path.parent / "copy.galley").write_bytes(b"")
    (report,) = receive_files(project, [project.path.parent])
    assert (report.name, report.new) == ("a.txt", 1)


def test_the_project_is_not_received_into_itself(project, tmp_path):
    alias = tmp_path / "alias.txt"
    alias.symlink_to(project.path)
    reports = receive_files(project, [project.path, alias])
    assert all("it is the project itself" in report.refused for report in reports)


def test_a_file_name_that_is_no_text_is_stored_readably(project, folder):
    (folder / os.fsdecode(b"caf\xe9.txt")).write_text(NEWS)
    (report,) = receive_files(project, [folder])
    assert (report.name, report.new) == ("caf\N{REPLACEMENT CHARACTER}.txt", 1)


class TestSummary:
    def test_what_was_changed_on_receipt_is_told(self, project, folder):
        (folder / "old.txt").write_bytes(NEWS.replace("\n", "\r\n").encode("utf-16"))
        assert summary(receive_files(project, [folder])) == [
            "Received 1 article.",
            "old.txt: read as UTF-16; 3 line ends unified.",
        ]

    def test_the_same_text_again_is_told_with_its_title(self, project, folder):
        (folder / "a.txt").write_text(NEWS)
        receive_files(project, [folder])
        (folder / "a.txt").rename(folder / "b.txt")
        assert summary(receive_files(project, [folder])) == [
            "Nothing new was received.",
            "b.txt: this article was here already, as “A dam burst”.",
        ]

    def test_annotations_are_counted_apart(self, project, folder):
        (folder / "a.jsonl").write_text(line_of(CLAIM, annotator="anna"))
        assert summary(receive_files(project, [folder])) == [
            "Received 1 article and 2 annotations."
        ]
        assert summary(receive_files(project, [folder])) == [
            "Nothing new was received.",
            "2 annotations were here already.",
            "a.jsonl: this article was here already, as “The dam burst, said Vell.”.",
        ]

    def test_what_cannot_be_kept_is_told(self, project, folder):
        relations = [{"id": "r", "type": "denies", "from": "a", "to": "b"}]
        (folder / "a.jsonl").write_text(line_of(CLAIM, annotator="anna", relations=relations))
        assert "a.jsonl: left out 1 relation." in summary(receive_files(project, [folder]))

    def test_refusals_come_last_and_alone_where_nothing_else_happened(self):
        assert summary([FileReport("a.txt", refused="a.txt: it is empty.")]) == [
            "a.txt: it is empty."
        ]

    def test_many_files_that_were_changed_are_summed_up(self):
        reports = [FileReport(f"{n}.txt", new=1, changed=["read as UTF-16"]) for n in range(2_000)]
        received, *changed = summary(reports)
        assert received == "Received 2,000 articles."
        assert changed[-1] == "The same goes for 1,990 more files."
        assert len(changed) == 11

    def test_changes_in_several_articles_of_a_file_are_told_once(self):
        (_, sentence) = summary(
            [FileReport("a.jsonl", new=2, changed=["3 line ends unified", "5 line ends unified"])]
        )
        assert sentence == "a.jsonl: in its articles line ends unified."
