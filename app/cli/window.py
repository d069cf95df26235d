"""The words that open the window or take the tour; their help lists all the verbs."""

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path

from app.cli.choosing import PROJECT_HELP, project_path
from app.cli.verbs import VERBS

TOUR_DOES = "do the main job through the real window, and leave pictures of it"

_CODES = """exit codes:
  0 done; 1 refused, or trouble with a file: one line on standard error says which;
  2 wrong words on the command line; 130 stopped with Ctrl+C"""


def window_parser() -> ArgumentParser:
    """Return the parser for `[PROJECT] [--annotator NAME]`."""
    verbs = {name: verb.does for name, verb in VERBS.items()} | {"tour": TOUR_DOES}
    listing = "\n".join(f"  {name:<10} {does}" for name, does in verbs.items())
    parser = ArgumentParser(
        prog="python main.py",
        usage="%(prog)s [PROJECT] [--annotator NAME]\n       %(prog)s VERB …",
        description="Galley: mark up news articles. Without a verb it opens the window.",
        epilog=f"verbs, each with its own --help:\n{listing}\n\n{_CODES}",
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "project", metavar="PROJECT", nargs="?", type=project_path, help=PROJECT_HELP
    )
    parser.add_argument("--annotator", metavar="NAME", help="who sits at the desk")
    return parser


def tour_parser() -> ArgumentParser:
    """Return the parser for `tour [--out FOLDER]`."""
    parser = ArgumentParser(
        prog="python main.py tour",
        description=f"{TOUR_DOES.capitalize()}. Off screen where there is no display.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "--out", metavar="FOLDER", type=Path, help="where the project, export and pictures go"
    )
    return parser
