"""The rules of annotating, each as an annotator meets it."""

import pytest

from app.commands.annotations import (
    NOTE_LIMIT,
    add_piece,
    delete,
    join_pieces,
    mark,
    move,
    relabel,
    set_note,
    set_unsure,
    split,
    take_piece,
)
from app.domain.annotation import Annotation
from app.domain.span import Span
from app.errors import Refused
from app.project import Project
from app.queries.article_view import annotations_of
from app.queries.check import check
from app.queries.label_set import label_set
from tests.marked import marked
from tests.projects import add_article, mark_up, sit_down

ARTICLE = marked(
    "[“The crane|claim#q],” he said, “[had fallen|claim#q],” but [Little Quay|location] saw none."
)
LENGTH = len(ARTICLE.text)


@pytest.fixture
def claim(project: Project) -> Annotation:
    sit_down(project)
    return mark_up(project, ARTICLE)[0]


def label_named(project: Project, name: str) -> str:
    return next(label.id for label in project.ask(label_set) if label.name == name)


def standing(project: Project, one: Annotation) -> list[Annotation]:
    assert project.ask(lambda here: list(check(here))) == []
    return project.ask(annotations_of, article=one.article, annotator=one.annotator)


def words(project: Project, one: Annotation) -> list[str]:
    """Return the words of the annotation's pieces as they stand."""
    found = next(found for found in standing(project, one) if found.id == one.id)
    assert found.quote == found.span.of(ARTICLE.text)
    return [span.of(ARTICLE.text) for span in found.spans]


def test_an_interrupted_quotation_is_one_annotation(project: Project, claim: Annotation) -> None:
    assert words(project, claim) == ["“The crane", "had fallen"]
    assert claim.quote == "“The crane,” he said, “had fallen"
    assert len(standing(project, claim)) == 2


def test_pieces_that_touch_or_overlap_become_one(project: Project, claim: Annotation) -> None:
    said = project.perform(
        mark,
        article=claim.article,
        label=label_named(project, "denial"),
        spans=[Span(8, 12), Span(0, 4), Span(4, 6), Span(10, 20)],
    )
    assert said.spans == (Span(0, 6), Span(8, 20))


@pytest.mark.parametrize("spans", [[Span(0, LENGTH + 1)], [Span(LENGTH, LENGTH + 2)]])
def test_a_span_beyond_the_text_is_refused(
    project: Project, claim: Annotation, spans: list[Span]
) -> None:
    with pytest.raises(Refused, match=f"ends after the article, which has {LENGTH} characters"):
        project.perform(
            mark, article=claim.article, label=label_named(project, "actor"), spans=spans
        )
    with pytest.raises(Refused, match="ends after the article"):
        project.perform(move, annotation=claim.id, spans=spans)
    assert len(standing(project, claim)) == 2


def test_the_whole_text_can_be_marked(project: Project, claim: Annotation) -> None:
    said = project.perform(
        mark,
        article=claim.article,
        label=label_named(project, "denial"),
        spans=[Span(0, LENGTH)],
    )
    assert said.quote == ARTICLE.text


def test_no_words_at_all_are_refused(project: Project, claim: Annotation) -> None:
    with pytest.raises(Refused, match="at least one span"):
        project.perform(mark, article=claim.article, label=label_named(project, "actor"), spans=[])
    with pytest.raises(Refused, match="at least one span"):
        project.perform(move, annotation=claim.id, spans=[])


def test_nobody_marks_before_saying_who_they_are(project: Project, claim: Annotation) -> None:
    project.person = None
    with pytest.raises(Refused, match="Nobody has said who annotates here"):
        project.perform(
            mark,
            article=claim.article,
            label=label_named(project, "actor"),
            spans=[Span(0, 4)],
        )


def test_an_unknown_label_or_article_is_refused(project: Project, claim: Annotation) -> None:
    with pytest.raises(Refused, match="This label is no longer in the project"):
        project.perform(mark, article=claim.article, label="claim", spans=[Span(0, 4)])
    with pytest.raises(Refused, match="This article is no longer in the project"):
        project.perform(
            mark, article="none", label=label_named(project, "claim"), spans=[Span(0, 4)]
        )


def test_the_same_words_twice_under_one_label_are_refused(
    project: Project, claim: Annotation
) -> None:
    with pytest.raises(Refused, match="These words are marked as claim already"):
        project.perform(mark, article=claim.article, label=claim.label, spans=claim.spans)


