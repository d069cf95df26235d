"""How long the rest may take: judged by what was done, and silent where that is too little."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.estimating import FEWEST, Estimate, Work, estimate

works = st.builds(Work, characters=st.integers(0, 50_000), seconds=st.integers(1, 7200))


def test_the_rest_takes_as_long_as_the_middle_one_of_what_was_done() -> None:
    done = [Work(1000, seconds) for seconds in (60, 60, 90, 120, 9000)]
    assert estimate(done, [Work(2000, 0), Work(1000, 0)]) == Estimate(270, 5)


def test_what_was_spent_on_a_begun_article_is_taken_off_but_never_more_than_all() -> None:
    done = [Work(1000, 60)] * FEWEST
    assert estimate(done, [Work(1000, 40), Work(1000, 500)]) == Estimate(20, 5)


@given(st.lists(works, max_size=FEWEST - 1), st.lists(works, max_size=5))
def test_there_is_no_estimate_from_too_few(done: list[Work], left: list[Work]) -> None:
    assert estimate(done, left) is None


@given(st.lists(works, min_size=FEWEST, max_size=40), st.lists(works, max_size=20))
def test_less_left_never_takes_longer(done: list[Work], left: list[Work]) -> None:
    whole, less = estimate(done, left), estimate(done, left[1:])
    assert whole is not None
    assert less is not None
    assert 0 <= less.seconds <= whole.seconds
