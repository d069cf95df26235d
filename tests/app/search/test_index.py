"""The index: what it proposes, and that it is never trusted further than it can be."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.sought import parse
from app.search.index import Index, Lost, expression

PROJECT = "0192-project"
TEXTS = {"a1": "Taxes fell in Łódź.", "b2": "The taxes, they fell again: 北京市.", "c3": "Rain."}

OpenIndex = Callable[..., Index]


@pytest.fixture
def open_index(tmp_path: Path) -> Iterator[OpenIndex]:
    with ExitStack() as opened:
        yield lambda project=PROJECT: opened.enter_context(
            closing(Index(tmp_path / "one.words", project))
        )


def proposed(index: Index, typed: str) -> list[str]:
    rows = index.matching(parse(typed), after=0, most=100)
    assert {name for _, name in rows} == index.all_matching(parse(typed))
    return [name for _, name in rows]


def test_it_proposes_the_texts_that_have_the_words_in_order(open_index: OpenIndex) -> None:
    index = open_index()
    index.add(TEXTS.items())
    assert proposed(index, "taxes fell") == ["a1", "b2"]
    assert proposed(index, '"taxes fell"') == ["a1"]
    assert proposed(index, "taxes -again") == ["a1"]
    assert proposed(index, "lodz") == ["a1"]
    assert proposed(index, "tax*") == ["a1", "b2"]
    assert proposed(index, "京市") == ["b2"]
    assert proposed(index, "zeppelin") == []


def test_pages_go_on_where_the_last_one_ended(open_index: OpenIndex) -> None:
    index = open_index()
    index.add(TEXTS.items())
    ((number, first),) = index.matching(parse("taxes"), after=0, most=1)
    ((_, second),) = index.matching(parse("taxes"), after=number, most=1)
    assert [first, second] == ["a1", "b2"]


def test_what_is_kept_is_there_when_it_is_opened_again(open_index: OpenIndex) -> None:
    open_index().add([("a1", TEXTS["a1"])])
    again = open_index()
    assert again.lacks(TEXTS) == ["b2", "c3"]
    again.add(TEXTS.items())
    assert proposed(again, "taxes") == ["a1", "b2"]


def test_two_windows_may_fill_it_at_once(open_index: OpenIndex) -> None:
    one, other = open_index(), open_index()
    assert one.lacks(TEXTS) == other.lacks(TEXTS) == list(TEXTS)
    one.add(TEXTS.items())
    other.add(TEXTS.items())
    assert proposed(one, "fell") == proposed(other, "fell") == ["a1", "b2"]


def test_another_projects_index_is_no_use(open_index: OpenIndex) -> None:
    open_index().close()
    with pytest.raises(Lost):
        open_index("another project")


@pytest.mark.parametrize(
    "order",
    [
        "PRAGMA user_version=99",
        "PRAGMA application_id=1",
        "UPDATE about SET folding = 'older'",
        "DROP TABLE texts",
        "DROP TABLE about",
        "DROP TABLE words_data",
    ],
)
def test_an_index_of_another_make_is_no_use(
    open_index: OpenIndex, tmp_path: Path, order: str
) -> None:
    open_index().close()
    with closing(sqlite3.connect(tmp_path / "one.words")) as driver, driver:
        driver.execute(order)
    with pytest.raises(Lost):
        open_index().lacks(TEXTS)


def test_a_file_that_is_no_database_is_no_use(open_index: OpenIndex, tmp_path: Path) -> None:
    (tmp_path / "one.words").write_bytes(b"nothing of the kind " * 500)
    with pytest.raises(Lost):
        open_index()


@given(st.text(max_size=200))
def test_whatever_is_typed_is_a_question_the_index_understands(typed: str) -> None:
    sought = parse(typed)
    if sought:
        with closing(sqlite3.connect(":memory:")) as driver:
            driver.execute("CREATE VIRTUAL TABLE words USING fts5(text, tokenize='ascii')")
            driver.execute("SELECT * FROM words WHERE words MATCH ?", (expression(sought),))