def test_the_same_words_under_another_label_or_by_another_person_are_not(
    project: Project, claim: Annotation
) -> None:
    project.perform(
        mark, article=claim.article, label=label_named(project, "denial"), spans=claim.spans
    )
    sit_down(project, "bert")
    project.perform(mark, article=claim.article, label=claim.label, spans=claim.spans)
    assert len(standing(project, claim)) == 3


def test_a_twin_is_refused_however_it_would_come_about(project: Project, claim: Annotation) -> None:
    denial = label_named(project, "denial")
    other = project.perform(mark, article=claim.article, label=denial, spans=claim.spans)
    with pytest.raises(Refused, match="marked as claim already"):
        project.perform(relabel, annotation=other.id, label=claim.label)
    longer = project.perform(mark, article=claim.article, label=claim.label, spans=[claim.spans[0]])
    with pytest.raises(Refused, match="marked as claim already"):
        project.perform(move, annotation=longer.id, spans=claim.spans)
    with pytest.raises(Refused, match="marked as claim already"):
        project.perform(add_piece, annotation=longer.id, span=claim.spans[1])
    with pytest.raises(Refused, match="marked as claim already"):
        project.perform(take_piece, annotation=claim.id, span=claim.spans[1])


def test_relabelling_changes_the_label_only(project: Project, claim: Annotation) -> None:
    denial = label_named(project, "denial")
    changed = project.perform(relabel, annotation=claim.id, label=denial)
    assert (changed.id, changed.label, changed.spans) == (claim.id, denial, claim.spans)
    assert changed in standing(project, claim)


def test_what_stays_as_it_is_is_no_twin_of_itself_and_no_step(
    project: Project, claim: Annotation
) -> None:
    step = project.next_undo()
    assert project.perform(relabel, annotation=claim.id, label=claim.label) == claim
    assert project.perform(move, annotation=claim.id, spans=claim.spans) == claim
    assert project.next_undo() == step


def test_an_edge_can_be_moved_and_takes_the_quote_along(
    project: Project, claim: Annotation
) -> None:
    first, last = claim.spans
    project.perform(move, annotation=claim.id, spans=[first, Span(last.start, last.end - 7)])
    assert words(project, claim) == ["“The crane", "had"]


def test_a_piece_can_be_added_before_between_and_after(project: Project, claim: Annotation) -> None:
    project.perform(add_piece, annotation=claim.id, span=ARTICLE.span("saw none"))
    assert words(project, claim) == ["“The crane", "had fallen", "saw none"]
    project.perform(add_piece, annotation=claim.id, span=ARTICLE.span("he said"))
    assert words(project, claim) == ["“The crane", "he said", "had fallen", "saw none"]


def test_a_piece_that_touches_lengthens_what_is_there(project: Project, claim: Annotation) -> None:
    project.perform(add_piece, annotation=claim.id, span=ARTICLE.span("fallen,” but"))
    assert words(project, claim) == ["“The crane", "had fallen,” but"]


def test_a_piece_that_is_there_already_is_refused(project: Project, claim: Annotation) -> None:
    with pytest.raises(Refused, match="part of the annotation already"):
        project.perform(add_piece, annotation=claim.id, span=ARTICLE.span("fallen"))


def test_a_piece_can_be_taken_away(project: Project, claim: Annotation) -> None:
    project.perform(take_piece, annotation=claim.id, span=ARTICLE.span("he said, “had"))
    assert words(project, claim) == ["“The crane", " fallen"]
    project.perform(take_piece, annotation=claim.id, span=Span(0, 12))
    assert words(project, claim) == [" fallen"]


def test_taking_words_out_of_the_middle_leaves_two_pieces(
    project: Project, claim: Annotation
) -> None:
    project.perform(take_piece, annotation=claim.id, span=ARTICLE.span("cra"))
    assert words(project, claim) == ["“The ", "ne", "had fallen"]


def test_something_must_be_left_and_something_must_go(project: Project, claim: Annotation) -> None:
    with pytest.raises(Refused, match="delete it instead"):
        project.perform(take_piece, annotation=claim.id, span=Span(0, LENGTH))
    with pytest.raises(Refused, match="no part of the annotation"):
        project.perform(take_piece, annotation=claim.id, span=ARTICLE.span("saw none"))


def test_splitting_leaves_out_the_space_between_two_words(
    project: Project, claim: Annotation
) -> None:
    project.perform(split, annotation=claim.id, position=ARTICLE.span("fallen").start)
    assert words(project, claim) == ["“The crane", "had", "fallen"]
    project.perform(join_pieces, annotation=claim.id)
    assert words(project, claim) == ["“The crane,” he said, “had fallen"]
    project.undo()
    assert words(project, claim) == ["“The crane", "had", "fallen"]


