"""Tell how far annotators agree, on articles that they said to be done.

Every figure comes with its interval and with what it counts, or with the reason why there is none.
"""

import csv
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import TYPE_CHECKING

from app.cli.choosing import PROJECT_HELP, opened, person_named, the_label
from app.cli.printing import say, say_json, say_table
from app.cli.progress import progress_bar
from app.errors import Refused
from app.wording import counted, listed

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.agreement.report import Report
    from app.agreement.score import Score
    from app.agreement.study import Study

_SHOWN = ("f1", "f1_overlap", "u_alpha", "alpha", "semeval_type")
_DASH = "–"
_FEW_ARTICLES = 10


def add_arguments(parser: ArgumentParser) -> None:
    """Tell the parser which words the verb takes."""
    parser.add_argument("project", metavar="PROJECT", help=PROJECT_HELP)
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument(
        "--json", action="store_true", help="all figures as one object, its keys as in the README"
    )
    shape.add_argument(
        "--csv", action="store_true", help="all figures as rows, with all parameters at the head"
    )
    parser.add_argument(
        "--annotators", metavar="A,B", help="compare these; else all who finished an article"
    )
    parser.add_argument("--labels", metavar="L,…", help="only these labels; else all that are used")
    parser.add_argument(
        "--seed", metavar="N", type=_seed, help="what articles are drawn again with, a number"
    )
    parser.add_argument("--gamma", action="store_true", help="gamma too, which takes a while")


def run(arguments: Namespace) -> int:
    """Measure, and print the report."""
    with opened(arguments.project) as project:
        study = project.ask(_study, words=arguments)
        name = project.path.name
    report = _report(study, with_gamma=arguments.gamma)
    if arguments.json:
        from app.agreement.telling import as_object

        say_json(as_object(report))
    elif arguments.csv:
        _say_csv(report, name)
    else:
        _say_report(report)
    return 0


def _seed(words: str) -> int:
    if words.isascii() and words.isdecimal():
        return int(words)
    raise ArgumentTypeError(f"a seed is a whole number from 0 on, not “{words}”")


def _study(connection: "Connection", *, words: Namespace) -> "Study":
    from app.agreement.study import SEED
    from app.queries.label_set import label_set
    from app.queries.people import people
    from app.queries.study import study

    annotators = labels = None
    if words.annotators is not None:
        everybody = people(connection)
        annotators = []
        for name in _names(words.annotators):
            person = person_named(everybody, name)
            if person is None:
                there = listed([one.name for one in everybody]) if everybody else "nobody"
                raise Refused(f"Nobody here is called “{name}”; there is {there}.")
            annotators.append(person.id)
    if words.labels is not None:
        there_are = label_set(connection)
        labels = list(dict.fromkeys(the_label(there_are, name).id for name in _names(words.labels)))
    seed = SEED if words.seed is None else words.seed
    return study(connection, annotators=annotators, labels=labels, seed=seed)


def _names(words: str) -> list[str]:
    return [name for part in words.split(",") if (name := part.strip())]


def _report(study: "Study", *, with_gamma: bool) -> "Report":
    from app.agreement import gamma
    from app.agreement.report import report

    if not with_gamma:
        return report(study)
    settings = gamma.Settings()
    with progress_bar("gamma", unit=" articles") as progress:
        found = gamma.score(study, settings, progress=progress)
    return report(study, requested={"gamma": found}, parameters={"gamma": str(settings)})


def _say_report(report: "Report") -> None:
    from app.agreement import MEASURES

    study = report.study
    say(
        f"{counted(len(study.counting), 'article')} that two of them finished; "
        f"{listed(study.annotators) if study.annotators else 'nobody has finished any'}."
    )
    for reason, number in study.left_out.items():
        if number:
            say(f"Left out: {counted(number, 'article')} {reason}.")
    if 1 < len(study.counting) < _FEW_ARTICLES:
        say("There are few articles; intervals from so few say little.")
    say()
    say_table(
        [
            ("MEASURE", "VALUE", "95 % INTERVAL", "N", ""),
            *(
                (MEASURES[name].title, *_cells(score), _remark(name, score))
                for name, score in report.all.items()
                if score.value is not None or MEASURES[name].counts != "relations" or score.n
            ),
        ]
    )
    headings = [MEASURES[name].title.upper() for name in _SHOWN]
    for what, table in (
        ("LABEL", report.labels),
        ("PAIR", {f"{one} | {other}": found for (one, other), found in report.pairs.items()}),
    ):
        if table:
            say()
            say_table(
                [
                    (what, *headings, "N"),
                    *(
                        (name, *(_number(found[one].value) for one in _SHOWN), f"{found['f1'].n:,}")
                        for name, found in table.items()
                    ),
                ]
            )


def _cells(score: "Score") -> tuple[str, str, str]:
    interval = f"{_number(score.low)} to {_number(score.high)}" if score.low is not None else ""
    return _number(score.value), interval, f"{score.n:,}"


def _remark(name: str, score: "Score") -> str:
    from app.agreement import MEASURES, ON_REQUEST

    if name in ON_REQUEST and score.value is None and not score.n:
        return f"{score.why}: --{name}"
    return score.why or score.note or MEASURES[name].counts


def _number(value: float | None) -> str:
    return _DASH if value is None else f"{value:.3f}"


def _say_csv(report: "Report", project: str) -> None:
    from app.agreement import MEASURES
    from app.agreement.telling import HEADINGS, parameters, rows

    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(("# project", _harmless(project)))
    for name, value in parameters(report).items():
        several = value if isinstance(value, list) else [value]
        out.writerow((f"# {name}", *map(_harmless, map(str, several))))
    for reason, number in report.study.left_out.items():
        out.writerow((f"# left out: {reason}", number))
    out.writerow(HEADINGS)
    for of, name, measure, score in rows(report):
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
