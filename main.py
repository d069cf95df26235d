"""Start Galley: the window, or one of its verbs without a window."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from app.cli.entry import Faces, run
from app.errors import Refused


def main(words: Sequence[str] | None = None) -> int:
    """Do what the words on the command line ask for; return the exit code."""
    return run(sys.argv[1:] if words is None else words, Faces(_window, _tour))


def _window(project: Path | None, annotator: str | None) -> int:
    if not _has_display():
        raise Refused(
            "There is no display here to open a window on; see Galley at work off screen "
            "with: python main.py tour"
        )
    gc.disable()  # until the window is seen: hardly anything made before is ever let go
    from ui.application import run as open_window

    return open_window(project, annotator)


def _tour(out: Path | None) -> int:
    from ui.tour import run_tour

    return run_tour(out)


def _has_display() -> bool:
    return not sys.platform.startswith("linux") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    )


if __name__ == "__main__":
    sys.exit(main())
