"""Write articles and annotations to a file, every quote proved on the way.

The file is there whole or not at all. The same project gives the same bytes.
"""

from argparse import ArgumentParser, Namespace
from contextlib import nullcontext
from pathlib import Path

from app.cli.choosing import PROJECT_HELP, opened
from app.cli.printing import bytes_out, complain, say
from app.cli.progress import progress_bar
from app.exchange import FORMATS
from app.wording import counted

_STANDARD_OUTPUT = "-"


def add_arguments(parser: ArgumentParser) -> None:
    """Tell the parser which words the verb takes."""
    parser.add_argument("project", metavar="PROJECT", help=PROJECT_HELP)
    parser.add_argument("out", metavar="OUT", help="the file to write; - is standard output")
    parser.add_argument(
        "--format",
        choices=[name for name, one in FORMATS.items() if one.writes],
        default="jsonl",
        help="what to write (jsonl)",
    )
    parser.add_argument(
        "--annotator",
        metavar="NAME|gold|all",
        help="one annotator's view of every article; what was settled, refused until something is "
        "(gold); or everybody's (all)",
    )


def run(arguments: Namespace) -> int:
    """Write the file and say how much it holds."""
    from app.files.exporting import export

    piped = arguments.out == _STANDARD_OUTPUT
    with (
        opened(arguments.project) as project,
        bytes_out() if piped else nullcontext(Path(arguments.out)) as out,
        progress_bar("export", unit="") as progress,
    ):
        report = export(
            project,
            out,
            format=arguments.format,
            annotator=arguments.annotator,
            progress=progress,
        )
    if not piped:
        lines, annotations = (
            counted(report.lines, "line"),
            counted(report.annotations, "annotation"),
        )
        say(f"Wrote {lines} with {annotations} to {arguments.out}.")
    if report.loss:
        complain(f"Not carried by this format: {report.loss}.")
    return 0
