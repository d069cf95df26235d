"""What goes out is every article as each annotator sees it, all of it from one moment."""

from app.commands.annotations import mark, set_note, set_unsure
from app.commands.assignments import finish
from app.domain.article import fingerprint
from app.domain.span import Span
from app.exchange.record import AnnotationRecord, ArticleRecord
from app.project import Project
from app.queries.export_records import export_records
from app.queries.label_set import label_set
from tests.marked import marked
from tests.projects import add_article, mark_up, sit_down

ARTICLE = marked("[“Rents|claim#q],” said [Ada Ruiz|actor], “[rose|claim#q].”")


def going_out(project: Project, annotator: str | None = None) -> list[ArticleRecord]:
    return project.ask(lambda here: list(export_records(here, annotator=annotator)))


def test_a_record_says_all_there_is(project: Project) -> None:
    sit_down(project)
    claim, actor = mark_up(project, ARTICLE, title="Rents")
    project.perform(set_note, annotation=actor.id, note="the minister")
    project.perform(set_unsure, annotation=actor.id, unsure=True)
    project.perform(finish, article=claim.article)
    text = ARTICLE.text
    assert going_out(project) == [
        ArticleRecord(
            text=text,
            id=claim.article,
            title="Rents",
            sha256=fingerprint(text),
            annotator="anna",
            done=True,
            annotations=(
                AnnotationRecord("claim", claim.spans, "“Rents,” said Ada Ruiz, “rose", claim.id),
                AnnotationRecord(
                    "actor", actor.spans, "Ada Ruiz", actor.id, unsure=True, note="the minister"
                ),
            ),
        )
    ]


def test_each_annotator_of_an_article_has_a_record_and_one_nobody_began_has_one(
    project: Project,
) -> None:
    sit_down(project, "anna")
    add_article(project, "Quiet day.", title="Quiet")
    mark_up(project, ARTICLE, title="Rents")
    sit_down(project, "bert")
    second = mark_up(project, ARTICLE, title="Rents again")
    project.perform(finish, article=second[0].article)
    told = [(one.title, one.annotator, one.done) for one in going_out(project)]
    assert told == [("Quiet", "", False), ("Rents", "anna", False), ("Rents", "bert", True)]


def test_of_one_annotator_every_article_comes_marked_or_not(project: Project) -> None:
    anna = sit_down(project, "anna")
    add_article(project, "Quiet day.", title="Quiet")
    mark_up(project, ARTICLE, title="Rents")
    sit_down(project, "bert")
    mark_up(project, marked("[Nobody|actor] came."), title="Nobody")
    told = [(one.title, one.annotator, len(one.annotations)) for one in going_out(project, anna.id)]
    assert told == [("Quiet", "anna", 0), ("Rents", "anna", 2), ("Nobody", "anna", 0)]


def test_more_articles_than_fit_a_page_come_once_each_in_order(project: Project) -> None:
    sit_down(project)
    actor = project.ask(label_set)[0].id
    names = [add_article(project, f"Article {number}.") for number in range(101)]
    project.perform(mark, article=names[-1], label=actor, spans=[Span(0, 7)])
    assert [one.id for one in going_out(project)] == names
    assert [one.annotator for one in going_out(project)] == [""] * 100 + ["anna"]


def test_an_empty_project_sends_nothing_out(project: Project) -> None:
    assert going_out(project) == []
