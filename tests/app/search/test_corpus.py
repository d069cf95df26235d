"""The corpus keeps its index up to date, makes it again when it is lost, and leaves projects be."""

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.sought import parse
from app.errors import Cancelled
from app.project import Project
from app.search.corpus import Corpus, Coverage
from app.search.shelf import KEPT_SECONDS, place_for
from tests.app.search.conftest import bring_up
from tests.projects import add_article

OpenCorpus = Callable[[Project], Corpus]


@pytest.fixture
def stocked(project: Project) -> Project:
    for number in range(120):
        add_article(project, f"Report {number}: taxes fell.", title=f"Report {number}")
    return project


def number_found(corpus: Corpus, typed: str = "taxes") -> int:
    return len(corpus.all_matching(parse(typed)))


def test_only_what_is_new_is_taken_in(stocked: Project, open_corpus: OpenCorpus) -> None:
    corpus = open_corpus(stocked)
    assert number_found(corpus) == 120
    add_article(stocked, "Taxes rose.")
    said: list[Coverage] = []
    corpus.update(said.append, lambda: False)
    assert said == [Coverage(120, 121), Coverage(121, 121)]
    assert number_found(corpus) == 121


def test_stopping_keeps_what_is_there_and_it_goes_on_from_there(
    stocked: Project, folder: Path
) -> None:
    said: list[Coverage] = []
    with closing(Corpus(stocked, folder)) as corpus:
        with pytest.raises(Cancelled):
            corpus.update(said.append, lambda: len(said) > 1)
        so_far = said[-1].indexed
        assert 0 < so_far < 120
        assert number_found(corpus) == so_far
    with closing(Corpus(stocked, folder)) as again:
        again.update(said.append, lambda: False)
        assert said[-2].indexed >= so_far
        assert number_found(again) == 120


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 400])
def test_a_damaged_index_is_made_again(stocked: Project, folder: Path, damage: bytes) -> None:
    with closing(Corpus(stocked, folder)) as corpus:
        bring_up(corpus)
    (place,) = folder.glob("*.words")
    place.write_bytes(damage)
    with closing(Corpus(stocked, folder)) as corpus:
        assert bring_up(corpus) == Coverage(120, 120)
        assert number_found(corpus) == 120


def test_an_index_that_is_damaged_while_it_is_open_is_made_again(
    stocked: Project, folder: Path
) -> None:
    with closing(Corpus(stocked, folder)) as corpus:
        bring_up(corpus)
        (place,) = folder.glob("*.words")
        half = place.read_bytes()[: place.stat().st_size // 2]
        with place.open("r+b") as file:
            file.write(b"\xff" * len(half))
        number_found(corpus)
        assert bring_up(corpus) == Coverage(120, 120)
        assert number_found(corpus) == 120


def test_searching_never_changes_the_project(stocked: Project, open_corpus: OpenCorpus) -> None:
    before = stocked.path.read_bytes()
    number_found(open_corpus(stocked))
    assert stocked.path.read_bytes() == before


def test_where_no_folder_can_be_made_it_searches_all_the_same(
    stocked: Project, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    with closing(Corpus(stocked, tmp_path / "file" / "search")) as corpus:
        bring_up(corpus)
        assert number_found(corpus) == 120


def test_indexes_that_nobody_uses_go(tmp_path: Path) -> None:
    old, young, other = (tmp_path / name for name in ("old.words", "young.words", "notes.txt"))
    for file in (old, young, other):
        file.write_bytes(b"x")
    long_ago = young.stat().st_mtime - KEPT_SECONDS - 60
    os.utime(old, (long_ago, long_ago))
    os.utime(other, (long_ago, long_ago))
    mine = tmp_path / "mine.words"
    mine.write_bytes(b"x")
    os.utime(mine, (long_ago, long_ago))
    assert place_for(tmp_path, "mine") == mine
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "mine.words",
        "notes.txt",
        "young.words",
    ]


def test_a_projects_id_is_never_a_way_out_of_the_folder(tmp_path: Path) -> None:
    assert place_for(tmp_path, "../../x").parent == tmp_path
