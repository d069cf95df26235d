"""Receive articles, each file whole or not at all.

A file that is refused is named on standard error, one line each, and the exit code is then 1; the
others are received all the same. The same text is never received twice. The project is backed up
first if it changed since its last backup.
"""

from argparse import ArgumentParser, Namespace

from app.cli.backing_up import back_up_first
from app.cli.choosing import PROJECT_HELP, opened_to_write
from app.cli.printing import complain, say
from app.cli.progress import progress_bar
from app.exchange import FORMATS


def add_arguments(parser: ArgumentParser) -> None:
    """Tell the parser which words the verb takes."""
    parser.add_argument("project", metavar="PROJECT", help=PROJECT_HELP)
    parser.add_argument(
        "files", metavar="FILE", nargs="+", help="files, or folders of files, to receive"
    )
    parser.add_argument(
        "--format", choices=FORMATS, help="what the files are; without it each is recognised"
    )
    parser.add_argument(
        "--annotator",
        metavar="NAME",
        default="",
        help="whose the annotations are that come without a name",
    )


def run(arguments: Namespace) -> int:
    """Receive the files and say what became of them."""
    from app.files.receiving import receive_files, refusals, summary
    from app.files.room import little_room

    with (
        opened_to_write(arguments.project) as project,
        progress_bar("import", unit="B") as progress,
    ):
        back_up_first(project)
        if warning := little_room(project.path):
            complain(warning)
        reports = receive_files(
            project,
            arguments.files,
            format=arguments.format,
            annotator=arguments.annotator,
            progress=progress,
        )
    for sentence in summary([report for report in reports if not report.refused]):
        say(sentence)
    for sentence in refusals(reports):
        complain(sentence)
    return 1 if refusals(reports) else 0
