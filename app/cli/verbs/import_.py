"""Receive articles, each file whole or not at all.

A file that is refused is named on standard error, one line each, and the exit code is then 1; the
others are received all the same. The same text is never received twice. The project is backed up
first if it changed since its last backup.
"""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from app.cli.choosing import PROJECT_HELP, opened_to_write
from app.cli.printing import complain, say
from app.cli.progress import progress_bar
from app.errors import FileTrouble
from app.exchange import FORMATS

if TYPE_CHECKING:
    from app.project import Project


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
        _back_up(project)
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


def _back_up(project: "Project") -> None:
    """Back the project up if it changed; where that cannot be, say so and go on."""
    from app.files.backups import Why, make_backup
    from app.paths import backups_root

    try:
        make_backup(project, backups_root(), Why.RECEIVING)
    except FileTrouble as trouble:
        complain(f"No backup was made first. {trouble}")
