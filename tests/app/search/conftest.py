"""A corpus on a project of a few articles."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from app.project import Project
from app.search.corpus import Corpus, Coverage


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "search"


@pytest.fixture
def open_corpus(folder: Path) -> Iterator[Callable[[Project], Corpus]]:
    """Open a corpus, brought up to date, that is closed when the test ends."""
    with ExitStack() as opened:

        def open_one(project: Project) -> Corpus:
            corpus = opened.enter_context(closing(Corpus(project, folder)))
            bring_up(corpus)
            return corpus

        yield open_one


def bring_up(corpus: Corpus) -> Coverage:
    return corpus.update(lambda _: None, lambda: False)
