"""From the words on the command line to an exit code, as the help of the window lists them."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.cli.printing import complain, speak_any_text
from app.errors import FileTrouble, Refused

TROUBLE = 1
STOPPED = 130
READER_LEFT = 141
"""What a shell shows where the reader stopped, as `head` does: nobody's trouble."""


@dataclass(frozen=True, slots=True)
class Faces:
    """What shows itself: the window, on a project and as an annotator; and the tour, to a folder.

    Each returns its exit code. They are handed in, because nothing in here knows a screen.
    """

    window: Callable[[Path | None, str | None], int]
    tour: Callable[[Path | None], int]


def run(words: Sequence[str], faces: Faces) -> int:
    """Do what `words` ask for; return the exit code.

    What a person can mend is told in one line on standard error.
    """
    speak_any_text()
    try:
        code = _do(words, faces)
        if sys.stdout is not None:
            sys.stdout.flush()
    except SystemExit as said:
        return said.code if isinstance(said.code, int) else 0
    except KeyboardInterrupt:
        complain("Stopped; nothing half done was kept.")
        return STOPPED
    except BrokenPipeError:
        # What is still to be written has nowhere to go, also not when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READER_LEFT
    except (Refused, FileTrouble) as trouble:
        complain(str(trouble))
        return TROUBLE
    except OSError as trouble:
        complain(f"{trouble.filename or 'The system'}: {trouble.strerror or trouble}.")
        return TROUBLE
    return code


def _do(words: Sequence[str], faces: Faces) -> int:
    if not words:
        return faces.window(None, None)  # the usual start waits for no verb
    from app.cli.verbs import VERBS

    if words[0] == "tour":
        from app.cli.window import tour_parser

        return faces.tour(tour_parser().parse_args(words[1:]).out)
    if words[0] in VERBS:
        verb = VERBS[words[0]]
        parser = argparse.ArgumentParser(
            prog=f"python main.py {words[0]}",
            description=verb.description,
            allow_abbrev=False,
        )
        verb.add_arguments(parser)
        return verb.run(parser.parse_args(words[1:]))
    return _open_window(words, faces)


def _open_window(words: Sequence[str], faces: Faces) -> int:
    from app.cli.window import window_parser

    parser = window_parser()
    if not _may_be_project(words[0]) and (meant := _meant(words[0])):
        parser.error(f"there is no verb “{words[0]}”; did you mean {meant}?")
    arguments = parser.parse_args(words)
    if not _may_be_project(words[0]) and words[0].isalpha():
        raise FileTrouble(
            words[0],
            "there is neither a project nor a verb of this name.",
            "Check the name and the folder; python main.py --help lists the verbs.",
        )
    if arguments.project is not None and sys.stderr is not None:
        # whoever started it from a terminal is told there; the window tells everybody else
        from app.store.schema import read_header

        read_header(arguments.project)
    return faces.window(arguments.project, arguments.annotator)


def _may_be_project(word: str) -> bool:
    """Tell whether the first word is an option, or names a file: then it is no verb misspelt."""
    from app.cli.choosing import project_path

    return word.startswith("-") or project_path(word).exists()


def _meant(word: str) -> str:
    """Return the verb that somebody who typed `word` may have meant, or nothing."""
    from difflib import get_close_matches

    from app.cli.verbs import VERBS

    return next(iter(get_close_matches(word, [*VERBS, "tour"], n=1)), "")
