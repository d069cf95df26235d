"""How each measure of the known cases is asked: one function per measure, by its name there."""

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from app.agreement import alpha, alpha_1995, gamma, relations, semeval, u_alpha, u_alpha_family
from app.agreement.bootstrap import interval, weights
from app.agreement.boundaries import offsets
from app.agreement.coded import alpha_parts, alpha_sums, chance, fleiss_sums, kappa_sums
from app.agreement.coding import tokens
from app.agreement.confusion import cells
from app.agreement.dissimilarity import Weights, dissimilarity, marks
from app.agreement.distances import Distance, jaccard, masi, nominal, table
from app.agreement.gamma_alignment import disorders
from app.agreement.span_counts import (
    Boundaries,
    Matching,
    f1_sums,
    mean_of_articles,
    mean_of_labels,
    pair_rates,
    rates,
)
from app.agreement.study import Study
from app.agreement.sums import Sums, scored
from app.agreement.view import View
from app.alignment.statement import statement
from app.domain.span import Span
from app.errors import Refused
from tests.app.agreement.cases import Case, study_in
from tests.app.agreement.codings import coding_of, per_category

Answer = dict[str, Any]
DISTANCES = {"nominal": nominal, "jaccard": jaccard, "masi": masi}
RESAMPLES = 4000
SAMPLES = 400
AS_REPORTED = 0.95
TWO = View(among=(0, 1))
"""Where a measure has two sides, the first annotator is the reference, the second the response."""


def span_f1(case: Case) -> Answer:
    study, matching = study_in(case), _matching(case)
    micro = pair_rates(study, (0, 1), matching)
    average = case["params"].get("average", "micro")
    answer: Answer = {
        "tp": micro.matches,
        "n_ref": micro.left,
        "n_resp": micro.right,
        "precision": micro.precision,
        "recall": micro.recall,
        "f1": micro.f1,
    }
    if average == "document":
        values = f1_sums(study, matching, TWO).by_article().tolist()
        names = np.array([one.id for one in study.counting])[TWO.articles(study)]
        answer["f1_per_document"] = _named(names.tolist(), values)
        answer["macro_f1"] = mean_of_articles(study, matching, TWO)
    elif average == "label":
        views = [View(k, TWO.among) for k in range(len(study.labels))]
        found = [f1_sums(study, matching, view).total() for view in views]
        answer["f1_per_label"] = dict(zip(study.labels, found, strict=True))
        answer["macro_f1"] = mean_of_labels(study, matching, TWO)
    return answer


def span_f1_group(case: Case) -> Answer:
    study, matching = study_in(case), _matching(case)
    pairs = {
        _pair_name(case, pair): f1_sums(study, matching, View(among=pair)).total()
        for pair in study.pairs
    }
    defined = [value for value in pairs.values() if value is not None]
    return {
        "pairs": pairs,
        "mean_pair_f1": float(np.mean(defined)) if defined else None,
        "sd_pair_f1": float(np.std(defined)) if defined else None,
        "pooled_f1": f1_sums(study, matching).total(),
    }


def semeval_schemes(case: Case) -> Answer:
    study = study_in(case)
    answer = {}
    for scheme in semeval.SCHEMES:
        found = semeval.verdicts(study, scheme)
        answer[scheme] = {
            "COR": found.correct,
            "INC": found.incorrect,
            "PAR": found.partial,
            "MIS": found.missing,
            "SPU": found.spurious,
            "precision": found.precision,
            "recall": found.recall,
            "f1": found.f1,
        }
    return answer


def label_confusion(case: Case) -> Answer:
    return {"matrix": cells(study_in(case), TWO)}


def boundary_offsets(case: Case) -> Answer:
    found = offsets(study_in(case), TWO)
    return {
        "n": found.n,
        "exact_share": found.identical,
        "start_mean": found.start_mean,
        "end_mean": found.end_mean,
        "start_median": found.start_median,
        "end_median": found.end_median,
        "abs_mean": found.distance,
    }


def relation_f1(case: Case) -> Answer:
    params = case["params"]
    found = relations.pair_rates(
        study_in(case),
        (0, 1),
        relations.Endpoints(params.get("endpoints", "exact")),
        kinds=params.get("type", True),
    )
    return {
        "tp": found.matches,
        "n_ref": found.left,
        "n_resp": found.right,
        "precision": found.precision,
        "recall": found.recall,
        "f1": found.f1,
    }


def article_selection(case: Case) -> Answer:
    study = study_in(case)
    names = np.array([one.id for one in study.counting])
    return {
        "pairs": {
            _pair_name(case, pair): names[View(among=pair).articles(study)].tolist()
            for pair in study.pairs
        },
        "group": names.tolist(),
    }


