"""Figures are written as papers print them."""

import pytest

from app.agreement.score import Score
from app.agreement.writing import figure as written
from ui.agreement.figure import interval


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (None, "–"),
        (0.71, ".710"),
        (1.0, "1.000"),
        (0.9999, "1.000"),
        (0.0, ".000"),
        (-0.0001, ".000"),
        (-0.25, "−.250"),
        (-1.0, "−1.000"),
        (-10.25, "−10.250"),
    ],
)
def test_coefficients(value: float | None, told: str) -> None:
    assert written(value) == told


def test_an_interval_is_told_where_there_is_one() -> None:
    assert interval(Score(0.5, 3, 0.25, 0.75)) == ".250 – .750"
    assert interval(Score(0.5, 3)) == ""
