"""Codings of the known cases: units as they are given, or cut from what annotators marked."""

from collections.abc import Callable, Hashable
from typing import Any

import numpy as np

from app.agreement.coding import MISSING, Coding, anything, binary, label_sets, token_sets, tokens
from app.agreement.sums import Sums
from tests.app.agreement.cases import Case, study_in


def coding_of(case: Case) -> Coding:
    """Return what every annotator says of every unit of a case."""
    if "documents" not in case:
        return _given(case)
    study, view = study_in(case), case["params"].get("view", "label_set")
    by_token = case["params"].get("unit") == "token"
    if view == "label_set":
        coding = token_sets(study) if by_token else label_sets(study)
        assert coding is not None
        return coding
    if view == "any":
        return tokens(study, None) if by_token else anything(study)
    study = study.of_labels([view["binary"]])  # perhaps one that nobody used
    return tokens(study, 0) if by_token else binary(study, 0)


def per_category(
    case: Case, coding: Coding, sums: Callable[[Coding], Sums]
) -> dict[str, dict[str, float | None]]:
    """Return the measure of the units recoded to one category or not, where a case asks."""
    wanted = case["expected"].get("per_category")
    if wanted is None:
        return {}
    names = {str(value): number for value, number in _numbers(_columns(case)[0]).items()}
    answer = {}
    for name in wanted:
        this = (coding.values == names.get(name)).astype(np.int64)
        recoded = np.where(coding.values == MISSING, MISSING, this)
        both = (frozenset[int](), frozenset({0}))
        one = Coding(recoded, coding.weight, coding.home, coding.articles, both)
        answer[name] = sums(one).total()
    return {"per_category": answer}


def _given(case: Case) -> Coding:
    """Return units as they are given, each an article of its own."""
    columns, weight = _columns(case)
    found = _numbers(columns)
    values = np.full((len(case["annotators"]), len(columns)), MISSING, np.int64)
    for unit, column in enumerate(columns):
        for who, value in enumerate(column):
            if value is not None:
                values[who, unit] = found[value]
    members: dict[Hashable, int] = {}
    sets = [
        frozenset(members.setdefault(one, len(members)) for one in key)
        if isinstance(key, frozenset)
        else frozenset({members.setdefault(key, len(members))})
        for key in found
    ]
    home = np.arange(len(columns))
    return Coding(
        values, np.array(weight, np.float64), home, len(columns), tuple(sets) or (frozenset(),)
    )


def _columns(case: Case) -> tuple[list[list[Hashable | None]], list[int]]:
    """Return what each annotator says of each unit, and how often there is such a unit."""
    if "unit_counts" in case:
        given, weight = [one for one, _ in case["unit_counts"]], [n for _, n in case["unit_counts"]]
    else:
        given = list(zip(*(case["units"][who] for who in case["annotators"]), strict=True))
        weight = [1] * len(given)
    return [[_hashable(value) for value in column] for column in given], weight


def _hashable(value: Any) -> Hashable | None:
    return frozenset(value) if isinstance(value, list) else value


def _numbers(columns: list[list[Hashable | None]]) -> dict[Hashable, int]:
    """Return a number for each value, in the order in which they come."""
    found: dict[Hashable, int] = {}
    for column in columns:
        for value in column:
            if value is not None:
                found.setdefault(value, len(found))
    return found
