"""Asking how far everybody is, a part at a time, so that nobody who asks meanwhile has to wait."""

from collections.abc import Callable

from app.errors import Cancelled
from app.project import Project
from app.queries.progress import (
    Part,
    TeamProgress,
    progress_frame,
    progress_part,
    put_together,
)


def count_progress(project: Project, stopped: Callable[[], bool]) -> TeamProgress:
    """Return how far everybody is; what changes between two parts is asked for again anyway."""
    frame = project.ask(progress_frame)
    parts: list[Part] = []
    for first, last in frame.parts():
        if stopped():
            raise Cancelled
        parts.append(project.ask(progress_part, first=first, last=last))
    return put_together(frame, parts)
