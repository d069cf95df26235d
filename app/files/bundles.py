"""Making bundles: one annotator's work as a project file of its own, there whole or not at all."""

import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from app.commands.bundles import fill_bundle, note_bundle
from app.domain.annotator import Annotator
from app.domain.file_names import bundle_name
from app.domain.seal import Seal, Way, code_of
from app.errors import Cancelled, FileTrouble, Refused
from app.project import Project
from app.queries.check import is_damaged
from app.queries.hand_over import HandOver, hand_over
from app.queries.layer import layer_of, layer_revisions, layer_size, layer_texts
from app.queries.seat import seat
from app.store.backup import discard, sync_file, sync_folder
from app.store.history import next_numbers
from app.store.migrate import create_file
from app.store.union import Named

if TYPE_CHECKING:
    from sqlalchemy import Connection

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle that was made: where it lies, what it is sealed with, whose it is, how much it has.

    `at_hand_over` tells how far the annotator was then.
    """

    path: Path
    seal: Seal
    annotator: Annotator
    revisions: int
    at_hand_over: HandOver

    @property
    def code(self) -> str:
        """What both sides read to each other."""
        return code_of(self.seal.digest)


def way_of(project: Project) -> Way:
    """Return which way a bundle goes from here: in to the lead from a copy that was handed out."""
    return Way.OUT if project.ask(seat) is None else Way.IN


def proposed_name(project: Project, annotator: Annotator) -> str:
    """Return the name that is proposed for a bundle made today."""
    today = datetime.now().astimezone().date().isoformat()
    name, way = annotator.name, way_of(project)
    return bundle_name(project.path.stem, person=name, day=today, way=way)


def make_bundle(
    project: Project,
    path: Path,
    *,
    annotator: Annotator,
    way: Way,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Bundle:
    """Write what goes with an annotator to `path`, where there must be no file, and seal it.

    Nobody else's work goes along, nor their names. What goes out is a copy in which only the
    annotator works. It is read back and checked before it gets its name. `progress` is told
    revisions; where `cancelled` says yes, `Cancelled` is raised and no file is left.
    """
    if project.why_read_only:  # what goes out is noted here
        raise Refused(project.why_read_only)
    require_free(path)
    part = path.with_name(f".galley-{secrets.token_hex(8)}.part")
    at = datetime.now(UTC).isoformat(timespec="seconds")

    def write(connection: "Connection") -> tuple[Seal, int, HandOver, int]:
        owner = seat(connection)
        if owner is not None and owner.id != annotator.id:
            raise Refused(f"This copy is {owner.name}'s, and so is what is handed in from it.")
        layer = layer_of(connection, annotator=annotator.id)
        size = layer_size(connection, layer)
        with closing(Project(part)) as copy:
            sealed = copy.perform(
                fill_bundle,
                texts=layer_texts(connection, layer),
                arriving=_counted(layer_revisions(connection, layer), size, progress, cancelled),
                annotator=annotator.id,
                way=way,
                at=at,
                with_seat=way is Way.OUT or owner is not None,
            )
        until, _ = next_numbers(connection)
        return sealed, size, hand_over(connection, annotator=annotator.id), until - 1

    try:
        create_file(part, project=project.id)
        sealed, size, standing, until = project.ask(write)
        _read_back(part, path)
        sync_file(part)
        require_free(path)
        part.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise FileTrouble(path, f"it cannot be written ({error.strerror}).") from error
    except FileTrouble as trouble:
        if trouble.path != str(part):
            raise
        raise FileTrouble(path, trouble.problem, trouble.advice, kind=trouble.kind) from trouble
    finally:
        with suppress(OSError):  # the trouble that was met first is the one to tell
            discard(part)
    bundle = Bundle(path, sealed, annotator, size, standing)
    told = {
        "name": path.name,
        "revisions": size,
        "articles": standing.articles,
        "until": until,  # the newest step that went along: it cannot be taken back any more
    }
    project.perform(note_bundle, sealed=sealed, told=msgspec.json.encode(told).decode())
    return bundle


def is_folder(path: Path) -> bool:
    """Tell whether a bundle that is to go to `path` would lie in it under a name of its own."""
    try:
        return path.is_dir()
    except OSError:  # a name may be too long to ask for; whoever writes says so
        return False


def require_free(path: Path) -> None:
    """Refuse where there is something at `path`, or never can be."""
    try:
        is_there = path.exists()
    except OSError as error:  # a name may be too long to ask for
        raise FileTrouble(path, f"it cannot be written ({error.strerror}).") from error
    if is_there:  # it may be the copy that somebody has been working in
        raise FileTrouble(path, "there is a file of this name already.", "Choose another name.")


def _read_back(part: Path, path: Path) -> None:
    """Open the file once more as anybody would, and check all of it."""
    with closing(Project.open(part, only_read=True)) as copy:
        if copy.ask(is_damaged):
            raise FileTrouble(path, "it could not be read back.", "Nothing was kept; try again.")


def _counted(
    arriving: Iterable[Named],
    total: int,
    progress: Progress | None,
    cancelled: Callable[[], bool],
) -> Iterator[Named]:
    """Pass revisions on, tell how far it is, and stop when asked to."""
    for number, one in enumerate(arriving, start=1):
        if number % 1000 == 0 or number == total:
            if cancelled():
                raise Cancelled
            if progress is not None:
                progress(number, total)
        yield one
