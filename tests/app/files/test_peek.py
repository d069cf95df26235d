"""A look at a file says whose it is, and asks nothing of a file that is not made as ours are."""

import sqlite3
from contextlib import closing

import pytest

from app.domain.seal import Way
from app.files.bundles import make_bundle
from app.files.peek import Look, peek
from tests.projects import sit_down

ENDLESS = """CREATE VIEW identity AS WITH RECURSIVE r(x) AS
    (SELECT 1 UNION ALL SELECT x + 1 FROM r) SELECT max(x) AS project FROM r"""


@pytest.fixture
def handed_in(project, tmp_path):
    """A file that Anna handed in."""
    path = tmp_path / "anna.galley"
    make_bundle(project, path, annotator=sit_down(project, "Anna"), way=Way.IN)
    return path


def test_it_tells_which_project_it_is_of_and_whose(project, handed_in):
    assert peek(handed_in) == Look(project.id, has_seat=False, sealed=Way.IN, annotator="Anna")


def test_a_file_that_would_compute_for_ever_is_no_project(handed_in):
    with closing(sqlite3.connect(handed_in)) as file, file:
        file.execute("DROP TABLE identity")
        file.execute(ENDLESS)
    assert peek(handed_in) is None


def test_an_endless_name_is_cut(handed_in):
    with closing(sqlite3.connect(handed_in)) as file, file:
        file.execute("UPDATE annotators SET name = ?", ("A" * 100_000,))
    assert len(peek(handed_in).annotator) <= 200