def test_only_between_two_of_its_words_can_it_be_split(project: Project, claim: Annotation) -> None:
    for where in ("rane", "he said", "saw none"):
        with pytest.raises(Refused, match="between two words"):
            project.perform(split, annotation=claim.id, position=ARTICLE.span(where).start)


def test_what_is_in_one_piece_cannot_be_joined(project: Project, claim: Annotation) -> None:
    project.perform(take_piece, annotation=claim.id, span=ARTICLE.span("had fallen"))
    with pytest.raises(Refused, match="in one piece already"):
        project.perform(join_pieces, annotation=claim.id)


def test_doubt_can_be_said_and_taken_back(project: Project, claim: Annotation) -> None:
    assert project.perform(set_unsure, annotation=claim.id, unsure=True).unsure
    assert [one.unsure for one in standing(project, claim)] == [True, False]
    assert not project.perform(set_unsure, annotation=claim.id, unsure=False).unsure


def test_a_note_can_be_written_changed_and_removed(project: Project, claim: Annotation) -> None:
    titles = []
    for note in ("Who says so? <b>&amp;</b>\n\u202egnirts\u00a0", "He does.", ""):
        project.perform(set_note, annotation=claim.id, note=note)
        assert [one.note for one in standing(project, claim)] == [note, ""]
        step = project.next_undo()
        assert step is not None
        titles.append(step.title)
    assert titles == ["note", "note", "remove note"]


def test_half_characters_and_nul_in_a_note_are_replaced(
    project: Project, claim: Annotation
) -> None:
    project.perform(set_note, annotation=claim.id, note="half \ud83d and \x00")
    assert [one.note for one in standing(project, claim)] == ["half \ufffd and \ufffd", ""]


def test_a_note_without_end_is_refused(project: Project, claim: Annotation) -> None:
    project.perform(set_note, annotation=claim.id, note="x" * NOTE_LIMIT)
    with pytest.raises(Refused, match=f"may have {NOTE_LIMIT} characters; this one has"):
        project.perform(set_note, annotation=claim.id, note="x" * (NOTE_LIMIT + 1))


def test_a_deleted_annotation_is_gone_and_can_be_marked_anew(
    project: Project, claim: Annotation
) -> None:
    project.perform(delete, annotation=claim.id)
    assert [one.quote for one in standing(project, claim)] == ["Little Quay"]
    with pytest.raises(Refused, match="This annotation is no longer in the project"):
        project.perform(delete, annotation=claim.id)
    again = project.perform(mark, article=claim.article, label=claim.label, spans=claim.spans)
    assert again.id != claim.id


def test_what_is_somebody_elses_only_they_can_change(project: Project, claim: Annotation) -> None:
    sit_down(project, "bert")
    span, label = Span(0, 3), label_named(project, "actor")
    before = standing(project, claim)
    for command, facts in (
        (relabel, {"label": label}),
        (move, {"spans": [span]}),
        (add_piece, {"span": ARTICLE.span("saw none")}),
        (take_piece, {"span": span}),
        (set_unsure, {"unsure": True}),
        (set_note, {"note": "mine"}),
        (delete, {}),
    ):
        with pytest.raises(Refused, match="somebody else's; only they can change it"):
            project.perform(command, annotation=claim.id, **facts)  # type: ignore[arg-type]
    assert standing(project, claim) == before


@pytest.mark.parametrize(
    ("command", "facts", "title"),
    [
        (move, {"spans": [Span(0, 3)]}, "move an edge of claim"),
        (add_piece, {"span": Span(LENGTH - 4, LENGTH)}, "add a piece to claim"),
        (take_piece, {"span": Span(0, 3)}, "take a piece from claim"),
        (delete, {}, "delete claim"),
    ],
)
def test_the_menu_names_what_it_undoes(
    project: Project,
    claim: Annotation,
    command: object,
    facts: dict[str, object],
    title: str,
) -> None:
    project.perform(command, annotation=claim.id, **facts)  # type: ignore[arg-type]
    step = project.next_undo()
    assert step is not None
    assert step.title == title


def test_offsets_count_code_points(project: Project) -> None:
    sit_down(project)
    here = add_article(project, "👩‍👩‍👧 قال الوزير\u00a0نعم 🙂.")
    text = "👩‍👩‍👧 قال الوزير\u00a0نعم 🙂."
    start = text.index("الوزير")
    said = project.perform(
        mark,
        article=here,
        label=label_named(project, "actor"),
        spans=[Span(start, start + len("الوزير\u00a0نعم"))],
    )
    assert said.quote == "الوزير\u00a0نعم"
