"""Hand out an annotator's work, or hand it in: one sealed file that holds nobody else's.

From the lead's project it goes out: the annotator opens the file and sits at the desk. From a copy
that was handed out it goes in, to the lead. Both sides are shown the same short code.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.choosing import PROJECT_HELP, opened_to_write, person_named, with_ending
from app.cli.printing import say
from app.cli.progress import progress_bar
from app.domain.seal import Way

if TYPE_CHECKING:
    from app.domain.annotator import Annotator
    from app.project import Project


def add_arguments(parser: ArgumentParser) -> None:
    """Tell the parser which words the verb takes."""
    parser.add_argument("project", metavar="PROJECT", help=PROJECT_HELP)
    parser.add_argument(
        "bundle", metavar="BUNDLE", help="the file to write; in a folder it gets a name of its own"
    )
    parser.add_argument(
        "--annotator",
        metavar="NAME",
        required=True,
        help="whose work it is; somebody new becomes one of the project's annotators",
    )


def run(arguments: Namespace) -> int:
    """Write the bundle, and say whose it is, how far they are and its code."""
    from app.files.bundle_words import standing_words
    from app.files.bundles import is_folder, make_bundle, proposed_name, require_free, way_of

    with (
        opened_to_write(arguments.project) as project,
        progress_bar("send", unit="") as progress,
    ):
        way = way_of(project)
        named = Path(arguments.bundle)
        if not is_folder(named):  # before somebody new is added for nothing
            require_free(with_ending(named))
        annotator = _annotator(project, arguments.annotator)
        path = named / proposed_name(project, annotator) if is_folder(named) else with_ending(named)
        bundle = make_bundle(project, path, annotator=annotator, way=way, progress=progress)
    to = "Handed out to" if way is Way.OUT else "Handed in by"
    say(f"{to} {annotator.name}: {standing_words(bundle.at_hand_over)}.")
    say(f"Wrote {bundle.path}, code {bundle.code}.")
    return 0


def _annotator(project: "Project", name: str) -> "Annotator":
    """Return the annotator of this name; somebody new is added, though not in a copy."""
    from app.commands.annotators import add
    from app.queries.people import people

    found = person_named(project.ask(people), name)
    if found is not None:
        return found
    joined = project.perform(add, name=name)
    say(f"{joined.name} is new here.")
    return joined
