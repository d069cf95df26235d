"""How each measure of the known cases is asked: one function per measure, by its name there."""

from collections.abc import Callable
from typing import Any

import numpy as np

from app.agreement import alpha, alpha_1995, gamma, relations, semeval, u_alpha, u_alpha_family
from app.agreement.boundaries import offsets
from app.agreement.coded import alpha_parts, alpha_sums, chance, fleiss_sums, kappa_sums
from app.agreement.coding import MISSING, Coding, anything, binary, label_sets, token_sets, tokens
from app.agreement.confusion import cells
from app.agreement.dissimilarity import Weights, dissimilarity, marks
from app.agreement.distances import jaccard, masi, nominal, table
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
from app.agreement.sums import scored
from app.agreement.view import ALL, View
from app.alignment.statement import statement
from app.domain.span import Span
from app.errors import Refused
from tests.app.agreement.cases import Case, study_in

Answer = dict[str, Any]
DISTANCES = {"nominal": nominal, "jaccard": jaccard, "masi": masi}
RESAMPLES = 4000


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
        values = f1_sums(study, matching).by_article().tolist()
        answer["f1_per_document"] = _named([one.id for one in study.counting], values)
        answer["macro_f1"] = mean_of_articles(study, matching)
    elif average == "label":
        found = [f1_sums(study, matching, View(k)).total() for k in range(len(study.labels))]
        answer["f1_per_label"] = dict(zip(study.labels, found, strict=True))
        answer["macro_f1"] = mean_of_labels(study, matching)
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
        "mean_pair_f1": float(np.mean(defined)),
        "sd_pair_f1": float(np.std(defined)),
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
    return {"matrix": cells(study_in(case))}


def boundary_offsets(case: Case) -> Answer:
    found = offsets(study_in(case))
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
        relations.Endpoints(params["endpoints"]),
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
    coding = _coding(case)
    found = kappa_sums(coding)
    total = found.rows.sum(axis=0)
    n = found.n
    return {
        "kappa": found.total(),
        "po": total[1] / n if n else None,
        "pe": float(chance(total, len(coding.sets))) if n else None,
        "n": n,
        **_per_category(case, coding, kappa_sums),
    }


def fleiss_kappa(case: Case) -> Answer:
    coding = _coding(case)
    found = fleiss_sums(coding)
    total = found.rows.sum(axis=0)
    raters = len(coding.values)
    return {
        "kappa": found.total(),
        "po": total[1] / total[0],
        "pe": float((total[2:] ** 2).sum() / (raters * total[0]) ** 2),
        "n": found.n,
        **_per_category(case, coding, fleiss_sums),
    }


def krippendorff_alpha(case: Case) -> Answer:
    coding, distance = _coding(case), DISTANCES[case["params"].get("distance", "nominal")]
    found = alpha_sums(coding, distance)
    total = found.rows.sum(axis=0)
    pairable = float(total[1:].sum())
    answer: Answer = {
        "alpha": found.total(),
        "n_pairable": pairable,
        **_per_category(case, coding, alpha_sums),
    }
    if pairable > 1:
        observed, expected = alpha_parts(total, table(coding.sets, distance))
        answer |= {"do": float(observed), "de": float(expected)}
    return answer


def alpha_over_labels(case: Case) -> Answer:
    study = study_in(case)
    sums = {"krippendorff_alpha": alpha.sums, "u_alpha": u_alpha.sums}[case["params"]["base"]]
    found = {name: sums(study, View(k)).total() for k, name in enumerate(study.labels)}
    pooled = sums(study, ALL).total()
    if case["params"].get("unit") == "token":
        coded = [alpha_sums(tokens(study, k)) for k in range(len(study.labels))]
        found = {name: one.total() for name, one in zip(study.labels, coded, strict=True)}
        pooled = float(alpha.pooled(np.concatenate([one.rows.sum(axis=0) for one in coded])))
    defined = [value for value in found.values() if value is not None]
    return {
        "per_label": found,
        "pooled": pooled,
        "macro": float(np.mean(defined)) if defined else None,
    }


def u_alpha_figures(case: Case) -> Answer:
    view, study = case["params"]["view"], study_in(case)
    if view != "all":
        study = study.of_labels([view["binary"]])
    singles = u_alpha_family.singles(study) or []
    answer: Answer = {
        "u": u_alpha_family.whole_sums(study).total(),
        "bar_u": u_alpha_family.marked_sums(study).total(),
        "cu": u_alpha_family.labelled_sums(study).total(),
        "ku": dict(zip(study.labels, [one.value for one in singles], strict=True)),
        "coverage": dict(zip(study.labels, [one.coverage for one in singles], strict=True)),
    }
    found = u_alpha_family.whole_disagreements(study)
    return answer if found is None else answer | dict(zip(("do", "de"), found, strict=True))


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
    return {"psa": found.f1, "kappa": kappa_sums(_given(given)).total()}


