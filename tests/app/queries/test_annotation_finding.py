"""One's own annotations are found by words of theirs or by their label, the newest first."""

from app.project import Project
from app.queries import annotation_finding
from app.queries.annotation_finding import annotations_holding
from app.queries.label_set import label_set
from tests.marked import marked
from tests.projects import mark_up, sit_down

ARTICLE = marked("[Ada Ruiz|actor] said [rents in ÅRHUS rose|claim]. [Pell|location] slept.")


def quotes(project: Project, *words: str, **more: str) -> list[str]:
    assert project.person is not None
    known = project.ask(label_set)
    wanted = [
        (word, [label.id for label in known if label.name.startswith(word)]) for word in words
    ]
    page = project.ask(annotations_holding, words=wanted, annotator=project.person.id, **more)
    return [one.quote for one in page.found]


def test_words_and_labels_find_and_no_words_find_all(project: Project) -> None:
    sit_down(project)
    mark_up(project, ARTICLE, title="Rents")
    assert quotes(project) == ["Pell", "rents in ÅRHUS rose", "Ada Ruiz"]
    assert quotes(project, "århus") == ["rents in ÅRHUS rose"]
    assert quotes(project, "ruiz") == ["Ada Ruiz"]
    assert quotes(project, "claim") == ["rents in ÅRHUS rose"]
    assert quotes(project, "claim", "pell") == []


def test_only_ones_own_are_found(project: Project) -> None:
    sit_down(project, "anna")
    mark_up(project, ARTICLE)
    sit_down(project, "bert")
    assert quotes(project) == []


def test_a_page_says_where_the_next_begins(project: Project, monkeypatch) -> None:
    person = sit_down(project)
    said = mark_up(project, ARTICLE)
    monkeypatch.setattr(annotation_finding, "ROWS", 2)
    first = project.ask(annotations_holding, words=(), annotator=person.id)
    assert [one.place.annotation for one in first.found] == [said[2].id, said[1].id]
    rest = project.ask(annotations_holding, words=(), annotator=person.id, before=first.last)
    assert [one.quote for one in rest.found] == ["Ada Ruiz"]
    assert rest.last == ""
    assert rest.found[0].title == "Untitled"
