"""The report: everything at once, the same every time, with a reason for every gap."""

import json
import re

import numpy as np
import pytest

from app.agreement import MEASURES, ON_REQUEST, OUT_OF_USE
from app.agreement.bootstrap import interval, weights
from app.agreement.report import report
from app.agreement.score import Score
from app.agreement.semeval import SCHEMES, verdicts
from app.agreement.telling import as_object, rows
from app.errors import Cancelled
from tests.studies import studied, study

ANNA = "[Vell|actor] said [taxes fell|claim] in [Lorn|location]."
BEN = "[Vell|actor] said taxes [fell|claim] in [Lorn|actor]."
PLAIN = "Vell said taxes fell in Lorn."


@pytest.fixture
def told():
    found = study(
        studied("a", anna=ANNA, ben=BEN),
        studied("b", anna=ANNA, ben=ANNA, carla=PLAIN),
        studied("c", anna=PLAIN, ben=PLAIN),
        studied("d", carla=ANNA),
        annotators=["anna", "ben", "carla"],
        resamples=300,
    )
    return report(found)


def test_all_labels_and_pairs_have_all_measures(told):
    asked = list(MEASURES.keys() - set(OUT_OF_USE))
    every = [told.all, *told.labels.values(), *told.pairs.values()]
    assert all(sorted(scores) == sorted(asked) for scores in every)
    assert list(told.labels) == ["actor", "claim", "location"]
    assert list(told.pairs) == [("anna", "ben"), ("anna", "carla"), ("ben", "carla")]


def test_a_report_has_what_each_measure_gives_by_itself(told):
    for name, score in told.all.items():
        if name not in ON_REQUEST:
            alone = MEASURES[name].score(told.study)
            assert alone.value == pytest.approx(score.value), name
            assert (alone.low, alone.high) == pytest.approx((score.low, score.high)), name


def test_intervals_hold_the_value_and_come_out_the_same_again(told):
    for name, score in told.all.items():
        if score.low is not None:
            assert score.low <= score.value <= score.high, name
    assert report(told.study).all == told.all


def test_one_article_has_no_interval():
    (score,) = {report(study(studied(anna=ANNA, ben=BEN), resamples=300)).all["f1"]}
    assert score.value is not None
    assert (score.low, score.high) == (None, None)


def test_pairs_that_share_nothing_say_so():
    found = study(
        studied("a", anna=ANNA, ben=ANNA),
        studied("b", ben=ANNA, carla=ANNA),
        annotators=["anna", "ben", "carla"],
    )
    score = report(found).pairs["anna", "carla"]["f1"]
    assert (score.value, score.why) == (None, "no article was finished by both")


def test_articles_show_what_each_made_of_them(told):
    by_name = {line.id: line for line in told.articles}
    assert by_name.keys() == {"a", "b", "c"}
    assert by_name["a"].annotations == {"anna": 3, "ben": 3}
    assert by_name["a"].f1 == pytest.approx(1 / 3)
    assert by_name["c"].f1 is None


def test_confusion_has_every_annotation_of_both_sides(told):
    cells = told.confusion
    assert cells["claim"] == {"claim": 2, "∅": 2}
    assert cells["location"] == {"actor": 1, "location": 1, "∅": 2}


def test_profiles_show_rates_shares_and_the_figure_without_somebody(told):
    anna = told.profiles[0]
    characters = len(PLAIN) * 3
    assert (anna.articles, anna.annotations) == (3, 6)
    assert anna.marked == pytest.approx(1000 * 6 / characters)
    assert anna.covered == pytest.approx(1000 * 2 * len("Velltaxes fellLorn") / characters)
    assert anna.labels == {name: pytest.approx(1 / 3) for name in ("actor", "claim", "location")}
    without_carla = MEASURES["u_alpha"].score(told.study.of_annotators(["anna", "ben"]))
    assert told.profiles[2].without.value == pytest.approx(without_carla.value)


def test_rates_are_of_what_somebody_finished(told):
    carla = told.profiles[2]
    assert (carla.articles, carla.annotations) == (1, 0)
    found = study(
        studied("a", anna=ANNA, ben=BEN),
        studied("b", anna=ANNA, ben=BEN, carla=ANNA),
        annotators=["anna", "ben", "carla"],
    )
    anna, _, carla = report(found).profiles
    assert (carla.articles, carla.marked) == (1, pytest.approx(1000 * 3 / len(PLAIN)))
    assert (carla.marked, carla.covered) == pytest.approx((anna.marked, anna.covered))


