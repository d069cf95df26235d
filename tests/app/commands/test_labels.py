"""The label set is changed one step at a time, by rules that keep names and keys apart."""

from collections.abc import Callable

import pytest

from app.commands import annotations, labels
from app.domain.label import DESK_KEYS, Hue, Label, Look
from app.errors import Refused
from app.project import Project
from app.queries.article_view import annotations_of
from app.queries.check import check
from app.queries.label_set import label_set
from app.queries.label_use import LabelUse, label_use
from tests.marked import marked
from tests.projects import add_article, mark_up, sit_down

ARTICLE = marked("[Ada Ruiz|actor] said [rents rose|claim] in [Gora-Podol|location].")


@pytest.fixture
def said(project: Project) -> Project:
    """A project in which one article was marked."""
    sit_down(project)
    mark_up(project, ARTICLE)
    return project


def named(project: Project, name: str) -> Label:
    return next(label for label in project.ask(label_set) if label.name == name)


def names(project: Project) -> list[str]:
    return [label.name for label in project.ask(label_set)]


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as told:
        act()
    return str(told.value)


def test_a_new_project_has_a_guideline_for_each_default_label(project: Project) -> None:
    for label in project.ask(label_set):
        assert label.guideline.startswith(("A ", "An "))
        assert f"|{label.name}]" in label.guideline


def test_a_new_label_comes_last_with_a_key_and_a_hue_of_its_own(project: Project) -> None:
    before = project.ask(label_set)
    added = project.perform(labels.add, name="  intention ")
    assert project.ask(label_set) == [*before, added]
    assert (added.name, added.key) == ("intention", "5")
    assert added.hue not in {label.hue for label in before}
    assert project.next_undo().title == "add label intention"
    project.undo()
    assert project.ask(label_set) == before


def test_eight_labels_have_eight_hues_and_later_ones_differ_in_look(project: Project) -> None:
    for number in range(12):
        project.perform(labels.add, name=f"label {number}")
    there = project.ask(label_set)
    assert {label.hue for label in there[:8]} == set(Hue)
    assert len({(label.hue, label.look) for label in there}) == len(there)
    assert "".join(label.key for label in there) == "1234567890"


@pytest.mark.parametrize("name", ["Claim", "CLAIM", " claim\u00a0", "cLaIm"])
def test_two_names_that_read_the_same_are_refused(project: Project, name: str) -> None:
    assert "There is a label “claim” already" in refused(
        lambda: project.perform(labels.add, name=name)
    )


def test_names_are_compared_as_they_are_composed(project: Project) -> None:
    project.perform(labels.add, name="Cafe\u0301")
    assert names(project)[-1] == "Café"
    assert "already" in refused(lambda: project.perform(labels.add, name="CAFÉ"))
    assert "already" in refused(lambda: project.perform(labels.add, name="cafe\u0301"))


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("", "needs a name"),
        (" \u00a0", "needs a name"),
        ("x" * 201, "may have 200 characters; it has 201"),
        ("act\u202eor", "invisible"),
        ("act\u200bor", "invisible"),
        ("act\nor", "invisible"),
    ],
)
def test_a_name_that_misleads_is_refused(project: Project, name: str, rule: str) -> None:
    actor = named(project, "actor")
    assert rule in refused(lambda: project.perform(labels.add, name=name))
    assert rule in refused(lambda: project.perform(labels.rename, label=actor.id, name=name))


@pytest.mark.parametrize("name", ["می\u200cگوید", "ශ්\u200dරී"])
def test_a_name_may_hold_the_joiners_that_its_script_needs(project: Project, name: str) -> None:
    assert project.perform(labels.add, name=name).name == name


def test_a_guideline_is_kept_without_what_cannot_be_stored(project: Project) -> None:
    actor = named(project, "actor")
    project.perform(labels.set_guideline, label=actor.id, guideline="When \ud83d acts.\x00")
    assert named(project, "actor").guideline == "When \ufffd acts.\ufffd"


def test_undo_brings_back_no_name_that_another_label_has_by_now(project: Project) -> None:
    actor, location = named(project, "actor"), named(project, "location")
    anna, ben = sit_down(project, "anna"), sit_down(project, "ben")
    for one in (actor, location):  # whose examples name each other
        project.perform(labels.set_guideline, label=one.id, guideline="")
    project.person = anna
    project.perform(labels.rename, label=actor.id, name="player")
    project.person = ben
    project.perform(labels.rename, label=location.id, name="ACTOR")
    project.person = anna
    assert "there is another label “ACTOR” by now" in refused(project.undo)
    assert names(project)[:2] == ["player", "ACTOR"]


def test_undo_and_redo_bring_back_no_key_that_another_label_has_by_now(project: Project) -> None:
    actor, location = named(project, "actor"), named(project, "location")
    anna, ben = sit_down(project, "anna"), sit_down(project, "ben")
    project.person = anna
    project.perform(labels.set_key, label=actor.id, key="9")
    project.person = ben
    project.perform(labels.set_key, label=location.id, key="1")
    project.person = anna
    assert "the key 1 marks as location by now" in refused(project.undo)
    project.person = ben
    project.undo()
    project.person = anna
    project.undo()
    project.person = ben
    project.perform(labels.set_key, label=location.id, key="9")
    project.person = anna
    assert "the key 9 marks as location by now" in refused(project.redo)
    assert named(project, "actor").key == "1"
    assert project.ask(lambda here: list(check(here))) == []


