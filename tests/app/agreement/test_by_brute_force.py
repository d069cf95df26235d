"""What is computed cleverly is what trying everything, or looking at every character, gives."""

from itertools import combinations, permutations, product
from random import Random

import numpy as np
import pytest

from app.agreement.dissimilarity import Weights, dissimilarity, marks
from app.agreement.gamma_alignment import disorders
from app.agreement.span_counts import RELAXED, pair_rates
from app.agreement.study import Studied, Work, study_of
from app.agreement.u_alpha import sums
from app.alignment.pairing import SAME_LABEL, paired
from app.alignment.statement import Statement, once_each, statement
from app.alignment.stretches import stretches
from app.domain.span import Span

LABELS = ("actor", "claim")
PLACE = {label: number for number, label in enumerate(LABELS)}


def drawn(chance: Random, *, most: int, length: int = 30) -> tuple[Statement, ...]:
    """Return some statements, some of them interrupted."""
    said = []
    for _ in range(chance.randrange(most + 1)):
        edges = sorted(chance.sample(range(length + 1), chance.choice((2, 2, 4))))
        pieces = [Span(*edges[at : at + 2]) for at in range(0, len(edges), 2)]
        said.append(statement(pieces, chance.choice(LABELS)))
    return once_each(said)


def positions(one: Statement) -> set[int]:
    return {place for piece in one.pieces for place in range(piece.start, piece.end)}


def matchings(left, right):
    """Yield every way to pair off all of the shorter side."""
    if len(left) > len(right):
        yield from ([(j, i) for i, j in way] for way in matchings(right, left))
    else:
        for chosen in permutations(range(len(right)), len(left)):
            yield list(enumerate(chosen))


@pytest.mark.parametrize("seed", range(40))
def test_the_largest_matching_is_found(seed):
    chance = Random(seed)
    left, right = drawn(chance, most=5), drawn(chance, most=5)
    works = {"a": Work(left), "b": Work(right)}
    study = study_of([Studied("x", 30, works)], annotators="ab", labels=LABELS)
    most = max(
        sum(
            left[i].label == right[j].label and bool(positions(left[i]) & positions(right[j]))
            for i, j in way
        )
        for way in matchings(left, right)
    )
    assert pair_rates(study, (0, 1), RELAXED).matches == most


@pytest.mark.parametrize("seed", range(40))
def test_the_heaviest_pairing_is_found(seed):
    chance = Random(seed)
    left, right = drawn(chance, most=5), drawn(chance, most=5)

    def weight(i, j):
        one, other = positions(left[i]), positions(right[j])
        close = len(one & other) / len(one | other)
        return close + SAME_LABEL * (left[i].label == right[j].label) if close else 0.0

    found = paired(stretches(left, LABELS), stretches(right, LABELS))
    pairs = list(zip(found.left.tolist(), found.right.tolist(), strict=True))
    same = {
        (i, j)
        for i, j in product(range(len(left)), range(len(right)))
        if left[i].says_the_same(right[j])
    }
    assert same <= set(pairs)
    free_left = [i for i in range(len(left)) if i not in {i for i, _ in same}]
    free_right = [j for j in range(len(right)) if j not in {j for _, j in same}]
    heaviest = max(
        sum(weight(free_left[i], free_right[j]) for i, j in way)
        for way in matchings(free_left, free_right)
    )
    assert sum(weight(i, j) for i, j in pairs if (i, j) not in same) == pytest.approx(heaviest)


def partitions(units):
    """Yield every alignment: units as (annotator, number), at most one of each in a part."""
    if not units:
        yield []
        return
    first, *rest = units
    others = [one for one in rest if one[0] != first[0]]
    for size in range(len(others) + 1):
        for chosen in combinations(others, size):
            if len({who for who, _ in chosen}) == size:
                part = (first, *chosen)
                yield from (
                    [part, *more] for more in partitions([u for u in rest if u not in chosen])
                )


@pytest.mark.parametrize("seed", range(25))
def test_the_best_alignment_is_found(seed):
    chance = Random(seed)
    raters = chance.choice((2, 3, 3, 4))
    works = [marks(drawn(chance, most=2 if raters == 4 else 3), PLACE) for _ in range(raters)]
    units = [(who, number) for who, work in enumerate(works) for number in range(len(work))]
    if not units:
        return
    weights = Weights(chance.choice((1, 3)), 1, 1)
    pairs = list(combinations(range(raters), 2))
    between = {pair: dissimilarity(works[pair[0]], works[pair[1]], weights) for pair in pairs}

    def disorder(part):
        unit = dict(part)
        costs = [
            between[pair][unit[pair[0]], unit[pair[1]]] if unit.keys() >= set(pair) else 1.0
            for pair in pairs
        ]
        return sum(costs) / len(pairs)

    least = min(sum(map(disorder, way)) for way in partitions(units)) / (len(units) / raters)
    assert next(disorders([[works]], weights)) == pytest.approx(least, abs=1e-9)


@pytest.mark.parametrize("seed", range(25))
def test_u_alpha_is_what_every_character_says(seed):
    chance = Random(seed)
    people = "abc"
    articles = [
        {who: Work(drawn(chance, most=3)) for who in people if chance.random() < 0.8}
        for _ in range(chance.choice((1, 2, 3)))
    ]
    study = study_of(
        [Studied(str(number), 30, works) for number, works in enumerate(articles)],
        annotators=people,
        labels=["claim"],
        resamples=0,
    )
    table, squares, gaps = np.zeros((2, 2)), 0, 0
    for works in articles:
        if len(works) < 2:
            continue
        rows = []
        for work in works.values():
            own = [piece for one in work.said if one.label == "claim" for piece in one.pieces]
            row = [any(piece.start <= at < piece.end for piece in own) for at in range(30)]
            rows.append(row)
            gaps += row.count(False)
            squares += sum((end - start) ** 2 for start, end in merged(own))
        for one, other in permutations(range(len(rows)), 2):
            for c, k in zip(rows[one], rows[other], strict=True):
                table[int(c), int(k)] += 1 / (len(rows) - 1)
    n, (bare, marked) = table.sum(), table.sum(axis=1)
    value = sums(study).total()
    if marked and bare:
        expected = n * ((marked**2 - squares) + (bare**2 - gaps)) / (n**2 - squares - gaps)
        assert value == pytest.approx(1 - (n - np.trace(table)) / (n - expected))
    else:
        assert value is None


def merged(pieces):
    """Return pieces as units: those that overlap are one, those that touch are not."""
    found: list[list[int]] = []
    for piece in sorted(pieces):
        if found and piece.start < found[-1][1]:
            found[-1][1] = max(found[-1][1], piece.end)
        else:
            found.append([piece.start, piece.end])
    return found
