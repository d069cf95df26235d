"""Bundles come in one after the other, each whole or not at all, and the numbers add up."""

import sqlite3
from contextlib import closing

import pytest

from app.commands import labels
from app.commands.annotations import delete, mark, set_note
from app.commands.articles import describe
from app.domain.bundle_report import Counts
from app.domain.seal import Way
from app.domain.span import Span
from app.errors import Refused
from app.files.bundle_words import report_words, total_words
from app.files.bundles import make_bundle, way_of
from app.files.receiving_bundles import receive_bundles, rehearse_bundles
from app.project import Project
from app.queries.article_list import article_list
from app.queries.article_view import annotations_of
from app.queries.check import check
from app.queries.label_set import label_set
from app.queries.people import people
from tests.marked import marked
from tests.projects import mark_up, sit_down


@pytest.fixture
def lead(project):
    """A lead's project with Anna's and Bert's first marks."""
    for name in ("Lena", "Bert", "Anna"):
        sit_down(project, name)
        if name != "Lena":
            mark_up(project, marked("[The minister|actor] said [taxes fell|claim]."), title="Taxes")
    sit_down(project, "Lena")
    return project


def named(project, name):
    return next(one for one in project.ask(people) if one.name == name)


def handed_out(lead, path, name="Anna"):
    """Hand a copy out, and open it with its annotator at the desk."""
    make_bundle(lead, path, annotator=named(lead, name), way=Way.OUT)
    copy = Project.open(path)
    copy.person = named(lead, name)
    return copy


def work(copy):
    """Change, delete and add an annotation."""
    (row,) = copy.ask(article_list, annotator=copy.person.id)
    first, second = copy.ask(annotations_of, article=row.id, annotator=copy.person.id)
    copy.perform(set_note, annotation=first.id, note="which one?")
    copy.perform(delete, annotation=second.id)
    label = copy.ask(label_set)[1].id
    copy.perform(mark, article=row.id, label=label, spans=[Span(4, 12)])


@pytest.fixture
def hand_in(lead, tmp_path):
    """What Anna hands in after some work."""
    with closing(handed_out(lead, tmp_path / "anna.galley")) as copy:
        work(copy)
        path = tmp_path / "anna hands in.galley"
        make_bundle(copy, path, annotator=copy.person, way=way_of(copy))
    return path


def report_of(project, path):
    (outcome,) = receive_bundles(project, [path])
    assert outcome.report is not None, outcome.refused
    return outcome.report


def test_the_report_says_what_came_and_adds_up(lead, hand_in):
    report = report_of(lead, hand_in)
    assert report.count("annotation") == Counts(new=1, changed=1, deleted=1)
    assert report.new + report.known + sum(report.refused.values()) == report.revisions
    assert (report.annotator, report.way, report.is_as_sealed) == ("Anna", Way.IN, True)
    (where,) = report.by_article
    assert (where.title, where.annotator) == ("Taxes", "Anna")
    assert where.annotations == report.count("annotation")
    assert report.strangers == {}
    assert not lead.ask(lambda here: list(check(here)))


def test_the_code_is_the_one_that_was_read_out_when_it_was_handed_in(lead, tmp_path):
    with closing(handed_out(lead, tmp_path / "anna.galley")) as copy:
        work(copy)
        bundle = make_bundle(copy, tmp_path / "in.galley", annotator=copy.person, way=Way.IN)
    assert report_of(lead, bundle.path).code == bundle.code


def test_coming_again_brings_nothing_new(lead, hand_in):
    report_of(lead, hand_in)
    again = report_of(lead, hand_in)
    assert again.is_nothing_new
    assert "Nothing new" in " ".join(report_words(again))


def test_a_copy_that_was_worked_in_and_never_handed_in_comes_in_too(lead, tmp_path):
    with closing(handed_out(lead, tmp_path / "anna.galley")) as copy:
        work(copy)
    report = report_of(lead, tmp_path / "anna.galley")
    assert report.count("annotation").new == 1
    assert not report.is_as_sealed
    assert "worked in since" in report_words(report)[0]


def test_one_undo_takes_a_whole_file_back(lead, hand_in):
    before = lead.ask(_annotations)
    report_of(lead, hand_in)
    assert lead.ask(_annotations) != before
    lead.undo()
    assert lead.ask(_annotations) == before
    lead.redo()
    assert len(lead.ask(_annotations)) == len(before)


def test_a_rehearsal_says_the_same_and_changes_nothing(lead, hand_in, tmp_path):
    content = lead.path.read_bytes()
    rehearsed = rehearse_bundles(lead, [hand_in, hand_in.with_name("anna.galley")])
    assert lead.path.read_bytes() == content
    done = receive_bundles(lead, [hand_in, hand_in.with_name("anna.galley")])
    assert [one.report for one in rehearsed] == [one.report for one in done]
    assert total_words(rehearsed) == total_words(done)


def test_a_folder_is_received_and_one_bad_file_keeps_no_other_out(lead, hand_in, tmp_path):
    folder = tmp_path / "handed in"
    folder.mkdir()
    hand_in.rename(folder / "1.galley")
    (folder / "2.galley").write_bytes((folder / "1.galley").read_bytes()[:5000])
    (folder / "notes.txt").write_text("Nothing to do with it.")
    good, bad = receive_bundles(lead, [folder])
    assert good.report is not None
    assert good.report.new
    assert bad.refused.startswith(str(folder / "2.galley"))
    assert "1 refused" in total_words([good, bad])


def test_another_projects_file_is_refused_with_its_name(lead, tmp_path):
    Project.create(tmp_path / "other.galley").close()
    (outcome,) = receive_bundles(lead, [tmp_path / "other.galley"])
    assert "belongs to another project" in outcome.refused


