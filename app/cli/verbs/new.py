"""Make a new project with the default labels."""

from argparse import ArgumentParser, Namespace
from contextlib import closing

from app.cli.choosing import ENDING, with_ending
from app.cli.printing import complain, say
from app.errors import Refused
from app.paths import RESOURCES


def add_arguments(parser: ArgumentParser) -> None:
    """Tell the parser which words the verb takes."""
    parser.add_argument(
        "project",
        metavar="PROJECT",
        help=f"the file to make; {ENDING} is added where it lacks",
    )
    parser.add_argument("--sample", action="store_true", help="with the sample articles")


def run(arguments: Namespace) -> int:
    """Make it; nothing is left where its articles could not be received."""
    from app.files.receiving import receive_files, refusals, summary
    from app.project import Project

    path = with_ending(arguments.project)
    if not path.name:
        raise Refused("A project needs a name, such as desk.")
    project = Project.create(path)
    try:
        with closing(project):
            reports = receive_files(project, [RESOURCES / "sample"]) if arguments.sample else []
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    say(f"Made {path}.")
    for sentence in summary([report for report in reports if not report.refused]):
        say(sentence)
    for sentence in refusals(reports):
        complain(sentence)
    return 1 if refusals(reports) else 0
