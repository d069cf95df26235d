"""A bundle is one annotator's work as a project file: blind, sealed, and whole or not at all."""

from contextlib import closing

import pytest

from app.commands import labels
from app.commands.annotations import mark
from app.commands.articles import describe
from app.commands.assignments import finish
from app.domain.seal import Way
from app.domain.span import Span
from app.errors import Cancelled, FileTrouble, Refused
from app.files.bundle_words import standing_words
from app.files.bundles import make_bundle, proposed_name, way_of
from app.project import Project
from app.queries.article_list import article_list
from app.queries.check import check
from app.queries.hand_over import HandOver
from app.queries.label_set import label_set
from app.queries.people import people
from app.queries.seat import seat
from app.store.bundle_log import digest_here
from tests.marked import marked
from tests.projects import add_article, mark_up, sit_down


@pytest.fixture
def lead(project):
    """A lead's project in which Anna and Bert have both marked the same article."""
    for name in ("Lena", "Bert", "Anna"):
        sit_down(project, name)
        if name != "Lena":
            mark_up(project, marked("[The minister|actor] said [taxes fell|claim]."), title="Taxes")
    return project


def named(project, name):
    return next(one for one in project.ask(people) if one.name == name)


def handed_out(lead, path, name="Anna"):
    make_bundle(lead, path, annotator=named(lead, name), way=Way.OUT)
    return path


def test_what_goes_out_holds_nobody_elses_work_nor_their_names(lead, tmp_path, open_project):
    copy = open_project(handed_out(lead, tmp_path / "anna.galley"))
    assert copy.id == lead.id
    assert [one.name for one in copy.ask(people)] == ["Anna"]
    (row,) = copy.ask(article_list, annotator=named(lead, "Anna").id)
    assert row.annotations == 2
    assert copy.ask(article_list, annotator=named(lead, "Bert").id)[0].annotations == 0
    content = (tmp_path / "anna.galley").read_bytes()
    assert b"Bert" not in content
    assert b"Lena" not in content
    assert not copy.ask(lambda here: list(check(here)))


