"""A short sample of the drills on bundles and on merging."""

from tests.drill import bundles, merging
from tests.drill.harness import line


def test_a_damaged_bundle_is_received_or_refused_in_a_sentence_and_leaves_nothing() -> None:
    for figure in bundles.receiving(seed=31, times=40):
        assert figure.is_kept, line(figure)


def test_a_kill_while_a_bundle_comes_in_leaves_the_project_before_or_after() -> None:
    for figure in bundles.killing(seed=32, times=3):
        assert figure.is_kept, line(figure)


def test_a_few_histories_keep_every_law_of_merging() -> None:
    for figure in merging.holding(seed=33, times=3):
        assert figure.is_kept, line(figure)
