"""The two doors: an act is kept whole or not at all; all are told once; asking changes nothing."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from app.commands.annotations import delete, mark, set_note
from app.commands.articles import describe
from app.commands.assignments import finish
from app.commands.receive import receive
from app.domain.annotation import Annotation
from app.domain.changes import MANY, Changes
from app.domain.label import Label
from app.domain.place import Place
from app.domain.span import Span
from app.errors import Refused
from app.project import Project
from app.queries.article_list import article_list
from app.queries.article_view import annotations_of
from app.queries.check import check
from app.queries.label_set import label_set
from app.queries.people import people
from app.store.transaction import Transaction
from tests.marked import marked
from tests.projects import Received, add_article, mark_up, sit_down

ARTICLE = marked("[Ada Ruiz|actor] said [rents rose|claim] in [Gora-Podol|location].")


def told_of(project: Project) -> list[Changes]:
    told: list[Changes] = []
    project.listen(told.append)
    return told


def steps_of(project: Project) -> int:
    count: int = project.ask(
        lambda here: here.exec_driver_sql("SELECT count(*) FROM steps").scalar_one()
    )
    return count


def everything(project: Project) -> list[str]:
    """Return all that the file says, as SQL."""
    return project.ask(lambda here: list(here.connection.driver_connection.iterdump()))


def test_whoever_listens_is_told_what_changed_and_where(project: Project) -> None:
    person = sit_down(project)
    here = add_article(project, ARTICLE.text)
    told = told_of(project)
    claim = project.ask(label_set)[2]
    said = project.perform(mark, article=here, label=claim.id, spans=[ARTICLE.span("rents rose")])
    assert told == [
        Changes(
            kinds=frozenset({"annotation"}),
            ids=frozenset({said.id}),
            articles=frozenset({here}),
            place=Place(here, ARTICLE.span("rents rose"), said.id),
        )
    ]
    assert said.annotator == person.id


def test_finishing_leads_to_the_article_without_a_span(project: Project) -> None:
    sit_down(project)
    here = add_article(project, ARTICLE.text)
    told = told_of(project)
    done = project.perform(finish, article=here)
    assert told == [
        Changes(frozenset({"assignment"}), frozenset({done.id}), frozenset({here}), Place(here))
    ]


def test_of_several_places_the_first_with_words_is_led_to(project: Project) -> None:
    sit_down(project)
    first, second, _ = mark_up(project, ARTICLE)
    told = told_of(project)

    def finish_and_delete(tx: Transaction) -> None:
        finish(tx, article=first.article)
        delete(tx, annotation=second.id)
        delete(tx, annotation=first.id)

    project.perform(finish_and_delete)
    assert told[0].place == Place(first.article, second.span, second.id)


def test_a_deleted_annotation_is_told_with_the_place_where_it_stood(project: Project) -> None:
    sit_down(project)
    _, claim, _ = mark_up(project, ARTICLE)
    told = told_of(project)
    project.perform(delete, annotation=claim.id)
    assert told[0].place == Place(claim.article, ARTICLE.span("rents rose"), claim.id)


def test_from_many_records_on_only_kinds_are_told(project: Project) -> None:
    told = told_of(project)
    texts = [marked(f"Article {number}.").record() for number in range(MANY)]
    project.perform(receive, files=[Received("few.jsonl", tuple(texts[: MANY - 1]))])
    project.perform(receive, files=[Received("many.jsonl", tuple(texts))])
    more = [marked(f"Another article {number}.").record() for number in range(MANY)]
    project.perform(receive, files=[Received("more.jsonl", tuple(more))])
    few, one, many = told
    assert few.ids is not None
    assert len(few.ids) == MANY - 1
    assert one.ids is not None
    assert len(one.ids) == 1
    assert (many.ids, many.articles) == (None, None)
    assert many.concerns("article")
    assert not many.concerns("annotation", "label")
    assert many.concerns_article("any")
    assert many.place is not None


def test_a_notice_concerns_the_articles_it_names(project: Project) -> None:
    sit_down(project)
    first = add_article(project, "One.")
    second = add_article(project, "Two.")
    told = told_of(project)
    project.perform(finish, article=second)
    assert told[0].concerns_article(second)
    assert not told[0].concerns_article(first)
    assert not told[0].concerns_article(None)


def test_whoever_stopped_listening_is_told_no_more(project: Project) -> None:
    told: list[Changes] = []
    stop = project.listen(told.append)
    sit_down(project)
    stop()
    add_article(project, "Some text.")
    assert len(told) == 1


def test_what_was_told_can_be_asked_for_at_once(project: Project) -> None:
    seen: list[int] = []
    project.listen(lambda _: seen.append(len(project.ask(article_list, annotator=None))))
    add_article(project, "One.")
    add_article(project, "Two.")
    assert seen == [1, 2]


@pytest.mark.parametrize("trouble", [Refused("a rule"), ZeroDivisionError("a bug")])
def test_a_command_that_fails_leaves_nothing_and_nobody_is_told(
    project: Project, trouble: Exception
) -> None:
    sit_down(project)
    annotation, *_ = mark_up(project, ARTICLE)
    told, before = told_of(project), everything(project)

    def do_half(tx: Transaction) -> None:
        set_note(tx, annotation=annotation.id, note="half done")
        delete(tx, annotation=annotation.id)
        tx.keep_texts({"0": "a text"})
        raise trouble

    with pytest.raises(type(trouble), match=str(trouble)):
        project.perform(do_half)
    assert everything(project) == before
    assert told == []


def test_commands_within_a_command_are_one_step_with_the_outer_title(project: Project) -> None:
    sit_down(project)
    first, second, third = mark_up(project, ARTICLE)
    told, steps = told_of(project), steps_of(project)

    def tidy(tx: Transaction) -> None:
        tx.name_step("tidy up")
        set_note(tx, annotation=first.id, note="tidied")
        set_note(tx, annotation=first.id, note="tidied twice")
        delete(tx, annotation=second.id)
        delete(tx, annotation=third.id)

    project.perform(tidy)
    assert steps_of(project) == steps + 1
    (changes,) = told
    assert changes.ids == {first.id, second.id, third.id}
    assert changes.place == Place(first.article, first.span, first.id)
    step = project.next_undo()
    assert step is not None
    assert step.title == "tidy up"
    project.undo()
    assert project.ask(annotations_of, article=first.article, annotator=first.annotator) == [
        first,
        second,
        third,
    ]
    assert project.ask(lambda here: list(check(here))) == []


def test_what_changes_nothing_is_no_step(project: Project) -> None:
    sit_down(project)
    annotation, *_ = mark_up(project, ARTICLE)
    told, before = told_of(project), everything(project)
    project.perform(set_note, annotation=annotation.id, note="")
    assert everything(project) == before
    assert told == []


def test_a_part_that_is_given_up_is_not_told_of(project: Project) -> None:
    sit_down(project)
    first, second, _ = mark_up(project, ARTICLE)
    told = told_of(project)

    def try_both(tx: Transaction) -> None:
        tx.name_step("try both")
        with suppress(Refused), tx.part():
            set_note(tx, annotation=first.id, note="given up")
            raise Refused("not this one")
        with tx.part():
            set_note(tx, annotation=second.id, note="kept")

    project.perform(try_both)
    assert told[0].ids == {second.id}
    notes = [
        one.note
        for one in project.ask(annotations_of, article=first.article, annotator=first.annotator)
    ]
    assert notes == ["", "kept", ""]
    assert project.ask(lambda here: list(check(here))) == []


def test_a_step_of_which_all_parts_were_given_up_is_none(project: Project) -> None:
    sit_down(project)
    first, *_ = mark_up(project, ARTICLE)
    told, before = told_of(project), everything(project)

    def give_up(tx: Transaction) -> None:
        with suppress(Refused), tx.part():
            delete(tx, annotation=first.id)
            raise Refused("rather not")

    project.perform(give_up)
    assert everything(project) == before
    assert told == []


def test_the_doors_can_be_used_from_any_thread(project: Project) -> None:
    sit_down(project)
    articles = [add_article(project, f"Article {number}.") for number in range(8)]

    def rename(here: str) -> int:
        project.perform(
            describe, article=here, title="Renamed", source="", url="", published="", language=""
        )
        return len(project.ask(article_list, annotator=None))

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(rename, articles)) == [8] * 8
    assert {row.title for row in project.ask(article_list, annotator=None)} == {"Renamed"}
    assert project.ask(lambda here: list(check(here))) == []


def test_every_row_says_who_wrote_it(project: Project) -> None:
    anna = sit_down(project, "anna")
    mark_up(project, ARTICLE)
    bert = sit_down(project, "bert")
    mark_up(project, marked("[Nobody|actor] came."))
    query = "SELECT DISTINCT person, count(*) FROM revisions WHERE kind = 'annotation' GROUP BY 1"
    rows = project.ask(lambda here: here.exec_driver_sql(query).all())
    assert dict(tuple(row) for row in rows) == {anna.id: 3, bert.id: 1}


def test_the_project_keeps_its_id_in_every_copy(
    project: Project, open_project: Callable[[Path], Project], tmp_path: Path
) -> None:
    project.close()
    copy = tmp_path / "copy.galley"
    copy.write_bytes(project.path.read_bytes())
    assert open_project(copy).id == project.id


def test_ids_never_repeat_and_grow(project: Project) -> None:
    sit_down(project)
    names = [add_article(project, f"Article {number}.") for number in range(20)]
    assert sorted(set(names)) == names


def test_a_record_that_is_gone_is_refused_by_its_kind(project: Project) -> None:
    def look(tx: Transaction) -> None:
        tx.require(Label, "no such id")

    with pytest.raises(Refused, match="This label is no longer in the project"):
        project.perform(look)


def test_records_are_found_by_what_they_say(project: Project) -> None:
    sit_down(project)
    mark_up(project, ARTICLE)
    actor = project.ask(label_set)[0].id
    (person,) = project.ask(people)

    def find(tx: Transaction) -> None:
        assert [one.quote for one in tx.find(Annotation, label=actor)] == ["Ada Ruiz"]
        assert len(tx.find(Annotation, annotator=person.id)) == 3
        assert tx.find(Annotation, id=[]) == []
        assert tx.find(Annotation, annotator="nobody") == []
        some = [one.id for one in tx.find(Annotation)]
        assert len(tx.find(Annotation, id=[*(str(number) for number in range(1000)), *some])) == 3

    project.perform(find)


def test_spans_come_back_as_they_went_in(project: Project) -> None:
    sit_down(project)
    here = add_article(project, "🙂 " * 50)
    label = project.ask(label_set)[2].id
    spans = (Span(0, 3), Span(5, 9), Span(20, 100))
    said = project.perform(mark, article=here, label=label, spans=spans)
    (found,) = project.ask(annotations_of, article=here, annotator=said.annotator)
    assert found == said
    assert found.spans == spans
    assert found.quote == "🙂 " * 50
