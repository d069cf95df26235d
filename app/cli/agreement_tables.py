"""How agreement is told to people, as tables, and to spreadsheets, as rows with all parameters."""

import csv
import sys
from typing import TYPE_CHECKING

from app.agreement.writing import figure
from app.cli.printing import say, say_table
from app.domain.days import week_of
from app.wording import counted, listed

if TYPE_CHECKING:
    from app.agreement.report import Report
    from app.agreement.score import Score
    from app.agreement.timeline import Period, Timeline

_SHOWN = ("f1", "f1_overlap", "u_alpha", "alpha", "semeval_type")
_FEW_ARTICLES = 10


def say_report(report: "Report") -> None:
    """Print what counts, and the tables of all, of labels and of pairs."""
    from app.agreement import MEASURES

    study = report.study
    say(
        f"{counted(len(study.counting), 'article')} that two of them finished; "
        f"{listed(study.annotators) if study.annotators else 'nobody has finished any'}."
    )
    for reason, number in study.left_out.items():
        if number:
            say(f"Left out: {counted(number, 'article')} {reason}.")
    if study.changed:
        say(f"{counted(study.changed, 'work')} changed since done: counted as it stands.")
    if 1 < len(study.counting) < _FEW_ARTICLES:
        say("There are few articles; intervals from so few say little.")
    say()
    say_table(
        [
            ("MEASURE", "VALUE", "95 % INTERVAL", "N", ""),
            *(
                (MEASURES[name].title, *_cells(score), _remark(name, score, report))
                for name, score in report.all.items()
                if score.value is not None or MEASURES[name].counts != "relations" or score.n
            ),
        ]
    )
    headings = [MEASURES[name].title.upper() for name in _SHOWN]
    for what, table in (
        ("LABEL", [*report.labels.items()]),
        ("PAIR", [(" | ".join(pair), found) for pair, found in report.pairs.items()]),
    ):
        if table:
            say()
            say_table(
                [
                    (what, *headings, "N"),
                    *(
                        (name, *(figure(found[one].value) for one in _SHOWN), f"{found['f1'].n:,}")
                        for name, found in table
                    ),
                ]
            )


def say_timeline(course: "Timeline") -> None:
    """Print a line for each week or round, and when labels came to mean something else."""
    say()
    if not course.periods:
        say(f"There is no {course.by} yet in which two finished the same article.")
        return
    say_table(
        [
            (
                course.by.upper(),
                "ARTICLES",
                "ANNOTATIONS",
                *("F1, STRICT", "95 % INTERVAL", "F1, OVERLAP", "U-ALPHA", "95 % INTERVAL", ""),
            ),
            *(
                (
                    one.name,
                    f"{len(one.articles):,}",
                    f"{one.annotations:,}",
                    *_cells(one.all["f1"])[:2],
                    figure(one.all["f1_overlap"].value),
                    *_cells(one.all["u_alpha"])[:2],
                    _about(one, course.by),
                )
                for one in course.periods
            ),
        ]
    )
    for change in course.changes:
        say(f"{change.day} ({week_of(change.day)}) labels changed: {listed(change.phrases)}.")


def _about(period: "Period", by: str) -> str:
    """Say why there is no figure or interval, and what was partly finished in another period."""
    first = period.all["f1"]
    mixed = f"{counted(period.mixed, 'article')} finished in more than one {by}"
    return "; ".join(filter(None, (first.why or first.note, mixed if period.mixed else "")))


def _cells(score: "Score") -> tuple[str, str, str]:
    interval = f"{figure(score.low)} to {figure(score.high)}" if score.low is not None else ""
    return figure(score.value), interval, f"{score.n:,}"


def _remark(name: str, score: "Score", report: "Report") -> str:
    from app.agreement import MEASURES, ON_REQUEST

    if name in ON_REQUEST and score.value is None and not score.n:
        return f"{score.why}: --{name}"
    told = score.why or score.note or MEASURES[name].counts
    if name in report.requested:
        return f"{told}; {report.requested[name]}; seed {report.study.seed}"
    return told


def say_csv(report: "Report", project: str, course: "Timeline | None" = None) -> None:
    """Print every figure as a row, under a head of all parameters."""
    from app.agreement import MEASURES
    from app.agreement.telling import HEADINGS, parameters, period_rows, rows

    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(("# project", _harmless(project)))
    for name, value in parameters(report).items():
        several = value if isinstance(value, list) else [value]
        out.writerow((f"# {name}", *map(_harmless, map(str, several))))
    for reason, number in report.study.left_out.items():
        out.writerow((f"# left out: {reason}", number))
    found = [*rows(report)]
    if course is not None:
        found += period_rows(course)
        for period in course.periods:
            amounts = ("articles", len(period.articles), "annotations", period.annotations)
            out.writerow((f"# {course.by} {period.name}", *amounts, "mixed", period.mixed))
        for change in course.changes:
            out.writerow(("# labels changed", change.day, *map(_harmless, change.phrases)))
    out.writerow(HEADINGS)
    for of, name, measure, score in found:
        figures = (score.value, score.low, score.high)
        out.writerow(
            (
                of,
                _harmless(name),
                measure,
                *("" if one is None else repr(one) for one in figures),
                score.n,
                MEASURES[measure].counts,
                score.why or score.note,
            )
        )


def _harmless(text: str) -> str:
    """Return a name so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
