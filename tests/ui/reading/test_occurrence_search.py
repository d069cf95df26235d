"""The search for occurrences stops when told to and when there is more than anybody reads."""

import pytest

from app.domain.annotation import Annotation
from app.errors import Cancelled
from app.project import Project
from tests.marked import marked
from tests.projects import add_article, mark_up, sit_down
from ui.reading import occurrence_search
from ui.reading.occurrence_search import search_all, search_one

TEXT = marked("[Pell|location] met Pell. Pell slept.")


@pytest.fixture
def origin(project: Project) -> Annotation:
    sit_down(project)
    (origin,) = mark_up(project, TEXT)
    for number in range(120):
        add_article(project, f"Pell, part {number}, and Pell again.", title=f"Part {number}")
    return origin


def search(project: Project, origin: Annotation, told: list, *, after: int = 1_000):
    return search_all(
        project,
        origin,
        articles=121,
        progress=lambda *said: told.append(said),
        stopped=lambda: len(told) >= after,
    )


def test_all_articles_are_looked_through_a_few_at_a_time(
    project: Project, origin: Annotation
) -> None:
    told: list[tuple[int, int]] = []
    harvest = search(project, origin, told)
    assert told == [(50, 121), (100, 121), (121, 121)]
    assert sum(len(one.places) for one in harvest.found) == 242
    assert not harvest.is_cut


def test_it_stops_when_told_to(project: Project, origin: Annotation) -> None:
    told: list[tuple[int, int]] = []
    with pytest.raises(Cancelled):
        search(project, origin, told, after=1)
    assert told == [(50, 121)]


def test_what_nobody_would_read_is_cut_off_and_said(
    project: Project, origin: Annotation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(occurrence_search, "MOST", 5)
    harvest = search(project, origin, [])
    assert [len(one.places) for one in harvest.found] == [2, 2, 1]
    assert harvest.is_cut
    assert not search_one(project, origin).is_cut
