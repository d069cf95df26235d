"""The report: all measures of a study at once, for all of it, each label and each pair.

All intervals come from the same resamples, by one matrix product. What takes long comes on request
(see `ON_REQUEST` in the roll-call) and is handed in.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import product

import numpy as np

from app.agreement import (
    ON_REQUEST,
    alpha,
    alpha_sets,
    f1,
    f1_overlap,
    fleiss,
    kappa,
    relations,
    semeval,
    u_alpha,
    u_alpha_family,
)
from app.agreement.boundaries import Offsets, offsets
from app.agreement.confusion import cells
from app.agreement.profiles import Profile, profiles, without_sums
from app.agreement.score import Score, undefined
from app.agreement.study import Study
from app.agreement.sums import Sums, all_scored
from app.agreement.units import kept_lengths
from app.agreement.view import ALL, View
from app.errors import Cancelled

Scores = dict[str, Score]
Stopped = Callable[[], bool]

SUMS: Mapping[str, Callable[[Study, View], Sums]] = {
    "f1": f1.sums,
    "f1_overlap": f1_overlap.sums,
    "u_alpha": u_alpha.sums,
    "u_alpha_marked": u_alpha_family.marked_sums,
    "u_alpha_labels": u_alpha_family.labelled_sums,
    "alpha": alpha.sums,
    "alpha_masi": alpha_sets.sums,
    "kappa": kappa.sums,
    "fleiss_kappa": fleiss.sums,
    **{f"semeval_{scheme}": partial(semeval.scheme_sums, scheme) for scheme in semeval.SCHEMES},
    "relation_f1": partial(relations.endpoint_sums, relations.Endpoints.ALIGNED),
    "relation_f1_exact": partial(relations.endpoint_sums, relations.Endpoints.EXACT),
    "relation_f1_conditional": partial(relations.endpoint_sums, relations.Endpoints.CONDITIONAL),
}

NOT_ASKED = "it is computed only on request"


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """One article: its pooled strict F1 (None where nobody marked anything), and who marked what.

    `annotations` has how many each annotator made who finished it.
    """

    id: str
    f1: float | None
    annotations: dict[str, int]


@dataclass(frozen=True, slots=True)
class Report:
    """What a study has to say; `pairs` and `shared` are by two names, the earlier one first.

    `shared` counts the articles that both finished. `requested` holds what was asked for:
    which articles, and the parameters of what was computed on request.
    """

    study: Study
    characters: int
    all: Scores
    labels: dict[str, Scores]
    pairs: dict[tuple[str, str], Scores]
    shared: dict[tuple[str, str], int]
    articles: tuple[ArticleLine, ...]
    confusion: dict[str, dict[str, int]]
    offsets: Offsets
    offsets_by_label: dict[str, Offsets]
    profiles: tuple[Profile, ...]
    requested: dict[str, str] = field(default_factory=dict)


def report(
    study: Study,
    *,
    requested: Mapping[str, Score] | None = None,
    parameters: Mapping[str, str] | None = None,
    stopped: Stopped | None = None,
) -> Report:
    """Return the report; `requested` are scores of all, computed before.

    `parameters` are what was asked for, in words. Raises `Cancelled` once `stopped`.
    """
    by_label = [View(label=label) for label in range(len(study.labels))]
    by_pair = [View(among=pair) for pair in study.pairs]
    views = [ALL, *by_label, *by_pair]
    asked = []
    for view, measure in product(views, SUMS.values()):
        asked.append(measure(study, view))
        if stopped is not None and stopped():
            raise Cancelled
    scores = all_scored([*asked, *without_sums(study)], study)
    lines = [
        dict(zip(SUMS, scores[first : first + len(SUMS)], strict=True))
        for first in range(0, len(asked), len(SUMS))
    ]
    for number, line in enumerate(lines):
        for name in ON_REQUEST:
            known = (requested or {}).get(name) if number == 0 else None
            line[name] = known or undefined(NOT_ASKED)
    whole, rest = lines[0], lines[1:]
    names = [(study.annotators[one], study.annotators[other]) for one, other in study.pairs]
    columns = study.columns
    return Report(
        study,
        int(kept_lengths(columns).sum()),
        whole,
        dict(zip(study.labels, rest[: len(by_label)], strict=True)),
        dict(zip(names, rest[len(by_label) :], strict=True)),
        {pair: int(view.articles(study).sum()) for pair, view in zip(names, by_pair, strict=True)},
        article_lines(study),
        cells(study),
        offsets(study),
        {name: offsets(study, view) for name, view in zip(study.labels, by_label, strict=True)},
        tuple(profiles(study, scores[len(asked) :])),
        dict(parameters or {}),
    )


def article_lines(study: Study) -> tuple[ArticleLine, ...]:
    """Return a line for each article that counts."""
    values = f1.sums(study).by_article()
    return tuple(
        ArticleLine(
            article.id,
            None if np.isnan(value) else float(value),
            {who: len(article.works[who].said) for who in study.annotators if who in article.works},
        )
        for article, value in zip(study.counting, values, strict=True)
    )
