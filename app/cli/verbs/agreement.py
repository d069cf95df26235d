"""Tell how far annotators agree, on articles that they said to be done.

Every figure comes with its interval and with what it counts, or with the reason why there is none.
"""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.agreement_tables import say_csv, say_report, say_timeline
from app.cli.choosing import PROJECT_HELP, opened, person_named, the_article, the_label
from app.cli.printing import say, say_json
from app.cli.progress import progress_bar
from app.errors import Refused
from app.wording import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from app.agreement.report import Report
    from app.agreement.study import Study
    from app.agreement.timeline import Timeline
    from app.domain.article_choice import ArticleChoice
    from app.domain.label_change import LabelChange
    from app.project import Project


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
    shape.add_argument(
        "--report",
        metavar="OUT.html",
        type=Path,
        help="all of it as a page to print: figures, course, examples, definitions, sources",
    )
    parser.add_argument(
        "--hide-names", action="store_true", help="call annotators A, B, C … wherever they are told"
    )
    parser.add_argument(
        "--annotators", metavar="A,B", help="compare these; else all who finished an article"
    )
    parser.add_argument("--labels", metavar="L,…", help="only these labels; else all that are used")
    parser.add_argument(
        "--by", choices=("week", "round"), help="tell the figures of each week or round of work too"
    )
    parser.add_argument(
        "--since", metavar="DATE", type=_day, help="only articles published on this day or later"
    )
    parser.add_argument(
        "--until", metavar="DATE", type=_day, help="only articles published on this day or earlier"
    )
    parser.add_argument(
        "--story", metavar="ARTICLE", help="only articles under the same title as this one"
    )
    parser.add_argument(
        "--assigned-overlap",
        action="store_true",
        help="only articles that at least two people were to read",
    )
    parser.add_argument(
        "--seed", metavar="N", type=_seed, help="what articles are drawn again with, a number"
    )
    parser.add_argument("--gamma", action="store_true", help="gamma too, which takes a while")


def run(arguments: Namespace) -> int:
    """Measure, and print the report."""
    from app.queries.label_changes import label_changes

    with opened(arguments.project) as project:
        choice = _choice(project, arguments)
        study = project.ask(_study, words=arguments, choice=choice)
        changes = project.ask(label_changes) if arguments.by else []
        name = project.path.name
        report = _report(study, choice, with_gamma=arguments.gamma)
        if arguments.report is not None:
            from app.files.reporting import write_report

            write_report(project, arguments.report, report)
            say(f"Wrote the report to {arguments.report}.")
            return 0
    course = _course(study, arguments.by, changes) if arguments.by else None
    if arguments.json:
        from app.agreement.telling import as_object

        say_json(as_object(report, course))
    elif arguments.csv:
        say_csv(report, name, course)
    else:
        say_report(report)
        if course is not None:
            say_timeline(course)
    return 0


def _day(words: str) -> str:
    from app.domain.days import day_of

    if day_of(words) == words:
        return words
    raise ArgumentTypeError(f"a day is a date such as 2026-03-01, not “{words}”")


def _seed(words: str) -> int:
    if words.isascii() and words.isdecimal():
        return int(words)
    raise ArgumentTypeError(f"a seed is a whole number from 0 on, not “{words}”")


def _choice(project: "Project", words: Namespace) -> "ArticleChoice":
    """Return which articles are asked about."""
    from app.domain.article_choice import ArticleChoice
    from app.queries.article_list import article_list

    story = ""
    if words.story is not None:
        story = the_article(project.ask(article_list, annotator=None), words.story).id
    return ArticleChoice(
        story, words.since or "", words.until or "", assigned_overlap=words.assigned_overlap
    )


def _study(connection: "Connection", *, words: Namespace, choice: "ArticleChoice") -> "Study":
    from app.agreement.study import SEED
    from app.queries.chosen_articles import chosen_articles
    from app.queries.label_set import label_set
    from app.queries.people import people
    from app.queries.study import study

    annotators = labels = None
    if words.annotators is not None:
        everybody = people(connection)
        annotators = []
        for name in _names(words.annotators, [one.name for one in everybody]):
            person = person_named(everybody, name)
            if person is None:
                there = listed([one.name for one in everybody]) if everybody else "nobody"
                raise Refused(f"Nobody here is called “{name}”; there is {there}.")
            annotators.append(person.id)
        annotators = list(dict.fromkeys(annotators))
    if words.labels is not None:
        there_are = label_set(connection)
        named = _names(words.labels, [one.name for one in there_are])
        labels = list(dict.fromkeys(the_label(there_are, name).id for name in named))
    seed = SEED if words.seed is None else words.seed
    only = chosen_articles(connection, choice)
    found = study(connection, annotators=annotators, labels=labels, only=only, seed=seed)
    return found.without_names() if words.hide_names else found


def _names(words: str, known: "Sequence[str]") -> list[str]:
    """Return the names between commas; what is known by a name with commas in it is one of them."""
    folded = {name.casefold() for name in known}
    parts, found = words.split(","), []
    while parts:
        most = next(
            (n for n in range(len(parts), 1, -1) if _joined(parts[:n]).casefold() in folded), 1
        )
        found.append(_joined(parts[:most]))
        del parts[:most]
    return [name for name in found if name]


def _joined(parts: "Sequence[str]") -> str:
    return ",".join(parts).strip()


def _report(study: "Study", choice: "ArticleChoice", *, with_gamma: bool) -> "Report":
    from app.agreement import gamma
    from app.agreement.report import report

    chosen = {} if choice.is_all else {"chosen_articles": str(choice)}
    if not with_gamma:
        return report(study, parameters=chosen)
    settings = gamma.Settings()
    with progress_bar("gamma", unit=" alignments") as progress:
        found = gamma.score(study, settings, progress=progress)
    return report(study, requested={"gamma": found}, parameters={**chosen, "gamma": str(settings)})


def _course(study: "Study", by: str, changes: "Sequence[LabelChange]") -> "Timeline":
    from app.agreement.timeline import By, timeline

    return timeline(study, By(by), labels=True, changes=changes)
