"""Deciding what merging left open: each verb does what it says, travels, and can be undone."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path

import pytest

from app.commands import deciding
from app.commands import labels as label_verbs
from app.commands.annotations import delete, mark, relabel, set_note
from app.commands.articles import describe
from app.commands.assignments import finish, reopen
from app.domain.annotation import Annotation
from app.domain.annotator import Annotator
from app.domain.article import Article, fingerprint
from app.domain.assignment import State
from app.domain.conflict import Conflict, Why
from app.domain.seal import Way
from app.domain.span import Span
from app.errors import Refused
from app.files.bundles import make_bundle
from app.project import Project
from app.queries.article_list import article_list
from app.queries.article_view import annotations_of
from app.queries.check import check
from app.queries.conflicts import conflict_count, conflicts
from app.queries.label_set import label_set
from app.queries.people import people
from app.store.transaction import Transaction
from tests.copies import bring, copy_of, shown, sit
from tests.marked import marked
from tests.projects import add_article, mark_up, sit_down

ARTICLE = marked("[The minister|actor] said [taxes fell|claim]. The union denied it.")


class Two:
    """The lead's project and a copy of it, in both of which anna has worked."""

    def __init__(self, lead: Project, copy: Project, marks: list[Annotation]) -> None:
        self.lead, self.copy, self.marks = lead, copy, marks

    @property
    def article(self) -> str:
        return self.marks[0].article

    def label(self, name: str) -> str:
        return next(one.id for one in self.lead.ask(label_set) if one.name == name)

    def together(self) -> list[Conflict]:
        """Let the lead receive the copy; return what waits then."""
        bring(self.copy, to=self.lead)
        return self.lead.ask(conflicts)

    def only(self, why: Why) -> Conflict:
        (found,) = self.together()
        assert found.why is why
        assert self.lead.ask(conflict_count) == 1
        return found

    def is_settled_everywhere(self) -> None:
        """Nothing waits, neither here nor, once it has gone round, in the copy."""
        assert self.lead.ask(conflicts) == []
        assert self.lead.ask(lambda here: list(check(here))) == []
        bring(self.lead, to=self.copy)
        bring(self.copy, to=self.lead)
        assert self.copy.ask(conflicts) == []
        assert shown(self.copy) == shown(self.lead)

    def can_be_undone(self, act: Callable[[], object]) -> None:
        """Do it, undo it, do it again."""
        before = shown(self.lead)
        act()
        after = shown(self.lead)
        assert after != before
        self.lead.undo()
        assert shown(self.lead) == before
        self.lead.redo()
        assert shown(self.lead) == after


@pytest.fixture
def two(project: Project, tmp_path: Path) -> Iterator[Two]:
    with ExitStack() as opened:
        sit_down(project, "lead")
        sit_down(project, "anna")
        marks = mark_up(project, ARTICLE)
        copy = opened.enter_context(closing(copy_of(project, tmp_path / "copy.galley")))
        yield Two(project, sit(copy, "anna"), marks)


def test_either_state_of_what_changed_on_two_machines_can_be_kept(two: Two) -> None:
    own = two.marks[0].id
    two.lead.perform(set_note, annotation=own, note="here")
    two.copy.perform(set_note, annotation=own, note="there")
    found = two.only(Why.CHANGED_TWICE)
    assert {side.words.note for side in found.sides if side.words} == {"here", "there"}
    other = found.sides[1]
    assert [side.is_shown for side in found.sides] == [True, False]
    two.can_be_undone(
        lambda: two.lead.perform(
            deciding.keep_state, kind="annotation", record=own, revision=other.name
        )
    )
    assert other.words is not None
    (said, _) = two.lead.ask(
        annotations_of, article=two.article, annotator=found.sides[0].body["annotator"]
    )
    assert said.note == other.words.note
    two.is_settled_everywhere()


def test_a_state_tells_who_made_it_and_with_which_file_it_came(two: Two) -> None:
    own = two.marks[0].id
    two.lead.perform(set_note, annotation=own, note="here")
    two.copy.perform(set_note, annotation=own, note="there")
    found = two.only(Why.CHANGED_TWICE)
    assert {side.origin.person for side in found.sides} == {"anna"}
    assert found.place is not None
    assert found.place.annotation == own


