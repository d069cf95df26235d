"""What stands beside a figure is true: what it counted, and why there is none."""

import pytest

from app.agreement import MEASURES, gamma
from app.agreement.relations import Endpoints, endpoint_sums
from app.agreement.report import SUMS
from app.agreement.span_counts import Boundaries, Matching, mean_of_labels
from app.agreement.study import Link, Studied, Work, study_of
from app.agreement.u_alpha_family import whole_disagreements
from app.agreement.view import View
from app.alignment.statement import statement
from app.domain.span import Span
from tests.studies import studied, study

DRAFT = "[Vell|actor] said [taxes fell|claim] in [Lorn|location]."
PLAIN = "Vell said taxes fell in Lorn."


def ends(*starts):
    return tuple(statement([Span(at, at + 2)], "claim", str(at)) for at in starts)


def related(*links, starts=(0, 4, 8)):
    return Work(ends(*starts), tuple(Link("denies", *map(str, link)) for link in links))


def test_relations_are_counted_only_where_two_finished_the_article():
    first = Studied("a", 20, {"anna": related((0, 4)), "carla": related((0, 4))})
    second = Studied("b", 20, {"anna": related((0, 4)), "ben": related((0, 4), (0, 8))})
    found = study(first, second, annotators=["anna", "ben", "carla"])
    for endpoints in Endpoints:
        assert endpoint_sums(endpoints, found).n == 5
        assert endpoint_sums(endpoints, found, View(among=(0, 1))).n == 3
        assert endpoint_sums(endpoints, found, View(among=(1, 2))).n == 0


def test_relations_with_ends_that_only_one_marked_are_not_said_to_be_none():
    works = {"anna": related((0, 4)), "ben": related((8, 12), starts=(8, 12))}
    found = study(Studied("a", 20, works))
    score = MEASURES["relation_f1_conditional"].score(found)
    assert (score.value, score.n) == (None, 0)
    assert score.why == "there is no relation with ends that both marked"
    assert MEASURES["relation_f1"].score(found).value == 0


def test_one_stretch_that_two_of_three_marked_is_too_little_for_chance():
    claim = "Vell said [taxes fell|claim] in Lorn."
    actor = claim.replace("claim", "actor")
    found = study(studied(anna=claim, ben=actor, carla=PLAIN), annotators=["anna", "ben", "carla"])
    score = MEASURES["u_alpha_labels"].score(found)
    assert score.value is None
    assert score.why == "too little was marked by two of them to say what would be by chance"
    pair = MEASURES["u_alpha_labels"].score(found.of_annotators(["anna", "ben"]))
    assert pair.value == pytest.approx(0)


def test_more_labels_than_can_be_looked_at_are_not_said_to_overlap():
    labels = [f"label {number}" for number in range(63)]
    work = Work(tuple(statement([Span(at, at + 1)], label) for at, label in enumerate(labels)))
    found = study(Studied("a", 70, {"anna": work, "ben": work}))
    for name in ("u_alpha_labels", "kappa", "fleiss_kappa", "alpha_masi"):
        assert MEASURES[name].score(found).why == "there are more than 62 labels", name
    assert MEASURES["u_alpha"].score(found).value == 1


@pytest.mark.parametrize("articles", [1, 2])
def test_gamma_has_an_interval_only_where_other_measures_have_one(articles):
    found = study(*(studied(str(at), anna=DRAFT, ben=DRAFT) for at in range(articles)))
    asked = study(*found.articles, resamples=50)
    assert (gamma.score(found).value, gamma.score(found).low) == (1, None)
    several = articles > 1
    assert (gamma.score(asked).low, gamma.score(asked).high) == ((1, 1) if several else (None,) * 2)


def test_a_label_by_itself_is_compared_with_the_same_label():
    other = DRAFT.replace("actor", "location")
    found = study(studied(anna=DRAFT, ben=other))
    matching = Matching(Boundaries.EXACT, labels=False)
    assert mean_of_labels(found, matching) == pytest.approx((0 + 1 + 2 / 3) / 3)


def test_furniture_ends_with_its_article():
    works = {"anna": Work(ends(0, 4)), "ben": Work(ends(0))}
    first = Studied("a", 10, works, (Span(8, 30), Span(40, 50)))
    both = [first, Studied("b", 20, works)]
    as_it_is = [Studied("a", 10, works, (Span(8, 10),)), both[1]]
    for name, sums in SUMS.items():
        found = [
            sums(study_of(some, annotators=["anna", "ben"]), View()) for some in (both, as_it_is)
        ]
        assert (found[0].total(), found[0].n) == (found[1].total(), found[1].n), name


def test_without_a_character_there_is_no_disagreement():
    found = study(studied(anna=PLAIN, carla=PLAIN))
    assert whole_disagreements(found) is None


def test_fleiss_kappa_draws_only_from_articles_that_all_finished():
    everybody = {"anna": DRAFT, "ben": DRAFT, "carla": PLAIN}
    found = study(
        studied("a", **everybody),
        studied("b", anna=DRAFT, ben=PLAIN),
        annotators=["anna", "ben", "carla"],
        resamples=50,
    )
    score = MEASURES["fleiss_kappa"].score(found)
    assert (score.n, score.low) == (len(PLAIN), None)
    assert MEASURES["alpha"].score(found).low is not None
