"""Where other programs are right, they give the same figures on work drawn at random."""

from itertools import pairwise
from random import Random

import krippendorff
import numpy as np
import pytest
from nervaluate.entities import Entity
from nervaluate.strategies import (
    EntityTypeEvaluation,
    ExactEvaluation,
    PartialEvaluation,
    StrictEvaluation,
)
from nltk.metrics.agreement import AnnotationTask
from nltk.metrics.distance import masi_distance
from sklearn.metrics import cohen_kappa_score, f1_score

from app.agreement import MEASURES, semeval
from app.agreement.coded import alpha_sums
from app.agreement.coding import Coding, label_sets
from app.agreement.distances import masi
from app.agreement.study import Studied, Study, Work, study_of
from app.alignment.statement import statement
from app.domain.span import Span
from tests.studies import LABELS, PEOPLE

SEEDS = range(12)


def drawn(seed: int, *, people=PEOPLE, missing: float = 0.2, furniture: bool = False) -> Study:
    """Return a study of five articles with overlapping statements."""
    chance = Random(seed)
    articles = []
    for number in range(5):
        length = chance.randrange(60, 120)
        works = {}
        for who in people:
            if chance.random() < missing:
                continue
            said = []
            for _ in range(chance.randrange(6)):
                start = chance.randrange(length - 1)
                end = min(length, start + chance.randrange(1, 25))
                said.append(statement([Span(start, end)], chance.choice(LABELS)))
            works[who] = Work(tuple(said))
        regions = (Span(20, 31),) if furniture else ()
        articles.append(Studied(str(number), length, works, regions))
    return study_of(articles, annotators=people, labels=LABELS, resamples=0)


def characters(study: Study, who: str, label: str | None) -> list[float]:
    """Return for every character outside furniture whether it is marked; NaN where not finished."""
    found: list[float] = []
    for article in study.counting:
        row = [float("nan")] * article.characters
        if who in article.works:
            row = [0.0] * article.characters
            for one in article.works[who].said:
                if label in (None, one.label):
                    for piece in one.pieces:
                        row[piece.start : piece.end] = [1.0] * len(piece)
        for region in reversed(article.furniture):
            del row[region.start : region.end]
        found += row
    return found


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("furniture", [False, True])
def test_alpha_is_that_of_the_package_krippendorff(seed, furniture):
    study = drawn(seed, furniture=furniture)
    for label in LABELS:
        table = [characters(study, who, label) for who in PEOPLE]
        theirs = krippendorff.alpha(table, level_of_measurement="nominal")
        ours = MEASURES["alpha"].score(study.of_labels([label])).value
        assert ours == pytest.approx(theirs, abs=1e-9)


@pytest.mark.parametrize("seed", SEEDS)
def test_kappa_is_that_of_scikit_learn(seed):
    study = drawn(seed, people=PEOPLE[:2], missing=0)
    for label in LABELS:
        one, other = (characters(study, who, label) for who in PEOPLE[:2])
        ours = MEASURES["kappa"].score(study.of_labels([label])).value
        assert ours == pytest.approx(cohen_kappa_score(one, other), abs=1e-9)


@pytest.mark.parametrize("seed", SEEDS)
def test_strict_f1_is_that_of_scikit_learn_on_the_statements_either_made(seed):
    study = drawn(seed, people=PEOPLE[:2], missing=0)
    made = [
        {
            (article.id, one.pieces, one.label)
            for article in study.counting
            for one in article.works[who].said
        }
        for who in PEOPLE[:2]
    ]
    every = sorted(made[0] | made[1])
    theirs = f1_score([one in made[0] for one in every], [one in made[1] for one in every])
    assert MEASURES["f1"].score(study).value == pytest.approx(theirs, abs=1e-12)


@pytest.mark.parametrize("seed", SEEDS)
def test_fleiss_kappa_is_the_multi_pi_of_nltk(seed):
    study = drawn(seed, missing=0)
    for label in LABELS:
        task = AnnotationTask(
            [
                (who, str(unit), str(value))
                for who in PEOPLE
                for unit, value in enumerate(characters(study, who, label))
            ]
        )
        ours = MEASURES["fleiss_kappa"].score(study.of_labels([label])).value
        assert ours == pytest.approx(task.pi(), abs=1e-9)


@pytest.mark.parametrize("seed", SEEDS)
def test_alpha_of_label_sets_is_that_of_nltk_where_every_unit_has_a_label(seed):
    study = drawn(seed, missing=0)
    coding = label_sets(study)
    chosen = [
        u for u in range(len(coding.weight)) if all(coding.sets[v] for v in coding.values[:, u])
    ]
    if len({value for u in chosen for value in coding.values[:, u]}) < 2:
        return
    task = AnnotationTask(
        [
            (str(who), str(unit), coding.sets[coding.values[who, unit]])
            for who in range(len(PEOPLE))
            for unit in chosen
        ],
        distance=masi_distance,
    )
    alone = Coding(
        coding.values[:, chosen],
        np.ones(len(chosen)),
        np.arange(len(chosen)),
        len(chosen),
        coding.sets,
    )
    assert alpha_sums(alone, masi).total() == pytest.approx(task.alpha(), abs=1e-9)


@pytest.mark.parametrize("seed", SEEDS)
def test_semeval_counts_are_those_of_nervaluate_where_nothing_competes(seed):
    chance = Random(seed)
    edges = sorted(chance.sample(range(200), 21))
    said: dict[str, list[tuple[int, int, str]]] = {"reference": [], "response": []}
    for low, high in pairwise(edges):  # at most one statement of each in a stretch of its own
        for own in said.values():
            if high - low > 1 and chance.random() < 0.8:
                start = chance.randrange(low, high - 1)
                own.append((start, chance.randrange(start + 1, high), chance.choice(LABELS)))
    works = {
        who: Work(tuple(statement([Span(a, b)], label) for a, b, label in own))
        for who, own in said.items()
    }
    study = study_of([Studied("a", 200, works)], annotators=list(said), labels=LABELS)
    # nervaluate's ends are within the span
    true, predicted = (
        [Entity(label=label, start=a, end=b - 1) for a, b, label in own] for own in said.values()
    )
    strategies = {
        "strict": StrictEvaluation(),
        "exact": ExactEvaluation(),
        "partial": PartialEvaluation(),
        "type": EntityTypeEvaluation(),
    }
    for scheme, strategy in strategies.items():
        theirs, _ = strategy.evaluate(true, predicted, list(LABELS))
        ours = semeval.verdicts(study, scheme)
        assert (ours.correct, ours.incorrect, ours.partial, ours.missing, ours.spurious) == (
            theirs.correct,
            theirs.incorrect,
            theirs.partial,
            theirs.missed,
            theirs.spurious,
        )