def test_a_decision_that_was_handed_out_since_stays(two: Two, tmp_path: Path) -> None:
    own = two.marks[0].id
    two.lead.perform(set_note, annotation=own, note="here")
    two.copy.perform(set_note, annotation=own, note="there")
    other = two.only(Why.CHANGED_TWICE).sides[1]
    anna = sit(two.lead, "anna").person
    assert anna is not None
    make_bundle(two.lead, tmp_path / "before.galley", annotator=anna, way=Way.OUT)
    facts = {"kind": "annotation", "record": own, "revision": other.name}
    two.can_be_undone(lambda: two.lead.perform(deciding.keep_state, **facts))
    make_bundle(two.lead, tmp_path / "after.galley", annotator=anna, way=Way.OUT)
    with pytest.raises(Refused, match="handed out since"):
        two.lead.undo()
    assert two.lead.ask(conflicts) == []


def test_three_labels_of_one_name_are_counted_as_the_pairs_that_are_shown(
    two: Two, tmp_path: Path
) -> None:
    with closing(copy_of(two.lead, tmp_path / "third.galley")) as third:
        for one in (two.lead, two.copy, sit(third, "anna")):
            one.perform(label_verbs.add, name="time")
        bring(third, to=two.lead)
    assert two.lead.ask(conflict_count) == 1
    assert len(two.together()) == two.lead.ask(conflict_count) == 2


def test_an_ordinary_change_of_what_waits_opens_it_again_when_undone(two: Two) -> None:
    own = two.marks[0].id
    two.lead.perform(set_note, annotation=own, note="here")
    two.copy.perform(set_note, annotation=own, note="there")
    two.only(Why.CHANGED_TWICE)
    sit(two.lead, "anna")
    two.can_be_undone(lambda: two.lead.perform(set_note, annotation=own, note="both"))
    two.lead.undo()
    assert two.lead.ask(conflict_count) == 1


def test_what_is_decided_already_is_not_decided_again(two: Two) -> None:
    own = two.marks[0].id
    two.lead.perform(set_note, annotation=own, note="here")
    two.copy.perform(set_note, annotation=own, note="there")
    side = two.only(Why.CHANGED_TWICE).sides[0]
    facts = {"kind": "annotation", "record": own, "revision": side.name}
    two.lead.perform(deciding.keep_state, **facts)
    with pytest.raises(Refused, match="meanwhile"):
        two.lead.perform(deciding.keep_state, **facts)


@pytest.mark.parametrize("kept", [True, False])
def test_what_was_changed_here_and_deleted_there_is_kept_or_deleted(two: Two, kept: bool) -> None:
    own = two.marks[0].id
    two.lead.perform(set_note, annotation=own, note="here")
    two.copy.perform(delete, annotation=own)
    found = two.only(Why.CHANGED_AND_DELETED)
    assert [side.body is None for side in found.sides] == [False, True]
    assert found.sides[0].is_shown
    side = found.sides[0 if kept else 1]
    two.can_be_undone(
        lambda: two.lead.perform(
            deciding.keep_state, kind="annotation", record=own, revision=side.name
        )
    )
    there = two.lead.ask(annotations_of, article=two.article, annotator=two.marks[0].annotator)
    assert (own in {one.id for one in there}) is kept
    two.is_settled_everywhere()


def test_a_label_renamed_differently_takes_the_name_that_is_chosen(two: Two) -> None:
    denial = two.label("denial")  # of which no other guideline gives examples
    two.lead.perform(label_verbs.rename, label=denial, name="rejection")
    two.copy.perform(label_verbs.rename, label=denial, name="refusal")
    found = two.only(Why.CHANGED_TWICE)
    other = found.sides[1]
    two.lead.perform(deciding.keep_state, kind="label", record=denial, revision=other.name)
    assert other.label is not None
    assert other.label.name in {label.name for label in two.lead.ask(label_set)}
    two.is_settled_everywhere()


def _deleted_but_used(two: Two) -> tuple[str, Conflict]:
    denial = two.label("denial")
    two.lead.perform(label_verbs.delete, label=denial)
    span = ARTICLE.span("The union denied it")
    two.copy.perform(mark, article=two.article, label=denial, spans=[span])
    return denial, two.only(Why.USED_THOUGH_DELETED)


def test_a_label_used_though_deleted_can_stay_as_a_retired_one(two: Two) -> None:
    denial, found = _deleted_but_used(two)
    assert found.sides[0].uses == 1
    two.can_be_undone(lambda: two.lead.perform(deciding.keep_used, kind="label", record=denial))
    assert {one.name: one.retired for one in two.lead.ask(label_set)}["denial"]
    two.is_settled_everywhere()