def test_a_label_is_renamed_everywhere_at_once_and_may_change_its_capitals(said: Project) -> None:
    claim = named(said, "claim")
    said.perform(labels.rename, label=claim.id, name="Claim")
    said.perform(labels.rename, label=claim.id, name="assertion")
    assert said.ask(label_use)[claim.id] == LabelUse(1, 1, 1)
    assert names(said) == ["actor", "location", "assertion", "denial"]
    assert "actor" in refused(lambda: said.perform(labels.rename, label=claim.id, name="Actor"))


def test_examples_in_all_guidelines_follow_a_name_and_undo_takes_both_back(said: Project) -> None:
    claim, denial = named(said, "claim"), named(said, "denial")
    for one in (claim, denial):
        said.perform(labels.set_guideline, label=one.id, guideline="As in `[it rained|claim]`.")
    said.perform(labels.rename, label=claim.id, name="assertion")
    for name in ("assertion", "denial"):
        assert named(said, name).guideline == "As in `[it rained|assertion]`."
    said.undo()
    for name in ("claim", "denial"):
        assert named(said, name).guideline == "As in `[it rained|claim]`."
    said.perform(labels.merge, label=claim.id, into=denial.id)
    assert named(said, "denial").guideline == "As in `[it rained|denial]`."


def test_a_key_is_one_character_that_nothing_else_has(project: Project) -> None:
    actor = named(project, "actor")
    assert project.perform(labels.set_key, label=actor.id, key="a").key == "A"
    assert project.perform(labels.set_key, label=actor.id, key="ف").key == "ف"
    assert project.perform(labels.set_key, label=actor.id, key="").key == ""
    assert project.perform(labels.set_key, label=actor.id, key="1").key == "1"
    for key, rule in (
        ("2", "The key 2 marks as location already"),
        ("12", "one character"),
        ("ß", "one character"),
        ("\u202e", "one character"),
        *((key.lower(), "one of the desk's own") for key in sorted(DESK_KEYS)),
    ):
        assert rule in refused(
            lambda key=key: project.perform(labels.set_key, label=actor.id, key=key)
        )


def test_a_label_takes_another_look_and_hue(project: Project) -> None:
    actor = named(project, "actor")
    project.perform(labels.restyle, label=actor.id, look=Look.BAND, hue=Hue.PINK)
    assert (named(project, "actor").look, named(project, "actor").hue) == (Look.BAND, Hue.PINK)
    project.undo()
    assert named(project, "actor") == actor


@pytest.mark.parametrize(
    ("position", "order"),
    [
        (0, ["denial", "actor", "location", "claim"]),
        (2, ["actor", "location", "denial", "claim"]),
        (99, ["actor", "location", "claim", "denial"]),
        (-1, ["denial", "actor", "location", "claim"]),
    ],
)
def test_a_label_is_put_at_another_place(project: Project, position: int, order: list[str]) -> None:
    project.perform(labels.place, label=named(project, "denial").id, position=position)
    assert names(project) == order


def test_a_retired_label_stays_where_it_was_given_and_marks_nothing_new(said: Project) -> None:
    claim = named(said, "claim")
    here = add_article(said, ARTICLE.text)
    said.perform(labels.retire, label=claim.id)
    mine = said.ask(annotations_of, article=here, annotator=said.person.id)
    assert claim.id in {one.label for one in mine}
    actor = next(one for one in mine if one.label != claim.id)
    for act in (
        lambda: said.perform(
            annotations.mark, article=here, label=claim.id, spans=[ARTICLE.span("said")]
        ),
        lambda: said.perform(annotations.relabel, annotation=actor.id, label=claim.id),
    ):
        assert "The label claim is retired" in refused(act)
    said.perform(labels.restore, label=claim.id)
    assert named(said, "claim") == claim


def test_a_retired_labels_key_may_be_given_away_and_its_name_may_not(project: Project) -> None:
    claim = named(project, "claim")
    project.perform(labels.retire, label=claim.id)
    assert project.perform(labels.add, name="assertion").key == "3"
    assert "already" in refused(lambda: project.perform(labels.add, name="claim"))
    assert project.perform(labels.restore, label=claim.id).key == ""


def test_one_label_is_always_left_to_mark_with(project: Project) -> None:
    *others, last = project.ask(label_set)
    for label in others:
        project.perform(labels.retire, label=label.id)
    for act in (labels.retire, labels.delete):
        assert "at least one label" in refused(lambda act=act: project.perform(act, label=last.id))
    assert "retired" in refused(
        lambda: project.perform(labels.merge, label=last.id, into=others[0].id)
    )
    project.perform(labels.delete, label=others[0].id)


def test_a_label_that_marks_something_cannot_be_deleted(said: Project) -> None:
    claim, denial = named(said, "claim"), named(said, "denial")
    assert "has annotations; retire it, or merge it" in refused(
        lambda: said.perform(labels.delete, label=claim.id)
    )
    said.perform(labels.delete, label=denial.id)
    assert names(said) == ["actor", "location", "claim"]
    said.undo()
    assert named(said, "denial") == denial


def test_a_guideline_is_kept_as_it_is_written(project: Project) -> None:
    actor = named(project, "actor")
    words = "An actor acts.\n\n* “Ada”\u00a0🙂\n\n![x](file:///etc/passwd)"
    project.perform(labels.set_guideline, label=actor.id, guideline=words)
    assert named(project, "actor").guideline == words
    assert "50,000" in refused(
        lambda: project.perform(labels.set_guideline, label=actor.id, guideline="x" * 50_001)
    )
    project.undo()
    assert named(project, "actor") == actor
    assert project.ask(lambda here: list(check(here))) == []
