"""The article list tells how far one annotator is, and reads no texts for it."""

from app.domain.assignment import State
from app.project import Project
from app.queries.article_list import ArticleRow, article_list
from tests.marked import marked
from tests.projects import add_article, mark_up, sit_down

ARTICLE = marked("[Ada Ruiz|actor] said [rents rose|claim].")


def test_an_empty_project_has_an_empty_list(project: Project) -> None:
    assert project.ask(article_list, annotator=None) == []


def test_each_line_says_what_its_article_is_and_how_far_one_is(project: Project) -> None:
    person = sit_down(project)
    quiet = add_article(project, "Quiet day.", title="Quiet")
    said, _ = mark_up(project, ARTICLE, title="Rents")
    assert project.ask(article_list, annotator=person.id) == [
        ArticleRow(quiet, "Quiet", "", "", 10, 0, State.TO_DO),
        ArticleRow(said.article, "Rents", "", "", len(ARTICLE.text), 2, State.BEGUN),
    ]


def test_others_work_is_not_counted(project: Project) -> None:
    sit_down(project, "anna")
    mark_up(project, ARTICLE)
    bert = sit_down(project, "bert")
    for person in (bert.id, None, "nobody"):
        (row,) = project.ask(article_list, annotator=person)
        assert (row.annotations, row.state) == (0, State.TO_DO)


def test_one_line_can_be_asked_for_alone(project: Project) -> None:
    person = sit_down(project)
    add_article(project, "Quiet day.")
    said, _ = mark_up(project, ARTICLE)
    everything = project.ask(article_list, annotator=person.id)
    assert project.ask(article_list, annotator=person.id, only=said.article) == everything[1:]
    assert project.ask(article_list, annotator=person.id, only="gone") == []