def test_the_annotations_of_a_deleted_label_can_take_another_one(two: Two) -> None:
    denial, _ = _deleted_but_used(two)
    two.can_be_undone(
        lambda: two.lead.perform(deciding.relabel_used, label=denial, into=two.label("claim"))
    )
    assert "denial" not in {one.name for one in two.lead.ask(label_set)}
    two.is_settled_everywhere()


def test_work_in_a_state_that_was_said_differently_is_settled(two: Two) -> None:
    two.lead.perform(finish, article=two.article)
    two.copy.perform(reopen, article=two.article)
    found = two.only(Why.CHANGED_TWICE)
    assert found.kind == "assignment"
    two.lead.perform(
        deciding.keep_state, kind="assignment", record=found.record, revision=found.sides[1].name
    )
    two.is_settled_everywhere()


def correct(tx: Transaction, *, article: str, text: str) -> Article:
    """Let an article have another text, as no command does, but a copy from elsewhere may."""
    sha256 = fingerprint(text)
    tx.keep_texts({sha256: text})
    tx.name_step("correct")
    return tx.change(replace(tx.require(Article, article), sha256=sha256, characters=len(text)))


def _text_differs(two: Two, text: str) -> Conflict:
    """Let the copy bring another text under the two annotations, and take the first one away."""
    two.lead.perform(delete, annotation=two.marks[1].id)
    two.copy.perform(delete, annotation=two.marks[1].id)
    two.copy.perform(delete, annotation=two.marks[0].id)
    two.copy.perform(correct, article=two.article, text=text)
    two.lead.perform(set_note, annotation=two.marks[0].id, note="stays")
    found = {one.why: one for one in two.together()}
    assert found.keys() == {Why.MISPLACED, Why.CHANGED_AND_DELETED}
    return found[Why.MISPLACED]


def test_an_annotation_goes_where_its_words_stand_in_the_corrected_text(two: Two) -> None:
    found = _text_differs(two, f"Corrected. {ARTICLE.text}")
    assert found.sides[0].words is not None
    assert found.sides[0].words.excerpt.words == "The minister"
    own = two.marks[0]
    assert found.moved is not None
    assert found.moved[0].start == own.spans[0].start + 11
    two.can_be_undone(lambda: two.lead.perform(deciding.place_again, annotation=own.id))
    (said,) = two.lead.ask(annotations_of, article=two.article, annotator=own.annotator)
    assert (said.spans, said.quote, said.note) == (found.moved, own.quote, "stays")
    two.is_settled_everywhere()


def test_an_annotation_whose_words_are_gone_is_shown_and_can_be_deleted(two: Two) -> None:
    found = _text_differs(two, "Something else altogether.")
    assert found.moved is None
    with pytest.raises(Refused, match="cannot be told"):
        two.lead.perform(deciding.place_again, annotation=found.record)
    two.can_be_undone(
        lambda: two.lead.perform(deciding.drop, kind="annotation", record=found.record)
    )
    two.is_settled_everywhere()


def test_two_labels_of_one_name_become_one(two: Two) -> None:
    here = two.lead.perform(label_verbs.add, name="Rumour")
    there = two.copy.perform(label_verbs.add, name="rumour")
    two.copy.perform(relabel, annotation=two.marks[0].id, label=there.id)
    found = two.only(Why.SAME_LABEL)
    assert {side.name for side in found.sides} == {here.id, there.id}
    two.can_be_undone(lambda: two.lead.perform(deciding.unite_labels, label=there.id, into=here.id))
    said = two.lead.ask(annotations_of, article=two.article, annotator=two.marks[0].annotator)
    assert here.id in {one.label for one in said}
    two.is_settled_everywhere()


def test_two_people_of_one_name_are_told_apart_by_a_number(two: Two) -> None:
    sit_down(two.lead, "Bert")
    newcomer = sit_down(two.copy, "bert")
    found = two.only(Why.SAME_PERSON)
    assert newcomer.id in {side.name for side in found.sides}
    two.can_be_undone(lambda: two.lead.perform(deciding.tell_apart, annotator=newcomer.id))
    assert "bert (2)" in {one.name for one in two.lead.ask(people)}
    two.is_settled_everywhere()


