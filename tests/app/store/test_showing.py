"""What one revision alone tells is shown at once, and that is what settling would show."""

from contextlib import closing

import pytest
from msgspec.structs import replace

from app.commands.annotations import delete, set_note
from app.commands.labels import delete as delete_label
from app.project import Project
from app.queries.label_set import label_set
from app.store import union
from app.store.arrival import arrival
from app.store.revision import canonical_json, parse_body
from app.store.union import Named
from tests.histories import state_of, stream_of, take, texts_of
from tests.marked import marked
from tests.projects import mark_up, sit_down


@pytest.fixture
def desk(project):
    """A desk at which things were marked, changed and deleted."""
    sit_down(project, "anna")
    text = "[The minister|actor] in [Lorn|location] said [taxes fell|claim]."
    minister, lorn, _ = mark_up(project, marked(text), title="Taxes")
    project.perform(set_note, annotation=minister.id, note="which one?")
    project.perform(delete, annotation=lorn.id)
    mark_up(project, marked("[Nobody|actor] said [so|claim]."), title="Nobody")
    spare = next(one for one in project.ask(label_set) if one.name == "denial")
    project.perform(delete_label, label=spare.id)
    return project


def misplaced(stream):
    """The stream with an annotation of words that stand elsewhere, and one that has no article."""
    said = next(one.revision for one in stream if '"so"' in one.revision.body)
    strange = []
    for number, change in enumerate(({"quote": "os"}, {"article": said.record})):
        body = canonical_json(parse_body(said.body) | change).decode()
        revision = replace(said, record=f"01a20511-cf63-7629-b98f-0dc041bed7c{number}", body=body)
        strange.append(Named(revision.id, revision))
    return sorted([*stream, *strange], key=lambda one: (one.revision.record, one.id))


def received(path, stream, texts):
    """What a new project shows, and what is told, after taking a stream in."""

    def taken(tx):
        tally = take(tx, stream=stream, texts=texts)
        told = {"name": "", "annotator": "", "code": "", "way": None, "whose": ""}
        return tally, tx.ask(arrival, step=tx.step, tally=tally, is_as_sealed=False, **told)

    with closing(Project.open(path)) as project:
        tally, report = project.perform(taken)
        return project.ask(state_of), report, tally.shown.total()


@pytest.mark.parametrize("size", [1, 2, 3, 2000])
def test_the_order_and_the_batches_make_no_difference_to_what_is_shown_and_told(
    desk, new_file, monkeypatch, size
):
    stream, texts = misplaced(stream_of(desk)), texts_of(desk)
    settled = received(new_file("settled.galley"), stream[::-1], texts)
    monkeypatch.setattr(union, "LARGE_BATCH", size)
    at_once = received(new_file("at once.galley"), stream, texts)
    assert at_once[:2] == settled[:2]
    assert settled[2] == 0
    assert (at_once[2] > 0) is (size > 1)
    assert {why for _, _, why in at_once[0]["apart"]} == {"homeless", "misplaced"}


def test_a_record_that_comes_again_later_is_settled_after_all(desk, new_file, monkeypatch):
    monkeypatch.setattr(union, "LARGE_BATCH", 5)
    stream, texts = stream_of(desk), texts_of(desk)
    noted = next(one for one in stream if "which one?" in one.revision.body)
    apart = [one for one in stream if one is not noted]
    late = received(new_file("late.galley"), [*apart, noted], texts)
    assert late[:2] == received(new_file("usual.galley"), stream, texts)[:2]
