"""A study holds what annotators finished, and nothing else."""

from contextlib import closing

import pytest

from app.agreement import MEASURES
from app.commands.annotators import rename
from app.commands.assignments import finish
from app.project import Project
from app.queries.label_set import label_set
from app.queries.people import people
from app.queries.study import study
from tests.marked import marked
from tests.projects import add_article, mark_up, sit_down

TALK = marked("[“Taxes|claim#q],” said [Minister 🎭 Vell|actor], “[fell|claim#q].”")
QUIET = "Nothing happened today."


@pytest.fixture
def project(new_file):
    """Both finished the talk, ben found nothing in it; anna alone finished the quiet one."""
    with closing(Project.open(new_file())) as opened:
        sit_down(opened, "anna")
        mark_up(opened, TALK, title="Talk")
        here = add_article(opened, TALK.text, title="Talk")
        opened.perform(finish, article=here)
        quiet = add_article(opened, QUIET, title="Quiet")
        opened.perform(finish, article=quiet)
        sit_down(opened, "ben")
        opened.perform(finish, article=here)
        yield opened


def ids(project):
    return {person.name: person.id for person in project.ask(people)}


def test_finished_work_is_in_it_with_all_its_pieces(project):
    found = project.ask(study)
    assert found.annotators == ("anna", "ben")
    assert found.labels == ("actor", "claim")
    (talk,) = found.counting
    assert talk.characters == len(TALK.text)
    said = talk.works["anna"].said
    assert {(one.pieces, one.label) for one in said} == {(m.spans, m.label) for m in TALK.marks}
    assert talk.works["ben"].said == ()
    assert MEASURES["f1"].score(found).value == 0


def test_what_is_not_done_is_missing(project):
    found = project.ask(study)
    quiet = next(one for one in found.articles if one.characters == len(QUIET))
    assert quiet.works.keys() == {"anna"}
    assert found.left_out == {"finished by none of them": 0, "finished by one of them only": 1}


def test_whoever_finished_nothing_is_not_in_it_unless_asked_for(project):
    sit_down(project, "carla")
    mark_up(project, TALK, title="Talk")
    assert project.ask(study).annotators == ("anna", "ben")
    asked = project.ask(study, annotators=[ids(project)["carla"], ids(project)["anna"]])
    assert asked.annotators == ("carla", "anna")
    assert not asked.counting


def test_labels_and_articles_can_be_chosen(project):
    label = {one.name: one.id for one in project.ask(label_set)}
    only = project.ask(study, labels=[label["claim"], label["denial"]])
    assert only.labels == ("claim", "denial")
    assert {one.label for one in only.counting[0].works["anna"].said} == {"claim"}
    assert not project.ask(study, only=[]).articles


def test_another_name_changes_nothing_but_the_name(project):
    project.perform(rename, annotator=ids(project)["anna"], name="zoe")
    assert project.ask(study).annotators == ("ben", "zoe")
