"""Choosing sets: more of them than go into one call come to the same as all in one call."""

import numpy as np
import pytest
from scipy.optimize import LinearConstraint, milp
from scipy.sparse import csr_array

from app.agreement import gamma
from app.agreement.gamma_alignment import _packing_of
from app.agreement.packing import MOST_SETS, Packing, best_savings
from tests.drawn import drawn


def packing(people, units, *, seed):
    study = drawn(1, units=units, people=people, seed=seed)
    works = gamma._works(study, study.articles[0])
    return _packing_of(works, gamma.AS_PUBLISHED, lambda: None)


def in_one_call(one):
    which, where = np.nonzero(one.members >= 0)
    table = csr_array((np.ones(len(which)), (one.members[which, where], which)))
    rule = LinearConstraint(table, ub=np.ones(table.shape[0]))
    whole = np.ones(len(one.saving))
    return -milp(-one.saving, constraints=rule, integrality=whole, options={"mip_rel_gap": 0}).fun


@pytest.mark.parametrize(("people", "units", "seed"), [("abcde", 25, 3), ("abcdefg", 9, 1)])
def test_more_sets_than_go_into_one_call(people, units, seed):
    many = packing(people, units, seed=seed)
    assert len(many.saving) > MOST_SETS
    (found,) = best_savings([many], lambda: None)
    assert found == pytest.approx(in_one_call(many), abs=1e-9)


@pytest.mark.parametrize("seed", range(12))
def test_choices_that_are_not_whole_at_first(seed):
    some = packing("abcdef", 6, seed=seed)
    assert next(best_savings([some], lambda: None)) == pytest.approx(in_one_call(some), abs=1e-9)


def test_what_cannot_be_told_keeps_its_place():
    few, pair = packing("abc", 3, seed=1), Packing(np.array([[0, 1]]), np.ones(1), 2, (1, 1))
    one, nothing, two, three = best_savings([few, None, pair, few], lambda: None)
    assert (one, nothing, two) == (pytest.approx(in_one_call(few)), None, 1)
    assert three == one
