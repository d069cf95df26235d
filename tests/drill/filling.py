"""What a child process does on a disk that is about to be full, and once there is room again."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from app.errors import FileTrouble
from app.files.receiving import receive_files
from app.project import Project
from app.store.backup import back_up
from app.store.migrate import upgrade_file
from tests.drill.acting import DONE, Marker, Say
from tests.drill.judging import look

TROUBLE, UNTROUBLED, AGAIN, WHOLE = "trouble", "untroubled", "again", "whole"

ENOUGH = 400
"""Acts after which a disk with that much room will do for this drill."""


def fill(say: Say, work: str, path: Path, other: Path, room: int | Path, seed: int) -> None:
    """Do a work until it fails for want of room, make room, and do the same again.

    `room` is how many bytes any file may have from now on, or else the file whose removal makes
    room. `other` is what is received, or where a backup goes.
    """
    make_room = _limit(room) if isinstance(room, int) else room.unlink
    if work == "mark":
        with closing(Project.open(path)) as project:
            _until_full(say, project, seed, room, make_room)
    else:
        act: Callable[[], object] = {
            "receive": lambda: _receive(path, other),
            "backup": lambda: back_up(path, other),
            "upgrade": lambda: upgrade_file(path, other.parent),
        }[work]
        _in_time(say, act, make_room)
    say((DONE,))


def _receive(path: Path, source: Path) -> None:
    with closing(Project.open(path)) as project:
        refused = [report.refused for report in receive_files(project, [source]) if report.refused]
    if refused:
        raise FileTrouble(path, *refused)


def _until_full(
    say: Say, project: Project, seed: int, room: object, make_room: Callable[[], object]
) -> None:
    marker = Marker(project, seed, say)
    for _ in range(ENOUGH):
        try:
            marker.act()
        except FileTrouble as trouble:
            say((TROUBLE, str(trouble)))
            break
    else:
        say((UNTROUBLED,))
    try:
        findings = project.ask(look).findings
    except FileTrouble as trouble:  # where not even what is there may be written over
        say((TROUBLE, str(trouble)))
    else:
        say((WHOLE, findings[0] if findings else ""))
    make_room()
    for _ in range(3):
        marker.act()
    say((AGAIN,))


def _in_time(say: Say, act: Callable[[], object], make_room: Callable[[], object]) -> None:
    try:
        act()
    except FileTrouble as trouble:
        say((TROUBLE, str(trouble)))
        make_room()
        act()
        say((AGAIN,))
    else:
        say((UNTROUBLED,))


def _limit(room: int) -> Callable[[], object]:
    """Forbid this process to write files beyond so many bytes; return what allows it again."""
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, most))
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
