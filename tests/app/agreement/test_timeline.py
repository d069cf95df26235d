"""The history of agreement: weeks and rounds, each by itself, every article in exactly one."""

from dataclasses import replace

import pytest

from app.agreement.report import report
from app.agreement.timeline import ONE_ARTICLE, By, timeline
from tests.studies import studied, study

VELL = "[Vell|actor] said [taxes fell|claim]."
LESS = "[Vell|actor] said taxes fell."
NOTHING = "Vell said taxes fell."


def finished(article, **when):
    """Return an article whose works were finished on these days, or allotted in these rounds."""
    works = {
        who: replace(work, **{"day" if isinstance(when[who], str) else "round": when[who]})
        for who, work in article.works.items()
    }
    return replace(article, works=works)


WEEKS = (
    finished(studied("a", anna=VELL, ben=LESS), anna="2026-07-20", ben="2026-07-26"),
    finished(studied("b", anna=VELL, ben=NOTHING), anna="2026-07-21", ben="2026-07-22"),
    finished(studied("c", anna=VELL, ben=VELL), anna="2026-07-22", ben="2026-07-27"),
    finished(studied("d", anna=VELL, ben=LESS), anna="", ben=""),
)


def test_an_article_is_in_the_week_in_which_the_last_finished_it():
    found = timeline(study(*WEEKS), By.WEEK).periods
    assert [(one.name, one.begins, one.articles) for one in found] == [
        ("2026-W30", "2026-07-20", ("a", "b")),
        ("2026-W31", "2026-07-27", ("c",)),
        ("unknown", "", ("d",)),
    ]
    assert [one.mixed for one in found] == [0, 1, 0]
    assert [one.annotations for one in found] == [5, 4, 3]


def test_figures_are_those_that_can_be_counted_by_hand():
    first, second, _ = timeline(study(*WEEKS), By.WEEK, labels=True).periods
    assert first.all["f1"].value == pytest.approx(2 / 5)
    assert first.labels["actor"]["f1"].value == pytest.approx(2 / 3)
    assert first.labels["claim"]["f1"].value == 0
    assert (first.all["f1"].n, first.labels["claim"]["f1"].n) == (5, 2)
    assert second.all["f1"].value == second.all["u_alpha"].value == 1
    assert second.all["u_alpha"].n == len(NOTHING)


def test_a_period_of_one_article_has_no_interval_and_says_why():
    first, second, _ = timeline(study(*WEEKS, resamples=100), By.WEEK).periods
    assert first.all["f1"].low is not None
    assert not first.all["f1"].note
    assert (second.all["f1"].low, second.all["f1"].note) == (None, ONE_ARTICLE)


def test_a_round_is_the_latest_of_those_who_finished_the_article():
    found = timeline(
        study(
            finished(studied("a", anna=VELL, ben=LESS), anna=1, ben=10),
            finished(studied("b", anna=VELL, ben=LESS), anna=2, ben=2),
            finished(studied("c", anna=VELL, ben=LESS), anna=0, ben=0),
        ),
        By.ROUND,
    ).periods
    assert [(one.name, one.begins, one.articles, one.mixed) for one in found] == [
        ("2", "", ("b",), 0),
        ("10", "", ("a",), 1),
        ("not allotted", "", ("c",), 0),
    ]


def test_gold_and_whoever_is_not_compared_date_nothing():
    one = finished(
        studied("a", gold=VELL, anna=VELL, ben=VELL, carla=VELL),
        gold="2026-12-01", anna="2026-07-20", ben="2026-07-21", carla="2026-12-01",
    )  # fmt: skip
    (found,) = timeline(study(one, annotators=["gold", "anna", "ben"]), By.WEEK).periods
    assert (found.name, found.mixed) == ("2026-W30", 0)


def test_a_label_nobody_gave_in_a_period_has_a_reason():
    quiet = finished(studied("e", anna=LESS, ben=LESS), anna="2026-08-10", ben="2026-08-10")
    *_, found, _ = timeline(study(*WEEKS, quiet), By.WEEK, labels=True).periods
    score = found.labels["claim"]["f1"]
    assert (score.value, score.why, score.note) == (None, "nobody marked anything", "")


def test_all_in_one_week_is_the_whole():
    together = [finished(one, anna="2026-07-20", ben="2026-07-22") for one in WEEKS]
    whole = study(*together, resamples=200)
    (found,) = timeline(whole, By.WEEK, labels=True).periods
    told = report(whole)
    assert found.all == {name: told.all[name] for name in found.all}
    for label, scores in found.labels.items():
        assert scores == {name: told.labels[label][name] for name in scores}


def test_where_there_is_nothing_to_compare_there_is_no_period():
    assert timeline(study(), By.WEEK).periods == ()
    assert timeline(study(WEEKS[0], annotators=["anna"]), By.ROUND).periods == ()
