"""Studies: what counts, what is left out, and what cannot be."""

import pytest

from app.agreement import MEASURES
from app.agreement.relations import Endpoints, pair_rates
from app.agreement.study import Link, Studied, Work, study_of
from app.alignment.statement import statement
from app.domain.span import Span
from app.errors import Refused
from tests.studies import studied, study

DRAFT = "[Vell|actor] said [taxes fell|claim] in [Lorn|location]."
PLAIN = "Vell said taxes fell in Lorn."


def f1(*articles, **facts):
    return MEASURES["f1"].score(study(*articles, **facts))


def test_done_with_nothing_marked_is_data_and_not_done_is_missing():
    nothing = f1(studied(anna=DRAFT, ben=PLAIN))
    missing = f1(studied(anna=DRAFT))
    assert (nothing.value, nothing.n) == (0.0, 3)
    assert (missing.value, missing.n) == (None, 0)
    assert missing.why == "no article was finished by both"


def test_what_is_left_out_is_told():
    found = study(studied("a", anna=DRAFT, ben=PLAIN), studied("b", ben=PLAIN), Studied("c", 9, {}))
    assert [article.id for article in found.counting] == ["a"]
    assert found.left_out == {"finished by none of them": 1, "finished by one of them only": 1}


def test_whoever_is_not_in_the_study_does_not_count():
    both = studied(anna=DRAFT, ben=DRAFT, carla=PLAIN)
    assert f1(both).value == 1
    assert f1(both, annotators=["anna", "carla"]).value == 0
    assert f1(both, annotators=["anna", "zoe"]).value is None


def test_nobody_compared_and_one_alone_are_undefined():
    for people in ([], ["anna"]):
        score = f1(studied(anna=DRAFT, ben=DRAFT), annotators=people)
        assert (score.value, score.why) == (None, "agreement needs two annotators")


def test_nothing_on_both_sides_is_neither_one_nor_nought():
    score = f1(studied(anna=PLAIN, ben=PLAIN))
    assert (score.value, score.why) == (None, "nobody marked anything")


def test_strictly_an_interrupted_statement_is_the_same_only_in_all_its_pieces():
    whole = "[Taxes, he said, fell|claim]."
    pieces = "[Taxes|claim#q], he said, [fell|claim#q]."
    found = study(studied(anna=whole, ben=pieces))
    assert MEASURES["f1"].score(found).value == 0
    assert MEASURES["f1_overlap"].score(found).value == 1
    assert f1(studied(anna=pieces, ben=pieces)).value == 1


def test_an_interruption_is_shared_with_nobody():
    inside = "Taxes, [he|claim] said, fell."
    pieces = "[Taxes|claim#q], he said, [fell|claim#q]."
    assert MEASURES["f1_overlap"].score(study(studied(anna=inside, ben=pieces))).value == 0


def test_furniture_is_outside_every_study():
    versions = {
        "anna": "[Vell|actor] left. [Read more|claim]",
        "ben": "[Vell|actor] left. [Read|actor] more",
    }
    article = studied(**versions)
    region = Span(article.characters - len("Read more"), article.characters)
    bare = study(Studied("a", article.characters, article.works, (region,)))
    for name in ("f1", "f1_overlap", "u_alpha", "alpha", "alpha_masi", "kappa", "gamma"):
        assert MEASURES[name].score(bare).value == pytest.approx(1), name
        assert MEASURES[name].score(study(article)).value < 1, name
    assert MEASURES["u_alpha"].score(bare).n == article.characters - len(region)


def test_a_statement_made_twice_counts_once_and_its_relations_stay():
    twice = (
        statement([Span(0, 4)], "actor", "1"),
        statement([Span(0, 4)], "actor", "2"),
        statement([Span(6, 9)], "claim", "3"),
    )
    links = (Link("says", "1", "3"), Link("says", "2", "3"))
    works = {"anna": Work(twice, links), "ben": Work(twice[1:], links[1:])}
    found = study(Studied("a", 9, works))
    assert found.repeats == 1
    assert MEASURES["f1"].score(found).value == 1
    rates = pair_rates(found, (0, 1), Endpoints.EXACT)
    assert (rates.matches, rates.left, rates.right) == (1, 1, 1)


def test_a_relation_may_lead_into_another_article():
    here, there = statement([Span(0, 4)], "claim", "h"), statement([Span(2, 5)], "claim", "t")
    link = Link("repeats", "h", "t", "b")

    def articles(*, ben_finished_there):
        second = {"anna": Work((there,))} | ({"ben": Work((there,))} if ben_finished_there else {})
        return [
            Studied("a", 9, {"anna": Work((here,), (link,)), "ben": Work((here,), (link,))}),
            Studied("b", 9, second),
        ]

    shared = study(*articles(ben_finished_there=True))
    assert pair_rates(shared, (0, 1), Endpoints.ALIGNED).f1 == 1
    half = study(*articles(ben_finished_there=False))
    assert pair_rates(half, (0, 1), Endpoints.ALIGNED).f1 is None


def test_relations_are_judged_alone_where_both_marked_their_ends():
    ends = [statement([Span(a, a + 2)], "claim", str(a)) for a in (0, 4, 8)]
    anna = Work(tuple(ends), (Link("denies", "0", "4"), Link("denies", "0", "8")))
    ben = Work(tuple(ends[:2]), (Link("denies", "0", "4"),))
    found = study(Studied("a", 20, {"anna": anna, "ben": ben}))
    assert MEASURES["relation_f1"].score(found).value == pytest.approx(2 / 3)
    assert MEASURES["relation_f1_conditional"].score(found).value == 1


def test_relations_have_a_direction():
    ends = tuple(statement([Span(a, a + 2)], "claim", str(a)) for a in (0, 4))
    works = {
        "anna": Work(ends, (Link("denies", "0", "4"),)),
        "ben": Work(ends, (Link("denies", "4", "0"),)),
    }
    found = study(Studied("a", 20, works))
    for endpoints in Endpoints:
        assert pair_rates(found, (0, 1), endpoints).f1 == 0


def test_what_leaves_its_article_is_refused():
    works = {"anna": Work((statement([Span(5, 10)], "claim"),))}
    with pytest.raises(Refused, match="5–10 ends after the article, which has 9 characters"):
        study(Studied("a", 9, works))


def test_an_annotator_named_twice_is_refused():
    with pytest.raises(Refused, match="only once"):
        study_of([], annotators=["anna", "anna"])


def test_only_some_articles_can_be_asked_about():
    found = study(studied("a", anna=DRAFT, ben=DRAFT), studied("b", anna=DRAFT, ben=PLAIN))
    assert MEASURES["f1"].score(found.of_articles(["a"])).value == 1
    assert MEASURES["f1"].score(found.of_articles(["b"])).value == 0