def validate_spans(case: Case) -> Answer:
    """Count the spans with which no study can be made."""
    rejected = 0
    for document in case["documents"]:
        for who, spans in document["spans"].items():
            for span in spans:
                try:
                    study_in(case | {"documents": [{**document, "spans": {who: [span]}}]})
                except Refused:
                    rejected += 1
    return {"rejected": rejected}


def cohen_kappa(case: Case) -> Answer:
    coding = coding_of(case)
    if len(coding.values) < 2:
        return {"kappa": None, "po": None, "pe": None, "n": 0}
    found = kappa_sums(coding)
    total = found.rows.sum(axis=0)
    n = found.n
    return {
        "kappa": found.total(),
        "po": total[1] / n if n else None,
        "pe": float(chance(total, len(coding.sets))) if n else None,
        "n": n,
        **per_category(case, coding, kappa_sums),
    }


def fleiss_kappa(case: Case) -> Answer:
    coding = coding_of(case)
    raters = len(coding.values)
    if raters < 2:
        return {"kappa": None, "po": None, "pe": None, "n": 0}
    found = fleiss_sums(coding)
    total = found.rows.sum(axis=0)
    n = found.n
    return {
        "kappa": found.total(),
        "po": total[1] / n if n else None,
        "pe": float((total[2:] ** 2).sum() / (raters * n) ** 2) if n else None,
        "n": n,
        **per_category(case, coding, fleiss_sums),
    }


def krippendorff_alpha(case: Case) -> Answer:
    coding, distance = coding_of(case), _distance(case)
    found = alpha_sums(coding, distance)
    total = found.rows.sum(axis=0)
    pairable = float(total[1:].sum())
    observed, expected = (
        map(float, alpha_parts(total, table(coding.sets, distance))) if pairable else (None, None)
    )
    return {
        "alpha": found.total(),
        "do": observed,
        "de": expected,
        "n_pairable": pairable,
        **per_category(case, coding, alpha_sums),
    }


def alpha_over_labels(case: Case) -> Answer:
    study = study_in(case)
    found = {name: _over_labels(case, study, [k]).total() for k, name in enumerate(study.labels)}
    defined = [value for value in found.values() if value is not None]
    return {
        "per_label": found,
        "pooled": _over_labels(case, study, range(len(study.labels))).total(),
        "macro": float(np.mean(defined)) if defined else None,
    }


def _over_labels(case: Case, study: Study, labels: Iterable[int]) -> Sums:
    """Return the sums of alpha or u-alpha pooled over these labels."""
    if case["params"].get("base") == "u_alpha":
        parts, pooled = [u_alpha.sums(study, View(k)).rows for k in labels], u_alpha.pooled
    elif case["params"].get("unit") == "token":
        parts, pooled = [alpha_sums(tokens(study, k)).rows for k in labels], alpha.pooled
    else:
        parts, pooled = [alpha.sums(study, View(k)).rows for k in labels], alpha.pooled
    return Sums(np.column_stack(parts or [np.zeros((1, 0))]), pooled, 0, "")


def u_alpha_figures(case: Case) -> Answer:
    study = _of_view(case)
    unknown = [u_alpha_family.Single(None, None)] * len(study.labels)
    singles = u_alpha_family.singles(study) or unknown
    observed, expected = u_alpha_family.whole_disagreements(study) or (None, None)
    return {
        "u": u_alpha_family.whole_sums(study).total(),
        "bar_u": u_alpha_family.marked_sums(study).total(),
        "cu": u_alpha_family.labelled_sums(study).total(),
        "ku": dict(zip(study.labels, [one.value for one in singles], strict=True)),
        "coverage": dict(zip(study.labels, [one.coverage for one in singles], strict=True)),
        "do": observed,
        "de": expected,
    }


def _of_view(case: Case) -> Study:
    """Return the study of all labels, or of the one that a case looks at."""
    view, study = case["params"].get("view", "all"), study_in(case)
    return study if view == "all" else study.of_labels([view["binary"]])


def alpha_u_1995(case: Case) -> Answer:
    study = study_in(case)
    found = alpha_1995.disagreements(study)
    return {
        "per_label": {
            name: {"do": one.observed, "de": one.expected, "alpha": one.alpha}
            for name, one in zip(study.labels, found, strict=True)
        },
        "alpha": alpha_1995.score(study).value,
    }


def positive_specific_agreement(case: Case) -> Answer:
    (both, first), (second, neither) = case["table"]
    found = rates(both, both + first, both + second)
    counts = [[[1, 1], both], [[1, 0], first], [[0, 1], second], [[0, 0], neither]]
    given = {"annotators": ["A", "B"], "unit_counts": counts}
    return {"psa": found.f1, "kappa": kappa_sums(coding_of(given)).total()}


