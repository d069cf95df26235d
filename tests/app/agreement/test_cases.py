"""Cases: what stands behind a figure, asked for by what somebody wants to see."""

import pytest

from app.agreement.cases import NO_SPAN, Order, Sought, cases, kinds, tally
from app.alignment.disagreements import Kind
from app.errors import Cancelled
from tests.studies import studied, study

ANNA = "[Vell|actor] said [taxes fell|claim] in [Lorn|location]."
BEN = "[Vell|actor] said taxes [fell|claim] in [Lorn|actor]."
CARLA = "Vell said [taxes fell in Lorn|denial]."
PEOPLE = ("anna", "ben", "carla")


def found(*articles, **facts):
    return cases(study(*articles, annotators=PEOPLE, **facts))


def shown(some):
    return [(case.article, case.pair, case.kind) for case in some]


def test_a_place_is_told_once_for_each_pair():
    all_cases = found(studied("a", anna=ANNA, ben=BEN, carla=CARLA))
    assert shown(all_cases.all) == [
        ("a", ("anna", "ben"), None),
        ("a", ("anna", "carla"), Kind.MISSING),
        ("a", ("ben", "carla"), Kind.MISSING),
        ("a", ("anna", "carla"), Kind.BOTH),
        ("a", ("ben", "carla"), Kind.BOTH),
        ("a", ("anna", "ben"), Kind.BOUNDARY),
        ("a", ("anna", "ben"), Kind.LABEL),
        ("a", ("anna", "carla"), Kind.MISSING),
        ("a", ("ben", "carla"), Kind.MISSING),
    ]


def test_cases_are_asked_for_by_pair_person_label_article_and_kind():
    all_cases = found(
        studied("a", anna=ANNA, ben=BEN, carla=CARLA), studied("b", anna=ANNA, ben=ANNA)
    )
    asked = {
        "pair": Sought(pair=frozenset({"ben", "anna"})),
        "annotator": Sought(annotator="carla", kind=Kind.BOTH),
        "label": Sought(label="location"),
        "article": Sought(article="b", disagreeing_only=False),
    }
    answers = {name: shown(all_cases.only(sought)) for name, sought in asked.items()}
    assert answers["pair"] == [
        ("a", ("anna", "ben"), Kind.BOUNDARY),
        ("a", ("anna", "ben"), Kind.LABEL),
    ]
    assert {pair for _, pair, _ in answers["annotator"]} == {("anna", "carla"), ("ben", "carla")}
    assert len(answers["label"]) == 2
    assert answers["article"] == [("b", ("anna", "ben"), None)] * 3


def test_a_cell_of_the_table_of_labels_leads_to_its_cases():
    all_cases = found(studied("a", anna=ANNA, ben=BEN))
    (other_label,) = all_cases.only(Sought(cell=("location", "actor")))
    assert other_label.kind is Kind.LABEL
    assert not all_cases.only(Sought(cell=("actor", "location")))
    assert not all_cases.only(Sought(cell=("claim", NO_SPAN)))


def test_a_split_counts_its_further_pieces_as_without_a_partner():
    whole, pieces = (
        "[Taxes fell and wages rose|claim].",
        "[Taxes fell|claim] and [wages rose|claim].",
    )
    (case,) = found(studied("a", anna=whole, ben=pieces)).all
    assert (case.kind, case.cells) == (Kind.SPLIT, (("claim", "claim"), (NO_SPAN, "claim")))


def test_sums_add_up_in_a_line():
    all_cases = found(studied("a", anna=ANNA, ben=BEN), studied("b", anna=ANNA, ben=ANNA))
    total = tally(all_cases.all)
    assert (total.agreed, total.disagreements, total.annotations) == (4, 2, 4)
    assert (total.both_sides, total.f1) == (12, 8 / 12)
    assert tally(all_cases.all, "location").annotations == 1
    assert kinds(all_cases.all) == {None: 4, Kind.BOUNDARY: 1, Kind.LABEL: 1}
    assert tally([]).f1 is None


def test_cases_come_largest_first_or_the_article_with_most_first():
    all_cases = found(studied("a", anna=ANNA, ben=ANNA), studied("b", anna=ANNA, ben=BEN))
    everything = all_cases.only(Sought(disagreeing_only=False))
    by_size = all_cases.ordered(everything, Order.SIZE)
    assert [case.size for case in by_size] == [10, 6, 4, 4, 4, 4]
    some = [case for case in everything if case.kind is not None or case.article == "a"][1:]
    assert [one.article for one in all_cases.ordered(some, Order.ARTICLE)] == ["a", "a", "b", "b"]
    assert [one.article for one in all_cases.ordered(some[1:], Order.ARTICLE)] == ["b", "b", "a"]


def test_everybody_who_finished_an_article_is_heard_also_with_nothing():
    all_cases = found(studied("a", anna=ANNA, ben=BEN, carla="Vell said taxes fell in Lorn."))
    works = all_cases.works("a")
    assert [len(works[who].said) for who in PEOPLE] == [3, 3, 0]


def test_a_case_is_found_again_by_its_annotations():
    before = found(studied("a", anna=ANNA, ben=BEN), studied("b", anna=ANNA, ben=BEN))
    boundary, label = before.only(Sought(article="b"))
    longer = "[Vell|actor] said taxes [fell in|claim] [Lorn|actor]."
    now = found(studied("b", anna=ANNA, ben=longer))
    again = now.again(label)
    assert again == label
    assert any(again is one for one in now.all), "it is the one that a list of them shows"
    changed = now.again(boundary)
    assert changed is not None
    assert (changed.kind, changed.right[0].id) == (Kind.BOUNDARY, boundary.right[0].id)
    assert found(studied("a", anna=ANNA, ben=BEN)).again(label) is None


def test_who_is_alone_has_no_cases():
    assert not found(studied("a", anna=ANNA), studied("b", ben=ANNA)).all


def test_looking_for_cases_can_be_stopped():
    with pytest.raises(Cancelled):
        cases(study(studied("a", anna=ANNA, ben=BEN)), stopped=lambda: True)