def test_exactly_one_file_is_made_and_its_code_is_that_of_what_it_holds(lead, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    bundle = make_bundle(lead, folder / "a.galley", annotator=named(lead, "Anna"), way=Way.OUT)
    assert [file.name for file in folder.iterdir()] == ["a.galley"]
    with closing(Project.open(bundle.path, only_read=True)) as copy:
        digest = copy.ask(digest_here)
    assert digest == bundle.seal.digest
    assert bundle.code == f"{digest[:4]}-{digest[4:8]}".upper()


def test_the_same_work_has_the_same_code_wherever_it_is_sealed(lead, tmp_path, open_project):
    copy = open_project(handed_out(lead, tmp_path / "anna.galley"))
    anna = named(lead, "Anna")
    codes = {
        make_bundle(one, tmp_path / f"{number}.galley", annotator=anna, way=way_of(one)).code
        for number, one in enumerate([lead, copy, lead])
    }
    assert len(codes) == 1


def test_a_copy_that_was_handed_out_seats_its_annotator_and_nobody_else(
    lead, tmp_path, open_project
):
    copy = open_project(handed_out(lead, tmp_path / "anna.galley"))
    assert lead.ask(seat) is None
    assert copy.ask(seat) == named(lead, "Anna")
    assert sit_down(copy, "anna") == named(lead, "Anna")
    with pytest.raises(Refused, match="handed out to Anna"):
        sit_down(copy, "Carla")
    copy.person = named(lead, "Bert")
    article = copy.ask(article_list, annotator=None)[0].id
    label = copy.ask(label_set)[0].id
    with pytest.raises(Refused, match=r"Anna|annotators any more"):
        copy.perform(mark, article=article, label=label, spans=[Span(0, 3)])


def test_nobody_takes_back_what_a_fresh_copy_was_filled_with(lead, tmp_path, open_project):
    anna = named(lead, "Anna")
    make_bundle(lead, tmp_path / "in.galley", annotator=anna, way=Way.IN)
    for path in (tmp_path / "in.galley", handed_out(lead, tmp_path / "anna.galley")):
        copy = open_project(path)
        there = copy.ask(article_list, annotator=None)
        with pytest.raises(Refused, match="what this copy was made of"):
            copy.undo()
        assert copy.ask(article_list, annotator=None) == there != []


def test_labels_articles_and_people_are_the_leads_to_change(lead, tmp_path, open_project):
    copy = open_project(handed_out(lead, tmp_path / "anna.galley"))
    anna = sit_down(copy, "Anna")
    article = copy.ask(article_list, annotator=anna.id)[0].id
    label = copy.ask(label_set)[0].id
    acts = [
        lambda: copy.perform(labels.add, name="rumour"),
        lambda: copy.perform(labels.rename, label=label, name="rumour"),
        lambda: copy.perform(labels.set_guideline, label=label, guideline="No."),
        lambda: copy.perform(
            describe, article=article, title="x", source="", url="", published="", language=""
        ),
        lambda: add_article(copy, "Another text."),
    ]
    for act in acts:
        with pytest.raises(Refused, match="the lead's to change"):
            act()
    copy.perform(mark, article=article, label=label, spans=[Span(4, 12)])


def test_how_far_the_annotator_is_is_told_before_it_goes(lead, tmp_path):
    anna = sit_down(lead, "Anna")
    add_article(lead, "Nobody has read this.", title="Unread")
    done = lead.ask(article_list, annotator=anna.id)[0].id
    lead.perform(finish, article=done)
    told = make_bundle(lead, tmp_path / "a.galley", annotator=anna, way=Way.OUT).at_hand_over
    assert (told.articles, told.done, told.begun, told.to_do, told.annotations) == (2, 1, 0, 1, 2)
    assert not told.is_complete


def test_what_changed_since_it_was_done_is_told_as_done() -> None:
    standing = HandOver(articles=5, done=0, changed=1, begun=0, to_do=4, annotations=7)
    told = "1 of 5 articles done (1 changed since), 4 to do; 7 annotations"
    assert standing_words(standing) == told


def test_a_file_that_is_there_is_never_written_over(lead, tmp_path):
    path = handed_out(lead, tmp_path / "anna.galley")
    content = path.read_bytes()
    with pytest.raises(FileTrouble, match="a file of this name already"):
        handed_out(lead, path)
    assert path.read_bytes() == content


def test_where_it_cannot_be_noted_or_named_no_file_is_made(lead, tmp_path):
    folder, anna = tmp_path / "out", named(lead, "Anna")
    folder.mkdir()
    with pytest.raises(FileTrouble, match="cannot be written"):
        handed_out(lead, folder / ("x" * 300 + ".galley"))
    lead.close()
    with closing(Project.open(lead.path, only_read=True)) as shut, pytest.raises(Refused):
        make_bundle(shut, folder / "a.galley", annotator=anna, way=Way.OUT)
    assert not list(folder.iterdir())


def test_cancelling_leaves_no_file(lead, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(Cancelled):
        make_bundle(
            lead,
            folder / "a.galley",
            annotator=named(lead, "Anna"),
            way=Way.OUT,
            cancelled=lambda: True,
        )
    assert not list(folder.iterdir())


def test_nobody_hands_in_somebody_elses_work_from_their_own_copy(lead, tmp_path, open_project):
    copy = open_project(handed_out(lead, tmp_path / "anna.galley"))
    with pytest.raises(Refused, match="This copy is Anna's"):
        make_bundle(copy, tmp_path / "b.galley", annotator=named(lead, "Bert"), way=Way.IN)


def test_the_name_that_is_proposed_does_not_grow_on_the_way_there_and_back(
    lead, tmp_path, open_project
):
    anna = named(lead, "Anna")
    out = proposed_name(lead, anna)
    copy = open_project(handed_out(lead, tmp_path / out))
    assert out.startswith("desk–Anna–2")
    assert proposed_name(copy, anna) == out.replace("Anna–", "Anna–handed in ")