def bootstrap_ci(case: Case) -> Answer:
    statistic, level = case["params"]["statistic"], case["params"].get("level", AS_REPORTED)
    inner = {**case, "params": statistic["params"]}
    study, found = study_in(inner, resamples=RESAMPLES), STATISTICS[statistic["measure"]](inner)
    score = scored(found, study)
    answer = {"estimate": score.value, "low": score.low, "high": score.high}
    if level != AS_REPORTED and score.low is not None:
        drawn = weights(len(found.rows), seed=study.seed, resamples=RESAMPLES) @ found.rows
        with np.errstate(divide="ignore", invalid="ignore"):
            answer["low"], answer["high"], _ = interval(found.value(drawn), level)
    return answer


def _pooled_over_labels(case: Case) -> Sums:
    study = study_in(case)
    return _over_labels(case, study, range(len(study.labels)))


STATISTICS: dict[str, Callable[[Case], Sums]] = {
    "span_f1": lambda case: f1_sums(study_in(case), _matching(case), TWO),
    "span_f1_group": lambda case: f1_sums(study_in(case), _matching(case)),
    "relation_f1": lambda case: relations.endpoint_sums(
        relations.Endpoints(case["params"].get("endpoints", "exact")), study_in(case), TWO
    ),
    "cohen_kappa": lambda case: kappa_sums(coding_of(case)),
    "fleiss_kappa": lambda case: fleiss_sums(coding_of(case)),
    "krippendorff_alpha": lambda case: alpha_sums(coding_of(case), _distance(case)),
    "alpha_over_labels": _pooled_over_labels,
    "u_alpha": lambda case: u_alpha_family.whole_sums(_of_view(case)),
}
"""The measures of which an interval may be asked for."""


def gamma_dissimilarity(case: Case) -> Answer:
    weights, values = _weights(case), []
    for pair in case["pairs"]:
        said = [[statement([Span(start, end)], label)] for start, end, label in pair]
        place = {label: number for number, (_, _, label) in enumerate(pair)}
        place = {label: number for number, label in enumerate(place)}
        one, other = (marks(some, place) for some in said)
        values.append(float(dissimilarity(one, other, weights)[0, 0]))
    return {"values": values}


def gamma_alignment(case: Case) -> Answer:
    study = study_in(case)
    place = {label: number for number, label in enumerate(study.labels)}
    works = [
        [marks(one.works[who].said, place) for who in study.annotators if who in one.works]
        for one in gamma.marked_articles(study)
    ]
    if not works:
        return {"disorder": None}
    (disorder,) = disorders([works], _weights(case))
    return {"disorder": disorder}


def gamma_of_article(case: Case) -> Answer:
    study, params = study_in(case), case["params"]
    settings = gamma.Settings(
        _weights(case), params.get("sampler", "shuffle"), params.get("n_samples", SAMPLES)
    )
    found = list(gamma.article_disorders(study, settings))
    if not found:
        return {"gamma": None, "observed": None}
    if len(found) > 1:
        return {"gamma": gamma.of_articles(study, found).value}
    return {"gamma": found[0].gamma, "observed": found[0].observed}


def _distance(case: Case) -> Distance:
    return DISTANCES[case["params"].get("distance", "nominal")]


def _matching(case: Case) -> Matching:
    params = case["params"]
    return Matching(
        Boundaries(params.get("match", "exact")), params.get("label", True), params.get("iou", 0.5)
    )


def _weights(case: Case) -> Weights:
    params = case["params"]
    given = (params.get(name, 1) for name in ("alpha", "beta", "delta_empty"))
    return Weights(*given)


def _pair_name(case: Case, pair: tuple[int, int]) -> str:
    return "|".join(case["annotators"][who] for who in pair)


def _named(names: list[str], values: list[float]) -> dict[str, float | None]:
    return {
        name: None if np.isnan(value) else value for name, value in zip(names, values, strict=True)
    }


ANSWERS: dict[str, Callable[[Case], Answer]] = {
    "span_f1": span_f1,
    "span_f1_group": span_f1_group,
    "semeval": semeval_schemes,
    "label_confusion": label_confusion,
    "boundary_offsets": boundary_offsets,
    "relation_f1": relation_f1,
    "article_selection": article_selection,
    "validate_spans": validate_spans,
    "cohen_kappa": cohen_kappa,
    "fleiss_kappa": fleiss_kappa,
    "krippendorff_alpha": krippendorff_alpha,
    "alpha_over_labels": alpha_over_labels,
    "u_alpha": u_alpha_figures,
    "alpha_u_1995": alpha_u_1995,
    "positive_specific_agreement": positive_specific_agreement,
    "bootstrap_ci": bootstrap_ci,
    "gamma_dissimilarity": gamma_dissimilarity,
    "gamma_alignment": gamma_alignment,
    "gamma": gamma_of_article,
}
