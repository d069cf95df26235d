"""A report told to others: as an object for JSON, and as the rows of a table.

Keys and headings are stable: scripts rely on them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import asdict

from app.agreement import MEASURES
from app.agreement.bootstrap import LEVEL
from app.agreement.report import Report, Scores
from app.agreement.score import Score
from app.agreement.study import Study
from app.agreement.timeline import Timeline

Pair = tuple[str, str]
"""The names of two annotators, the earlier one first."""

HEADINGS = ("of", "name", "measure", "value", "low", "high", "n", "counts", "why")
"""`of` is all, label or pair; `name` is the label, or the pair's names joined by `|`. In a history
`of` is also week or round, with the period as `name`, or label in week or round, with both."""


def as_object(report: Report, course: Timeline | None = None) -> dict[str, object]:
    """Return the report as plain values; an undefined figure has the value None and its `why`."""
    study = report.study
    history = {} if course is None else _history(course)
    names = pair_names(report.pairs)
    return {
        "articles": len(study.counting),
        "annotators": list(study.annotators),
        "left_out": dict(study.left_out),
        "all": _scores(report.all),
        "labels": {name: _scores(found) for name, found in report.labels.items()},
        "pairs": {names[pair]: _scores(found) for pair, found in report.pairs.items()},
        "shared_articles": {names[pair]: number for pair, number in report.shared.items()},
        "confusion": report.confusion,
        "boundaries": {
            "all": asdict(report.offsets),
            "labels": {name: asdict(found) for name, found in report.offsets_by_label.items()},
        },
        "profiles": {
            one.name: asdict(one) | {"without": _value(one.without)} for one in report.profiles
        },
        "by_article": [asdict(one) for one in report.articles],
        "measures": {
            name: {"title": one.title, "asks": one.asks, "n_counts": one.counts}
            for name, one in MEASURES.items()
            if name in report.all
        },
        **history,
        "parameters": parameters(report),
    }


def _history(course: Timeline) -> dict[str, object]:
    return {
        "by": course.by.value,
        "periods": [
            {
                "period": one.name,
                "begins": one.begins,
                "articles": len(one.articles),
                "annotations": one.annotations,
                "mixed": one.mixed,
                "all": _scores(one.all),
                "labels": {name: _scores(found) for name, found in one.labels.items()},
            }
            for one in course.periods
        ],
        "label_changes": [{"day": one.day, "what": list(one.phrases)} for one in course.changes],
    }


def parameters(report: Report) -> dict[str, object]:
    """Return all that somebody else needs to come to the same figures."""
    study = report.study
    return {
        "annotators": list(study.annotators),
        "labels": list(study.labels),
        "articles": len(study.counting),
        "characters": report.characters,
        "annotations": annotations(study),
        "counted_once": study.repeats,
        "changed_since_done": study.changed,
        "interval": f"{LEVEL:.0%}, percentile bootstrap over articles",
        "resamples": study.resamples,
        "seed": study.seed,
        **report.requested,
    }


def annotations(study: Study) -> int:
    """Return how many annotations count."""
    return sum(len(said) for said in study.columns.said)


def rows(report: Report) -> Iterator[tuple[str, str, str, Score]]:
    """Yield every score with what it is of, that one's name, and the measure's."""
    for measure, score in report.all.items():
        yield "all", "", measure, score
    for label, found in report.labels.items():
        for measure, score in found.items():
            yield "label", label, measure, score
    names = pair_names(report.pairs)
    for pair, found in report.pairs.items():
        for measure, score in found.items():
            yield "pair", names[pair], measure, score


def period_rows(course: Timeline) -> Iterator[tuple[str, str, str, Score]]:
    """Yield every score of every period, as `rows` does."""
    for period in course.periods:
        for measure, score in period.all.items():
            yield course.by.value, period.name, measure, score
        for label, found in period.labels.items():
            for measure, score in found.items():
                yield f"label in {course.by.value}", joined((period.name, label)), measure, score


def joined(pair: tuple[str, str]) -> str:
    """Return a pair's names as one."""
    return "|".join(pair)


def pair_names(pairs: Iterable[Pair]) -> dict[Pair, str]:
    """Return each pair's names as one; with a backslash before a name's own | if two were alike."""
    plain = {pair: joined(pair) for pair in pairs}
    if len(set(plain.values())) == len(plain):
        return plain
    return {pair: joined((_escaped(pair[0]), _escaped(pair[1]))) for pair in plain}


def _escaped(name: str) -> str:
    return name.replace("\\", "\\\\").replace("|", "\\|")


def _scores(found: Scores) -> dict[str, object]:
    return {name: _value(score) for name, score in found.items()}


def _value(score: Score) -> dict[str, object]:
    return {
        "value": score.value,
        "low": score.low,
        "high": score.high,
        "n": score.n,
        "why": score.why or score.note,
    }
