"""The table of who reads what stays what a fresh one would be, however little is asked again."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from app.domain.annotator import Annotator, Role
from app.domain.assignment import State
from app.queries.allotment_table import AllotmentTable, Reading, TableRow
from ui.assigning.coverage_model import FIRST_PERSON, READERS, CoverageModel

PEOPLE = tuple(Annotator(name, name.title(), Role.ANNOTATOR) for name in ("anna", "bert", "carla"))

readings = st.builds(Reading, st.integers(0, 2), st.sampled_from(State))
readers = st.dictionaries(st.sampled_from([one.id for one in PEOPLE]), readings)
rows = st.tuples(st.integers(0, 5), readers).map(
    lambda drawn: TableRow(f"{drawn[0]}", f"No. {drawn[0]}", "", "", 100 + drawn[0], drawn[1])
)


def table(*shown: TableRow) -> AllotmentTable:
    return AllotmentTable(PEOPLE, shown)


@pytest.fixture
def model() -> CoverageModel:
    return CoverageModel()


@given(st.lists(rows, min_size=6, max_size=6, unique_by=lambda row: row.id), st.lists(rows))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_loads_are_those_of_a_fresh_table_after_any_changes(
    model: CoverageModel, first: list[TableRow], later: list[TableRow]
) -> None:
    model.set_table(table(*first))
    for row in later:
        assert model.update_rows([row])
    assert dict(model.loads()) == table(*model.rows()).loads()


def test_an_article_that_is_not_there_asks_for_the_whole_table(model: CoverageModel) -> None:
    assert not model.update_rows([TableRow("9", "New", "", "", 1, {})])


def test_the_filter_finds_titles_and_readers_and_what_nobody_reads(model: CoverageModel) -> None:
    model.set_table(
        table(
            TableRow("1", "Rents rise", "Post", "2031-05-17", 9, {}),
            TableRow("2", "Rents fall", "Post", "", 9, {"anna": Reading(1, State.TO_DO)}),
            TableRow("3", "Strike", "Herald", "", 9, {"bert": Reading(0, State.BEGUN)}),
        )
    )
    for words, unread_only, found in (
        ("RENTS", False, ["1", "2"]),
        ("rents anna", False, ["2"]),
        ("bert", False, ["3"]),
        ("", True, ["1", "3"]),
        ("rents", True, ["1"]),
        ("nothing", False, []),
    ):
        model.set_filter(words, unread_only=unread_only)
        assert [row.id for row in model.shown_rows()] == found


@pytest.mark.parametrize(
    ("reading", "told"),
    [
        (None, "not allotted"),
        (Reading(1, State.TO_DO), "allotted, to do"),
        (Reading(2, State.DONE), "allotted in round 2, done"),
        (Reading(0, State.BEGUN), "not allotted, begun"),
    ],
)
def test_a_cell_says_in_words_what_it_shows(
    model: CoverageModel, reading: Reading | None, told: str
) -> None:
    by = {} if reading is None else {"anna": reading}
    model.set_table(table(TableRow("1", "Rents rise", "", "", 9, by)))
    cell = model.index(0, FIRST_PERSON)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == told
    assert model.index(0, READERS).data() is not None
    assert model.pair_at(cell) == ("1", "anna")
    assert model.pair_at(model.index(0, READERS)) is None