def test_what_one_person_says_twice_is_listed_and_not_asked(two: Two) -> None:
    span = ARTICLE.span("The union")
    for copy in (two.lead, two.copy):
        copy.perform(mark, article=two.article, label=two.label("actor"), spans=[span])
    (found,) = two.together()
    assert found.why is Why.TWINS
    assert not found.why.is_open
    assert two.lead.ask(conflict_count) == 0


def test_of_what_one_person_said_twice_one_can_stay(two: Two) -> None:
    span = ARTICLE.span("The union")
    for copy in (two.lead, two.copy):
        copy.perform(mark, article=two.article, label=two.label("actor"), spans=[span])
    (found,) = two.together()
    first, second = (side.name for side in found.sides)
    two.lead.perform(set_note, annotation=second, note="which one?")
    two.lead.perform(finish, article=two.article)
    two.can_be_undone(lambda: two.lead.perform(deciding.unite_twins, annotation=second, into=first))
    anna = two.marks[0].annotator
    said = {
        one.id: one for one in two.lead.ask(annotations_of, article=two.article, annotator=anna)
    }
    assert second not in said
    assert said[first].note == "which one?"
    (row,) = two.lead.ask(article_list, annotator=anna)
    assert row.state is State.DONE
    two.is_settled_everywhere()


def test_only_what_says_the_same_is_made_one(two: Two) -> None:
    one, other = (mark.id for mark in two.marks)
    for goes, into in ((one, other), (one, one)):
        with pytest.raises(Refused, match="meanwhile"):
            two.lead.perform(deciding.unite_twins, annotation=goes, into=into)
    with pytest.raises(Refused, match="meanwhile"):
        two.lead.perform(deciding.unite_articles, pairs=[(two.article, two.article)])


def test_two_articles_of_one_text_can_become_one_with_all_work_in_them(two: Two) -> None:
    text = "Rents rose in Pell."
    here, there = add_article(two.lead, text, title="Pell"), add_article(two.copy, text)
    two.copy.perform(
        describe, article=there, title="Rents", source="Bell", url="", published="", language=""
    )
    for copy, article in ((two.lead, here), (two.copy, there)):
        for words in ("Rents", "Pell") if copy is two.copy else ("Rents",):
            start = text.index(words)
            copy.perform(
                mark,
                article=article,
                label=two.label("actor"),
                spans=[Span(start, start + len(words))],
            )
        copy.perform(finish, article=article)
    (found,) = two.together()
    assert found.why is Why.SAME_TEXT
    assert {side.uses for side in found.sides} == {1, 2}
    two.can_be_undone(lambda: two.lead.perform(deciding.unite_articles, pairs=[(there, here)]))
    anna = two.marks[0].annotator
    row = next(one for one in two.lead.ask(article_list, annotator=anna) if one.id == here)
    assert (row.title, row.source, row.annotations, row.state) == ("Pell", "Bell", 2, State.DONE)
    two.is_settled_everywhere()


def test_what_two_described_differently_is_told_side_by_side(two: Two) -> None:
    facts = {"source": "", "url": "", "published": "", "language": ""}
    two.lead.perform(describe, article=two.article, title="Taxes", **facts)
    two.copy.perform(describe, article=two.article, title="Tax", **facts)
    found = two.only(Why.CHANGED_TWICE)
    assert {side.body["title"] for side in found.sides if side.body} == {"Taxes", "Tax"}


def test_nobody_decides_who_has_not_said_who_they_are(two: Two) -> None:
    denial, _ = _deleted_but_used(two)
    two.lead.person = None
    with pytest.raises(Refused, match="who annotates here"):
        two.lead.perform(deciding.keep_used, kind="label", record=denial)


def test_people_told_apart_keep_their_ids(two: Two) -> None:
    one = sit_down(two.lead, "Bert")
    with pytest.raises(Refused, match="meanwhile"):
        two.lead.perform(deciding.tell_apart, annotator=one.id)
    assert Annotator(one.id, "Bert") in two.lead.ask(people)


def test_a_decision_that_was_undone_is_asked_for_again(two: Two) -> None:
    own = two.marks[0].id
    two.lead.perform(set_note, annotation=own, note="here")
    two.copy.perform(delete, annotation=own)
    found = two.only(Why.CHANGED_AND_DELETED)
    two.lead.perform(
        deciding.keep_state, kind="annotation", record=own, revision=found.sides[1].name
    )
    two.lead.undo()
    assert two.lead.ask(conflicts) == [found]