def bootstrap_ci(case: Case) -> Answer:
    statistic = case["params"]["statistic"]
    study = study_in(case, resamples=RESAMPLES)
    inner = {**case, "params": statistic["params"]}
    if statistic["measure"] == "span_f1":
        found = f1_sums(study, _matching(inner))
    elif statistic["measure"] == "krippendorff_alpha":
        found = alpha_sums(_coding(inner), DISTANCES[inner["params"].get("distance", "nominal")])
    elif statistic["measure"] == "cohen_kappa":
        found = kappa_sums(_coding(inner))
    elif statistic["measure"] == "u_alpha":
        view = inner["params"].get("view", "all")
        wanted = study if view == "all" else study.of_labels([view["binary"]])
        found = u_alpha_family.whole_sums(wanted)
    else:
        raise KeyError(statistic["measure"])
    score = scored(found, study)
    return {"estimate": score.value, "low": score.low, "high": score.high}


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
    if not any(map(len, study.columns.said)):
        return {"disorder": None}
    works = [
        [marks(article.works[who].said, place) for who in study.annotators]
        for article in study.counting
    ]
    (disorder,) = disorders(works, _weights(case))
    return {"disorder": disorder}


def gamma_of_article(case: Case) -> Answer:
    study, params = study_in(case), case["params"]
    settings = gamma.Settings(_weights(case), params["sampler"], params["n_samples"])
    (found,) = gamma.article_disorders(study, settings)
    return {"gamma": found.gamma, "observed": found.observed}


def _matching(case: Case) -> Matching:
    params = case["params"]
    return Matching(Boundaries(params["match"]), params.get("label", True), params.get("iou", 0.5))


def _weights(case: Case) -> Weights:
    params = case["params"]
    return Weights(params["alpha"], params["beta"], params["delta_empty"])


def _pair_name(case: Case, pair: tuple[int, int]) -> str:
    return "|".join(case["annotators"][who] for who in pair)


def _named(names: list[str], values: list[float]) -> dict[str, float | None]:
    return {
        name: None if np.isnan(value) else value for name, value in zip(names, values, strict=True)
    }


def _coding(case: Case) -> Coding:
    if "documents" not in case:
        return _given(case)
    study, view = study_in(case), case["params"]["view"]
    if case["params"].get("unit") == "token" and view == "label_set":
        coding = token_sets(study)
        assert coding is not None
        return coding
    if case["params"].get("unit") == "token":
        return tokens(study, None if view == "any" else study.labels.index(view["binary"]))
    if view == "label_set":
        coding = label_sets(study)
        assert coding is not None
        return coding
    if view == "any":
        return anything(study)
    wanted = study.of_labels([view["binary"]])
    return binary(wanted, 0)


def _given(case: Case) -> Coding:
    """Return units as they are given, each an article of its own."""
    if "unit_counts" in case:
        columns = [values for values, _ in case["unit_counts"]]
        weight = np.array([many for _, many in case["unit_counts"]], np.float64)
    else:
        columns = list(zip(*(case["units"][who] for who in case["annotators"]), strict=True))
        weight = np.ones(len(columns))
    found: dict[object, int] = {}
    values = np.full((len(case["annotators"]), len(columns)), MISSING, np.int64)
    for unit, column in enumerate(columns):
        for who, value in enumerate(column):
            if value is not None:
                key = frozenset(value) if isinstance(value, list) else value
                values[who, unit] = found.setdefault(key, len(found))
    members: dict[object, int] = {}
    sets = [
        frozenset(members.setdefault(one, len(members)) for one in key)
        if isinstance(key, frozenset)
        else frozenset({members.setdefault(key, len(members))})
        for key in found
    ]
    home = np.arange(len(columns))
    return Coding(values, weight, home, len(columns), tuple(sets) or (frozenset(),))


def _per_category(case: Case, coding: Coding, sums: Callable[[Coding], Any]) -> Answer:
    """Return the measure of the units recoded to one category or not, where a case asks."""
    wanted = case["expected"].get("per_category")
    if wanted is None:
        return {}
    names: dict[str, int] = {}
    for column in zip(*_rows(case), strict=True):
        for value in column:
            if value is not None:
                names.setdefault(str(value), len(names))
    answer = {}
    for name in wanted:
        recoded = np.where(
            coding.values == MISSING, MISSING, (coding.values == names[name]).astype(np.int64)
        )
        one = Coding(
            recoded, coding.weight, coding.home, coding.articles, (frozenset(), frozenset({0}))
        )
        answer[name] = sums(one).total()
    return {"per_category": answer}


def _rows(case: Case) -> list[list[Any]]:
    if "units" in case:
        return [case["units"][who] for who in case["annotators"]]
    return [list(row) for row in zip(*(values for values, _ in case["unit_counts"]), strict=True)]


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
