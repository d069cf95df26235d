"""A short sample of the Unicode texts."""

from tests.drill import unicode
from tests.drill.harness import line


def test_any_text_that_goes_round_says_the_same() -> None:
    for figure in unicode.round_trips(seed=26, times=60):
        assert figure.is_kept, line(figure)
