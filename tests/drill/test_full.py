"""A short sample of the full disks."""

from tests.drill import full
from tests.drill.harness import line


def test_on_a_full_disk_nothing_is_lost_and_a_sentence_is_said() -> None:
    for figure in full.up_to_a_limit(seed=23, times=6):
        assert figure.is_kept or figure.not_run, line(figure)
