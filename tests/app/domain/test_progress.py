"""Figures about a team: sums that add up, and who is far from the others."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.assignment import State
from app.domain.progress import LEAST_ARTICLES, Cell, Distance, coverage, running, summed
from app.domain.progress import distances as distances_over


def distances(values: Mapping[str, float | None]) -> dict[str, Distance]:
    """Return how the values lie, each of as many articles as are needed to compare."""
    return distances_over(values, articles=dict.fromkeys(values, LEAST_ARTICLES))


def test_who_marks_five_times_as_much_as_the_others_is_far_from_them() -> None:
    found = distances({"anna": 2.0, "bert": 2.2, "chidi": 1.9, "dora": 10.0})
    assert [name for name, one in found.items() if one.is_far] == ["dora"]
    assert found["dora"].is_above


def test_of_two_who_differ_nobody_is_far() -> None:
    assert not any(one.is_far for one in distances({"anna": 1.0, "bert": 9.0}).values())


def test_where_all_are_nearly_the_same_a_small_difference_is_not_far() -> None:
    found = distances({"anna": 2.0, "bert": 2.0, "chidi": 2.0, "dora": 2.3})
    assert not found["dora"].is_far


def test_who_has_done_only_a_few_articles_is_not_far_and_does_not_move_the_middle() -> None:
    values = {"anna": 2.0, "bert": 2.0, "chidi": 2.0, "dora": 0.5, "emil": 9.0}
    counts = {"anna": 5, "bert": 6, "chidi": 9, "dora": 4, "emil": 5}
    found = distances_over(values, articles=counts)
    assert [name for name, one in found.items() if one.is_far] == ["emil"]
    assert found["dora"].middle == 2.0


def test_a_difference_of_a_quarter_is_not_far() -> None:
    assert not any(
        one.is_far for one in distances({"a": 8.0, "b": 8.0, "c": 8.0, "d": 6.0}).values()
    )


def test_whoever_has_no_figure_yet_is_left_out() -> None:
    assert distances({"anna": None}) == {}


@given(st.dictionaries(st.text(), st.floats(0, 1e6), min_size=3), st.floats(0.5, 100))
def test_far_does_not_depend_on_the_unit(values: dict[str, float], unit: float) -> None:
    scaled = distances({name: value * unit for name, value in values.items()})
    for name, one in distances(dict(values)).items():
        if one.is_far != scaled[name].is_far:  # only on the very edge, by rounding
            assert scaled[name].value == pytest.approx(one.value * unit)


def test_sums_count_only_what_is_done_where_they_compare() -> None:
    cells = [
        (Cell(State.DONE, 4, 120), 2000),
        (Cell(State.CHANGED_SINCE, 2, 60), 1000),
        (Cell(State.BEGUN, 9, 30), 500),
        (Cell(State.TO_DO), 700),
    ]
    sums = summed("anna", cells, {"claim": 3})
    assert (sums.articles, sums.done, sums.begun, sums.annotations) == (4, 2, 1, 15)
    assert sums.per_thousand == 2.0
    assert sums.per_thousand_of("claim") == 1.0
    assert sums.minutes_each == 1.5


def test_before_anything_is_done_there_is_no_figure() -> None:
    sums = summed("anna", [(Cell(State.TO_DO), 700)], {})
    assert (sums.per_thousand, sums.minutes_each, sums.per_thousand_of("x")) == (None, None, None)


def test_coverage_counts_every_number_of_readers() -> None:
    assert coverage([0, 2, 2, 3]) == [(0, 1), (1, 0), (2, 2), (3, 1)]
    assert coverage([]) == []


def test_only_the_newest_days_are_shown() -> None:
    assert running({"2026-01-02": 1, "2026-01-01": 5, "2026-01-03": 2}, most=2) == [
        ("2026-01-02", 1),
        ("2026-01-03", 2),
    ]
