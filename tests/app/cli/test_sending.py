"""`send` and `receive`: work goes out and comes back by the command line."""

import re

from tests.marked import marked
from tests.projects import add_article, mark_up, sit_down


def stocked(project):
    sit_down(project, "Lena")
    add_article(project, "The minister said taxes fell.", title="Taxes")
    project.close()
    return project.path


def test_work_goes_out_comes_back_and_both_sides_see_the_same_code(galley, project, tmp_path):
    lead, copy, back = stocked(project), tmp_path / "anna.galley", tmp_path / "back.galley"
    out = galley("send", lead, tmp_path / "anna", "--annotator", "anna")
    assert out.code == 0
    assert "anna is new here." in out.out
    assert "0 of 1 article done, 1 to do" in out.out
    assert (
        galley("annotate", copy, "Taxes", "--annotator", "anna", "--label", "actor", 4, 12).code
        == 0
    )
    handed_in = galley("send", copy, back, "--annotator", "anna")
    code = re.search(r"code (\w{4}-\w{4})", handed_in.out)[1]
    dry = galley("receive", lead, back, "--dry-run")
    assert (dry.code, "Nothing was changed" in dry.out) == (0, True)
    came = galley("receive", lead, back)
    assert came.code == 0
    assert f"handed in by anna, code {code}, as it was sealed" in came.out
    assert "annotations: 1 new" in came.out
    again = galley("receive", lead, back)
    assert "Nothing new" in again.out
    assert galley("check", lead).code == 0


def test_a_folder_with_a_bad_file_is_received_but_for_that_one(galley, project, tmp_path):
    lead, folder = stocked(project), tmp_path / "in"
    folder.mkdir()
    galley("send", lead, folder, "--annotator", "anna")
    (folder / "bad.galley").write_bytes(b"SQLite format 3\x00" + bytes(200))
    said = galley("receive", lead, folder)
    assert said.code == 1
    assert said.err.count("\n") == 1
    assert "bad.galley" in said.err
    assert "1 file received, 1 refused" in said.out


def test_a_bundle_is_never_written_over_a_file(galley, project, tmp_path):
    lead = stocked(project)
    (tmp_path / "a.galley").write_text("mine")
    said = galley("send", lead, tmp_path / "a.galley", "--annotator", "anna")
    assert (said.code, "a file of this name already" in said.err) == (1, True)
    assert (tmp_path / "a.galley").read_text() == "mine"
    assert "anna is new here" in galley("send", lead, tmp_path / "b", "--annotator", "anna").out


def test_nobody_else_annotates_in_a_copy_that_was_handed_out(galley, project, tmp_path):
    sit_down(project, "anna")
    mark_up(project, marked("[Vell|actor] said so."), title="Taxes")
    project.close()
    galley("send", project.path, tmp_path / "a", "--annotator", "anna")
    said = galley(
        "annotate", tmp_path / "a", "Taxes", "--annotator", "bert", "--label", "claim", 0, 4
    )
    assert (said.code, "handed out to anna" in said.err) == (1, True)
