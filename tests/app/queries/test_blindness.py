"""What an annotator is shown is the same whether or not others have worked: nothing leaks."""

from app.commands.annotations import mark, set_note
from app.commands.assignments import finish
from app.commands.sittings import keep
from app.domain.annotation import Annotation
from app.domain.assignment import State
from app.domain.span import Span
from app.project import Project
from app.queries.annotation_finding import annotations_holding
from app.queries.article_list import article_list
from app.queries.article_view import annotations_of
from app.queries.corpus import Narrowing, marked_in, searched
from app.queries.label_set import label_set
from app.queries.occurrences import occurrences
from app.queries.reading_list import reading_list
from app.queries.time_spent import last_done, time_spent
from tests.projects import add_article, sit_down

TEXTS = ("Ada Ruiz said rents rose. Ada Ruiz left.", "Nobody but Ada Ruiz agreed.")


def work(project: Project, name: str, end: int) -> Annotation:
    """Mark, annotate, finish and take time as somebody."""
    sit_down(project, name)
    labels = project.ask(label_set)
    for text in TEXTS:
        here = add_article(project, text)
        made = project.perform(mark, article=here, label=labels[0].id, spans=[Span(0, end)])
        project.perform(set_note, annotation=made.id, note=f"{name}'s")
        project.perform(finish, article=here)
        project.perform(keep, article=here, seconds=end, day="2031-05-17")
    return made


def seen(project: Project, person: str, origin: Annotation) -> list[object]:
    """All that the window asks on behalf of one annotator."""
    rows = project.ask(article_list, annotator=person)
    ids = [row.id for row in rows]
    label = origin.label
    narrowings = [Narrowing(states=frozenset({state})) for state in State]
    narrowings += [Narrowing(labels=frozenset({label})), Narrowing(unsure=True)]
    return [
        rows,
        project.ask(reading_list, annotator=person),
        [project.ask(annotations_of, article=one, annotator=person) for one in ids],
        project.ask(marked_in, articles=ids, annotator=person),
        [project.ask(searched, narrowing=one, annotator=person) for one in narrowings],
        project.ask(annotations_holding, words=[("ada", ())], annotator=person).found,
        project.ask(occurrences, origin=origin),
        project.ask(time_spent, annotator=person),
        project.ask(last_done, annotator=person),
        project.next_undo(),
    ]


def test_what_others_do_changes_nothing_of_what_somebody_sees(project: Project) -> None:
    origin = work(project, "bert", 3)
    bert = origin.annotator
    before = seen(project, bert, origin)
    work(project, "anna", 8)
    sit_down(project, "bert")
    assert seen(project, bert, origin) == before
    assert "anna's" not in repr(before)
