"""Prove that a project is whole: the file, every text, every quote, and the history."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from app.cli.choosing import PROJECT_HELP, opened
from app.cli.printing import complain, say
from app.cli.progress import progress_bar
from app.wording import counted

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.queries.check import Finding, Progress


def add_arguments(parser: ArgumentParser) -> None:
    """Tell the parser which words the verb takes."""
    parser.add_argument("project", metavar="PROJECT", help=PROJECT_HELP)


def run(arguments: Namespace) -> int:
    """Print what is wrong, one finding a line; or that everything is in order."""
    with opened(arguments.project) as project, progress_bar("check", unit="") as progress:
        found, size = project.ask(_findings, progress=progress)
    for finding in found:
        say(str(finding))
    if found:
        complain(
            f"{project.path}: {counted(len(found), 'thing')} {'is' if len(found) == 1 else 'are'} "
            "not in order. Keep the file as it is, and go on with the newest backup."
        )
        return 1
    say(f"Everything is in order: {', '.join(size)}.")
    return 0


def _findings(
    connection: "Connection", *, progress: "Progress | None"
) -> "tuple[list[Finding], list[str]]":
    from app.queries.check import check
    from app.queries.size import size

    found = list(check(connection, progress=progress))
    if found:
        return found, []
    counts = size(connection)
    return found, [
        counted(counts.articles, "article"),
        counted(counts.annotations, "annotation"),
        counted(counts.steps, "step"),
    ]
