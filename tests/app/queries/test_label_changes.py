"""The history knows when labels came to mean something else, and when they only look different."""

from app.commands.labels import add, delete, place, rename, restyle, retire, set_guideline, set_key
from app.domain.label import Hue, Look
from app.project import Project
from app.queries.label_changes import label_changes
from app.queries.label_set import label_set
from tests.projects import sit_down


def phrases(project: Project) -> list[tuple[str, ...]]:
    return [one.phrases for one in project.ask(label_changes)]


def test_the_labels_that_a_project_begins_with_are_no_change(project: Project) -> None:
    assert phrases(project) == []


def test_what_changes_a_meaning_is_told_and_what_changes_a_look_is_not(project: Project) -> None:
    sit_down(project)
    claim = next(one.id for one in project.ask(label_set) if one.name == "claim")
    project.perform(set_key, label=claim, key="z")
    project.perform(restyle, label=claim, look=Look.BAND, hue=Hue.RED)
    project.perform(place, label=claim, position=0)
    assert phrases(project) == []
    project.perform(set_guideline, label=claim, guideline="Only what can be checked.")
    project.perform(rename, label=claim, name="assertion")
    project.perform(retire, label=claim)
    threat = project.perform(add, name="threat").id
    project.perform(delete, label=threat)
    assert phrases(project) == [
        ("claim: guideline",),
        ("assertion: was called claim",),
        ("assertion: retired",),
        ("threat: new",),
        ("threat: deleted",),
    ]


def test_undoing_is_a_change_too(project: Project) -> None:
    sit_down(project)
    threat = project.perform(add, name="threat").id
    project.perform(delete, label=threat)
    project.undo()
    assert phrases(project)[2:] == [("threat: back again",)]


def test_a_change_has_the_day_on_which_it_was_made(project: Project) -> None:
    sit_down(project)
    project.perform(add, name="threat")
    (change,) = project.ask(label_changes)
    assert len(change.day) == len("2026-07-27")