def test_semeval_of_all_is_pooled_over_pairs_and_half_a_point_is_for_other_boundaries(told):
    study_ = told.study
    for scheme in SCHEMES:
        pairs = [verdicts(study_, scheme, pair) for pair in study_.pairs]
        points = sum(2 * one.correct + one.partial for one in pairs)
        both_sides = sum(
            2 * (one.correct + one.incorrect + one.partial) + one.missing + one.spurious
            for one in pairs
        )
        assert told.all[f"semeval_{scheme}"].value == pytest.approx(points / both_sides)
        for (one, other), pair in zip(told.pairs, pairs, strict=True):
            assert told.pairs[one, other][f"semeval_{scheme}"].value == pytest.approx(pair.f1)
    claim = told.labels["claim"]
    assert claim["semeval_partial"].value > claim["semeval_exact"].value


def test_gold_is_told_apart_from_the_others():
    found = study(studied(gold=ANNA, anna=ANNA, ben=BEN), annotators=["gold", "anna", "ben"])
    anna = report(found).profiles[1]
    assert (anna.f1_gold, anna.f1) == (1.0, pytest.approx(1 / 3))


def test_what_was_asked_for_stands_in_it_with_its_parameters(told):
    gamma = Score(0.5, 2)
    again = report(told.study, requested={"gamma": gamma}, parameters={"gamma": "α = 1"})
    assert again.all["gamma"] == gamma
    assert again.labels["claim"]["gamma"].why == "it is computed only on request"
    assert as_object(again)["parameters"]["gamma"] == "α = 1"


def test_json_keeps_its_keys_and_has_no_number_that_is_none(told):
    found = json.loads(json.dumps(as_object(told), allow_nan=False))
    assert list(found)[:6] == ["articles", "annotators", "left_out", "all", "labels", "pairs"]
    assert found["articles"] == 3
    assert found["left_out"] == {"finished by none of them": 0, "finished by one of them only": 1}
    assert list(found["all"]["f1"]) == ["value", "low", "high", "n", "why"]
    assert found["shared_articles"]["anna|ben"] == 3
    assert found["pairs"]["anna|ben"]["f1"]["n"] == 12
    assert found["all"]["relation_f1"] == {
        "value": None, "low": None, "high": None, "n": 0, "why": "there are no relations"
    }  # fmt: skip


def test_rows_hold_every_score_once(told):
    found = list(rows(told))
    keys = [row[:3] for row in found]
    assert len(set(keys)) == len(keys) == (1 + 3 + 3) * len(told.all)


def test_a_study_of_nothing_has_a_report_of_reasons():
    found = report(study())
    assert all(score.value is None and score.why for score in found.all.values())
    json.dumps(as_object(found), allow_nan=False)


@pytest.mark.parametrize("name", MEASURES)
def test_every_measure_tells_its_source_its_formula_and_what_it_counts(name):
    measure = MEASURES[name]
    assert re.search(r"\b(19|20)\d\d\b", measure.definition) or "relation" in name
    assert "`n` counts" in " ".join(measure.definition.split())
    assert measure.asks.endswith((".", "?"))
    assert measure.score(study()).why


def test_undefined_resamples_are_dropped_and_counted():
    values = np.array([np.nan, 0.2, 0.4, 0.6, np.nan])
    assert interval(values) == (0.2, 0.6, 2)
    assert interval(values[:1]) == (None, None, 1)


def test_an_interval_leaves_out_a_fortieth_at_either_end():
    assert interval(np.arange(1, 1001) / 1000) == (0.025, 0.975, 0)


def test_every_resample_has_as_many_articles_as_there_are():
    drawn = weights(7, seed=1, resamples=50)
    assert drawn.shape == (50, 7)
    assert (drawn.sum(axis=1) == 7).all()
    assert (weights(7, seed=1, resamples=50) == drawn).all()
    assert (weights(7, seed=2, resamples=50) != drawn).any()


def test_a_report_can_be_stopped_between_any_two_measures():
    asked = []

    def stopped() -> bool:
        asked.append(True)
        return len(asked) == 3

    with pytest.raises(Cancelled):
        report(
            study(studied("a", anna="[Vell|actor] spoke.", ben="[Vell|actor] spoke.")),
            stopped=stopped,
        )
    assert len(asked) == 3
