"""A merge is one step; undone it is as if the file had never come."""

from contextlib import closing

import pytest

from app.commands.annotations import delete, relabel, set_note
from app.commands.labels import add
from app.commands.labels import delete as delete_label
from app.errors import Refused
from app.project import Project
from app.queries.article_list import article_list
from app.queries.article_view import annotations_of
from app.queries.check import check
from app.queries.label_set import label_set
from app.store.tables.history import apart
from tests.histories import state_of, stream_of, take, texts_of
from tests.marked import marked
from tests.projects import mark_up, sit_down


@pytest.fixture
def desk(project):
    """A desk at which Anna marked one claim."""
    sit_down(project, "anna")
    mark_up(project, marked("The minister said [taxes fell|claim]."), title="Taxes")
    return project


@pytest.fixture
def elsewhere(desk, tmp_path):
    """A copy of it at another machine of Anna's."""
    desk.copy_to(tmp_path / "elsewhere.galley")
    with closing(Project.open(tmp_path / "elsewhere.galley")) as copy:
        copy.person = desk.person
        yield copy


def the_one(project):
    (row,) = project.ask(article_list, annotator=project.person.id)
    (one,) = project.ask(annotations_of, article=row.id, annotator=project.person.id)
    return one


def bring(source, to):
    return to.perform(take, stream=stream_of(source), texts=texts_of(source))


def waiting(project):
    return sorted(why for _, _, why in project.ask(lambda here: here.execute(apart.select()).all()))


def is_whole(project):
    return not project.ask(lambda here: [str(one) for one in check(here)])


def test_a_change_beats_a_deletion_until_someone_decides(desk, elsewhere):
    one = the_one(desk)
    desk.perform(delete, annotation=one.id)
    elsewhere.perform(set_note, annotation=one.id, note="which taxes?")
    bring(elsewhere, desk)
    assert the_one(desk).note == "which taxes?"
    assert waiting(desk) == ["contested"]
    assert is_whole(desk)


def test_a_deleted_label_that_was_used_elsewhere_comes_back(desk, elsewhere):
    rumour = desk.perform(add, name="rumour")
    bring(desk, elsewhere)
    elsewhere.perform(relabel, annotation=the_one(elsewhere).id, label=rumour.id)
    desk.perform(delete_label, label=rumour.id)
    bring(elsewhere, desk)
    assert "rumour" in [label.name for label in desk.ask(label_set)]
    assert waiting(desk) == ["revived"]
    assert is_whole(desk)


def test_undo_puts_it_aside_and_redo_brings_it_back(desk, elsewhere):
    before = desk.ask(state_of)
    elsewhere.perform(set_note, annotation=the_one(elsewhere).id, note="x")
    bring(elsewhere, desk)
    after = desk.ask(state_of)
    desk.undo()
    assert desk.ask(state_of) == before
    assert is_whole(desk)
    desk.redo()
    assert desk.ask(state_of) == after
    assert is_whole(desk)


def test_what_was_put_aside_is_new_when_it_comes_again(desk, elsewhere):
    elsewhere.perform(set_note, annotation=the_one(elsewhere).id, note="x")
    first = bring(elsewhere, desk).new
    desk.undo()
    assert bring(elsewhere, desk).new == first == 1
    assert the_one(desk).note == "x"


def test_it_stays_where_later_work_builds_on_it_even_after_that_was_undone(desk, elsewhere):
    elsewhere.perform(set_note, annotation=the_one(elsewhere).id, note="from elsewhere")
    bring(elsewhere, desk)
    merged = desk.next_undo()
    desk.perform(set_note, annotation=the_one(desk).id, note="and from here")
    desk.undo()
    assert desk.next_undo() == merged
    before = desk.ask(state_of)
    with pytest.raises(Refused, match="later work builds on what it brought"):
        desk.undo()
    assert desk.ask(state_of) == before


def test_undo_leaves_work_without_a_home_where_an_earlier_file_brought_it(desk, elsewhere):
    rumour = elsewhere.perform(add, name="rumour")
    elsewhere.perform(relabel, annotation=the_one(elsewhere).id, label=rumour.id)
    damaged = [one for one in stream_of(elsewhere) if one.revision.record != rumour.id]
    desk.perform(take, stream=damaged, texts=texts_of(elsewhere))
    before = desk.ask(state_of)
    assert waiting(desk) == ["homeless"]
    bring(elsewhere, desk)
    assert waiting(desk) == []
    desk.undo()
    assert desk.ask(state_of) == before
    assert is_whole(desk)
