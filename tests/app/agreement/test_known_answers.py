"""Every measure gives the figures that papers print, libraries give, or a hand can work out.

The cases are in `tests/files/agreement_cases.json`; those of `agreement_cases_tried_out.json` were
drawn at random and worked out by trying everything. Another file of the same form is run instead
where the environment variable GALLEY_AGREEMENT_CASES names one.
"""

from typing import Any

import pytest

from tests.app.agreement.answers import ANSWERS
from tests.app.agreement.cases import Case, cases


def differences(expected: Any, found: Any, tolerance: float, path: str = "") -> list[str]:
    """Return where `found` is not what is expected, in words."""
    if isinstance(expected, dict):
        if not isinstance(found, dict):
            return [f"{path}: {found!r} instead of {expected!r}"]
        lacking = [f"{path}/{key}: not answered" for key in expected.keys() - found.keys()]
        return lacking + [
            line
            for key in expected.keys() & found.keys()
            for line in differences(expected[key], found[key], tolerance, f"{path}/{key}")
        ]
    if isinstance(expected, list):
        if not isinstance(found, list) or len(found) != len(expected):
            return [f"{path}: {found!r} instead of {expected!r}"]
        return [
            line
            for number, pair in enumerate(zip(expected, found, strict=True))
            for line in differences(*pair, tolerance, f"{path}/{number}")
        ]
    if isinstance(expected, int | float) and isinstance(found, int | float):
        close = abs(expected - found) <= tolerance
        return [] if close else [f"{path}: {found!r} instead of {expected!r}"]
    return [] if expected == found else [f"{path}: {found!r} instead of {expected!r}"]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["id"])
def test_a_known_answer_is_given(case: Case) -> None:
    found = ANSWERS[case["measure"]](case)
    tolerance = case.get("tolerance_mc", case.get("tolerance", 1e-6))
    expected = case["expected"]
    if case["measure"] == "gamma" and "observed" in expected:  # of it nothing is drawn
        assert not differences(expected["observed"], found["observed"], 1e-6)
    assert not differences(expected, found, tolerance)
    if case["measure"] in ("label_confusion", "article_selection"):
        assert found == expected


def test_there_is_a_case_for_every_measure() -> None:
    assert {case["measure"] for case in cases()} <= ANSWERS.keys()
