"""An article as it is compared: its text and the whole label set."""

from app.commands.labels import add, retire
from app.project import Project
from app.queries.compared_article import compared_article
from app.queries.label_set import label_set
from tests.projects import add_article, sit_down


def test_it_has_the_text_as_stored_and_every_label(project: Project) -> None:
    sit_down(project)
    project.perform(add, name="rumour")
    rumour = project.ask(label_set)[-1]
    project.perform(retire, label=rumour.id)
    name = add_article(project, "Rents\u00a0rise.\n\n🙂", title="Rents")
    found = project.ask(compared_article, article=name)
    assert found is not None
    assert (found.id, found.title, found.text) == (name, "Rents", "Rents\u00a0rise.\n\n🙂")
    assert found.characters == len(found.text)
    assert [label.name for label in found.labels] == [
        "actor",
        "location",
        "claim",
        "denial",
        "rumour",
    ]
    assert found.labels[-1].retired


def test_an_article_that_is_not_there_is_none(project: Project) -> None:
    assert project.ask(compared_article, article="nowhere") is None