def test_the_project_itself_is_not_received(lead):
    (outcome,) = receive_bundles(lead, [lead.path])
    assert "the project itself" in outcome.refused


def test_what_the_lead_changed_meanwhile_comes_by_the_next_hand_out(lead, tmp_path):
    with closing(handed_out(lead, tmp_path / "anna.galley")) as copy:
        work(copy)
        label = lead.ask(label_set)[0]
        lead.perform(labels.rename, label=label.id, name="Speaker")
        lead.perform(labels.set_guideline, label=label.id, guideline="Who speaks.")
        row = lead.ask(article_list, annotator=None)[0]
        facts = {"source": "", "url": "", "published": "", "language": ""}
        lead.perform(describe, article=row.id, title="Taxes fell", **facts)
        make_bundle(lead, tmp_path / "2.galley", annotator=copy.person, way=Way.OUT)
        report = report_of(copy, tmp_path / "2.galley")
        assert report.count("label") == Counts(changed=2)  # examples in another one name it
        assert copy.ask(label_set)[0].name == "Speaker"
        assert copy.ask(article_list, annotator=None)[0].title == "Taxes fell"
        assert copy.ask(article_list, annotator=copy.person.id)[0].annotations == 2


def test_a_copy_takes_only_what_was_handed_out_to_its_annotator(lead, tmp_path):
    with closing(handed_out(lead, tmp_path / "anna.galley")) as copy:
        make_bundle(lead, tmp_path / "b.galley", annotator=named(lead, "Bert"), way=Way.OUT)
        lead.copy_to(tmp_path / "all.galley")
        for name in ("b.galley", "all.galley"):
            (outcome,) = receive_bundles(copy, [tmp_path / name])
            assert "takes only what was handed out to Anna" in outcome.refused
        assert [one.name for one in copy.ask(people)] == ["Anna"]


def test_work_in_anothers_name_is_said(lead, tmp_path):
    lead.copy_to(tmp_path / "copy.galley")
    bert = named(lead, "Bert")
    with closing(Project.open(tmp_path / "copy.galley")) as copy:
        copy.person = bert
        work(copy)
    with closing(sqlite3.connect(tmp_path / "copy.galley")) as file, file:
        seal = ("0" * 64, named(lead, "Anna").id, "in", "2026-01-01T00:00:00+00:00")
        file.execute("INSERT INTO seal VALUES (?, ?, ?, ?)", seal)
    report = report_of(lead, tmp_path / "copy.galley")
    assert set(report.strangers) == {"Bert"}
    assert "Bert" in report_words(report)[-1]


def test_a_row_that_was_altered_is_refused_and_counted_and_the_rest_comes_in(lead, hand_in):
    with closing(sqlite3.connect(hand_in)) as file, file:
        file.execute("UPDATE revisions SET body=replace(body, 'which', 'witch') WHERE seq > 9")
    report = report_of(lead, hand_in)
    assert report.refused == {"it is not what its name stands for": 1}
    assert report.new + report.known + 1 == report.revisions
    assert not report.is_nothing_new


def test_every_bundle_that_came_is_in_the_log(lead, hand_in):
    for _ in range(2):
        report_of(lead, hand_in)
    rows = lead.ask(
        lambda here: here.exec_driver_sql("SELECT way, step IS NULL FROM bundles").all()
    )
    assert [tuple(row) for row in rows] == [("out", 1), ("in", 0), ("in", 1)]


def test_a_file_that_somebody_else_received_meanwhile_is_there_once_after_redo(lead, hand_in):
    report_of(lead, hand_in)
    after = lead.ask(_annotations)
    lead.undo()
    lena, lead.person = lead.person, named(lead, "Bert")
    report_of(lead, hand_in)
    lead.person = lena
    lead.redo()
    assert lead.ask(_annotations) == after
    assert not lead.ask(lambda here: [str(one) for one in check(here)])


def test_a_file_stays_while_a_later_one_of_the_same_person_does(lead, tmp_path):
    first, later = tmp_path / "first.galley", tmp_path / "later.galley"
    with closing(handed_out(lead, tmp_path / "anna.galley")) as copy:
        work(copy)
        make_bundle(copy, first, annotator=copy.person, way=Way.IN)
        (row,) = copy.ask(article_list, annotator=copy.person.id)
        label = copy.ask(label_set)[0].id
        copy.perform(mark, article=row.id, label=label, spans=[Span(0, 3)])
        make_bundle(copy, later, annotator=copy.person, way=Way.IN)
    report_of(lead, first)
    lena, lead.person = lead.person, named(lead, "Bert")
    report_of(lead, later)
    lead.person = lena
    before = lead.ask(_annotations)
    with pytest.raises(Refused, match="a later file of Anna was received since"):
        lead.undo()
    assert lead.ask(_annotations) == before


def _annotations(connection):
    return sorted(connection.exec_driver_sql("SELECT id, revision FROM annotations").all())


def test_work_upon_a_state_that_was_refused_comes_in_and_is_in_order(lead, tmp_path):
    with closing(handed_out(lead, tmp_path / "anna.galley")) as copy:
        (row,) = copy.ask(article_list, annotator=copy.person.id)
        label = copy.ask(label_set)[1].id
        made = copy.perform(mark, article=row.id, label=label, spans=[Span(4, 12)])
        copy.perform(set_note, annotation=made.id, note="later")
    with closing(sqlite3.connect(tmp_path / "anna.galley")) as file, file:
        file.execute(
            "UPDATE revisions SET seq = seq + 1 WHERE record = ? AND parents = ''", [made.id]
        )
    report = report_of(lead, tmp_path / "anna.galley")
    assert (sum(report.refused.values()), report.unnamed) == (1, 1)
    assert report.count("annotation") == Counts(new=1)
    assert not lead.ask(lambda here: list(check(here)))
