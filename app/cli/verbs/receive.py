"""Take in bundles that annotators handed in, or that the lead handed out, each whole or not at all.

Late, twice or in another order makes no difference. Every file is read apart, in a process of its
own, before anything of it is let in; what is refused is named on standard error, and the exit code
is then 1. The project is backed up first if it changed since its last backup.
"""

from argparse import ArgumentParser, Namespace

from app.cli.backing_up import back_up_first
from app.cli.choosing import PROJECT_HELP, opened, opened_to_write
from app.cli.printing import complain, say
from app.cli.progress import progress_bar


def add_arguments(parser: ArgumentParser) -> None:
    """Tell the parser which words the verb takes."""
    parser.add_argument("project", metavar="PROJECT", help=PROJECT_HELP)
    parser.add_argument(
        "bundles", metavar="BUNDLE", nargs="+", help="bundles, or folders of them, to receive"
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would come of it, and change nothing"
    )


def run(arguments: Namespace) -> int:
    """Receive the bundles and say what became of each, and of all together."""
    from app.files.bundle_words import report_words, total_words
    from app.files.receiving_bundles import receive_bundles, rehearse_bundles

    opening = opened if arguments.dry_run else opened_to_write
    receiving = rehearse_bundles if arguments.dry_run else receive_bundles
    with opening(arguments.project) as project, progress_bar("receive", unit="") as progress:
        if not arguments.dry_run:
            back_up_first(project)
        outcomes = receiving(project, arguments.bundles, progress=progress)
    for outcome in outcomes:
        if outcome.report is not None:
            for sentence in report_words(outcome.report):
                say(sentence)
    if arguments.dry_run:
        say(f"Nothing was changed. It would be {total_words(outcomes)}")
    elif any(outcome.report for outcome in outcomes):
        say(total_words(outcomes))
    refusals = [outcome.refused for outcome in outcomes if outcome.refused]
    for sentence in refusals:
        complain(sentence)
    return 1 if refusals else 0
