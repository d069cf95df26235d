"""A short sample of the damaged files."""

from tests.drill import damaged
from tests.drill.harness import line


def test_a_damaged_file_is_opened_or_refused_in_a_sentence() -> None:
    for figure in damaged.opening(seed=24, times=30):
        assert figure.is_kept, line(figure)


def test_every_bit_flipped_in_a_text_is_found() -> None:
    for figure in damaged.flipping(seed=25, times=10):
        assert figure.is_kept, line(figure)
