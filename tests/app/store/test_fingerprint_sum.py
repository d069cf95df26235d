"""What stands in an article is summed up exactly, and of any number of annotations."""

import pytest
from sqlalchemy import select, text

from app.project import Project
from app.store.tables.annotations import fingerprint_sum
from tests.marked import marked
from tests.projects import mark_up, sit_down

THREE = marked("[Ada Ruiz|actor] said [rents rose|claim] in [Gora-Podol|location].")


def sum_of(project: Project, fingerprints: list[int]) -> int:
    """Return the sum where the annotations have these fingerprints; nothing of that is kept."""
    return project.ask(
        lambda connection: (
            [
                connection.execute(
                    text("UPDATE annotations SET fingerprint = :it WHERE start = :start"),
                    {"it": fingerprint, "start": said.spans[0].start},
                )
                for said, fingerprint in zip(THREE.marks, fingerprints, strict=True)
            ],
            connection.execute(select(fingerprint_sum())).scalar_one(),
        )[1]
    )


@pytest.fixture
def desk(project: Project) -> Project:
    sit_down(project)
    mark_up(project, THREE)
    return project


@pytest.mark.parametrize("fingerprints", [[0, 0, 1], [2**48 - 1] * 3, [2**24 - 1, 2**24, 2**47]])
def test_it_is_the_plain_sum(desk: Project, fingerprints: list[int]) -> None:
    assert sum_of(desk, fingerprints) == sum(fingerprints)


def test_it_never_overflows_and_still_tells_sets_apart(desk: Project) -> None:
    many = [2**62, 2**62 + 5, 2**62 - 1]
    assert sum_of(desk, many) != sum_of(desk, [*many[:2], many[2] - 1])
