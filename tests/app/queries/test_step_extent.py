"""A step tells how much it wrote and whose work it brought."""

from collections.abc import Callable
from pathlib import Path

from app.commands.annotations import mark
from app.domain.seal import Way
from app.files.bundles import make_bundle
from app.files.receiving_bundles import receive_bundles
from app.project import Project
from app.queries.article_list import article_list
from app.queries.label_set import label_set
from app.queries.step_extent import Extent, step_extent
from tests.marked import marked
from tests.projects import add_article, mark_up, sit_down

ARTICLE = marked("[Ada Ruiz|actor] said [rents rose|claim].")


def test_an_ordinary_step_received_nothing(project: Project) -> None:
    sit_down(project)
    mark_up(project, ARTICLE)
    step = project.next_undo()
    assert step is not None
    assert project.ask(step_extent, step=step.number) == Extent(1)


def test_a_receipt_tells_whose_work_it_brought_also_after_it_was_undone(
    project: Project, open_project: Callable[[Path], Project], tmp_path: Path
) -> None:
    for name in ("Lena", "Anna"):
        sit_down(project, name)
    anna = project.person
    assert anna is not None
    add_article(project, ARTICLE.text)
    make_bundle(project, tmp_path / "anna.galley", annotator=anna, way=Way.OUT)
    copy = open_project(tmp_path / "anna.galley")
    copy.person = anna
    (row,) = copy.ask(article_list, annotator=anna.id)
    labels = {label.name: label.id for label in copy.ask(label_set)}
    for one in ARTICLE.marks:
        copy.perform(mark, article=row.id, label=labels[one.label], spans=one.spans)
    make_bundle(copy, tmp_path / "in.galley", annotator=anna, way=Way.IN)
    sit_down(project, "Lena")
    receive_bundles(project, [tmp_path / "in.galley"])
    step = project.next_undo()
    assert step is not None
    extent = project.ask(step_extent, step=step.number)
    assert (extent.received, extent.annotations) == ("Anna", 2)
    project.undo()
    assert project.ask(step_extent, step=step.number) == extent
