"""The words that open the window or take the tour; their help lists all the verbs."""

from argparse import Action, ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path

from app.cli.choosing import PROJECT_HELP, project_path
from app.cli.printing import say
from app.cli.verbs import VERBS

TOUR_DOES = "do the main job through the real window, and leave pictures of it"

_CODES = """exit codes:
  0 done; 1 refused, or trouble with a file: one line on standard error says which;
  2 wrong words on the command line; 130 stopped with Ctrl+C;
  141 whatever was reading the output stopped, as head does, and nothing is said"""


class _Version(Action):
    """Reads the version only where it is asked for: every start would wait for it."""

    def __call__(self, parser: ArgumentParser, *_: object) -> None:
        from app.versions import versions

        say(f"Galley {versions()['Galley']}")
        parser.exit()


def window_parser() -> ArgumentParser:
    """Return the parser for `[PROJECT] [--annotator NAME]`."""
    verbs = {name: verb.does for name, verb in VERBS.items()} | {"tour": TOUR_DOES}
    listing = "\n".join(f"  {name:<10} {does}" for name, does in verbs.items())
    parser = ArgumentParser(
        prog="python main.py",
        usage="%(prog)s [PROJECT] [--annotator NAME]\n       %(prog)s VERB …\n"
        "       %(prog)s --version",
        description="Galley: mark up news articles. Without a verb it opens the window.",
        epilog=f"verbs, each with its own --help:\n{listing}\n\n{_CODES}",
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "project", metavar="PROJECT", nargs="?", type=project_path, help=PROJECT_HELP
    )
    parser.add_argument("--annotator", metavar="NAME", help="who sits at the desk")
    parser.add_argument(
        "--version", action=_Version, nargs=0, help="say which Galley this is, and end"
    )
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
