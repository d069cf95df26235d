"""A disk whose power may be cut: what was synced is there, of the rest anything may have happened.

The model is harsher than file systems are: of what was written since the last sync of a file each
sector of 512 bytes may be there or not, in any order; of the names that were given, changed or
removed since the last sync of their folder each may have happened or not.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from random import Random

from tests.drill.recording import Event

SECTOR = 512


@dataclass(slots=True, eq=False)
class _File:
    """A file apart from its names: what is on the disk for sure, and what was asked since."""

    sure: bytearray = field(default_factory=bytearray)
    asked: list[Event] = field(default_factory=list)

    def sync(self) -> None:
        for event in self.asked:
            _apply(self.sure, event)
        self.asked.clear()

    def after_cut(self, chance: Random) -> bytes:
        """Return what may be found in it after the power was cut now."""
        found = bytearray(self.sure)
        match chance.randrange(4):
            case 0:
                kept: list[Event] = []
            case 1:
                kept = list(self.asked)
            case 2:
                kept = self.asked[: chance.randint(0, len(self.asked))]
            case _:
                kept = [piece for event in self.asked for piece in _sectors(event)]
                share = chance.choice((0.1, 0.5, 0.9))
                kept = [piece for piece in kept if chance.random() < share]
                if chance.random() < 0.5:
                    chance.shuffle(kept)
        for event in kept:
            _apply(found, event)
        return bytes(found)


@dataclass(frozen=True, slots=True)
class _Naming:
    """A name that a file was given, or one that was taken away; a rename is both at once."""

    gone: str
    given: str
    file: _File | None


class Disk:
    """The files in a folder and below, as a process sees them and as a cut would leave them."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._sure = {name: _File(bytearray(content)) for name, content in files.items()}
        self._seen = dict(self._sure)
        self._namings: list[_Naming] = []

    def happen(self, event: Event) -> None:
        """Let what was asked of the disk happen; what is asked of other files is left out."""
        file = self._seen.get(event.path)
        match event.kind:
            case "create" if file is None:
                self._name("", event.path, _File())
            case "rename" if file is not None:
                self._name(event.path, event.other, file)
            case "unlink" if file is not None:
                self._name(event.path, "", None)
            case "write" | "truncate" if file is not None:
                file.asked.append(event)
            case "sync" if file is not None:
                file.sync()
            case "sync":
                self._sync_folder(event.path)

    def after_cut(self, chance: Random) -> dict[str, bytes]:
        """Return the files that may be found after the power was cut now."""
        found = dict(self._sure)
        match chance.randrange(4):
            case 0:
                kept: list[_Naming] = []
            case 1:
                kept = list(self._namings)
            case 2:
                kept = self._namings[: chance.randint(0, len(self._namings))]
            case _:
                kept = [naming for naming in self._namings if chance.random() < 0.5]
        for naming in kept:
            _rename(found, naming)
        contents = {id(file): file.after_cut(chance) for file in found.values()}
        return {name: contents[id(file)] for name, file in found.items()}

    def _name(self, gone: str, given: str, file: _File | None) -> None:
        naming = _Naming(gone, given, file)
        _rename(self._seen, naming)
        self._namings.append(naming)

    def _sync_folder(self, folder: str) -> None:
        later = []
        for naming in self._namings:
            if folder in (_folder_of(naming.gone), _folder_of(naming.given)):
                _rename(self._sure, naming)
            else:
                later.append(naming)
        self._namings = later


def cuts(
    files: Mapping[str, bytes], events: Iterable[Event], *, chance: Random, times: int
) -> Iterator[tuple[list[str], dict[str, bytes]]]:
    """Yield what had been said, and what is on the disk, after that many cuts at random moments."""
    disk = Disk(files)
    there = [event for event in events if event.kind == "said" or _concerns(event, files)]
    moments = sorted(chance.randint(1, len(there)) for _ in range(times))
    said: list[str] = []
    happened = 0
    for moment in moments:
        for event in there[happened:moment]:
            if event.kind == "said":
                said.append(event.data.decode().rstrip("\n"))
            else:
                disk.happen(event)
        happened = moment
        yield list(said), disk.after_cut(chance)


def _concerns(event: Event, files: Mapping[str, bytes]) -> bool:
    """Tell whether something happened in the folder of these files, or below."""
    folder = min((_folder_of(name) for name in files), key=len)
    return event.path == folder or event.path.startswith(folder + "/")


def _folder_of(name: str) -> str:
    return str(PurePath(name).parent) if name else ""


def _rename(names: dict[str, _File], naming: _Naming) -> None:
    names.pop(naming.gone, None)
    if naming.file is not None:
        names[naming.given] = naming.file


def _apply(content: bytearray, event: Event) -> None:
    if event.kind == "truncate":
        del content[event.at :]
        content.extend(bytes(event.at - len(content)))
    else:
        content.extend(bytes(max(0, event.at - len(content))))
        content[event.at : event.at + len(event.data)] = event.data


def _sectors(event: Event) -> Iterator[Event]:
    """Yield a write in pieces, none of which reaches over the edge of a sector."""
    if event.kind != "write":
        yield event
        return
    start, end = event.at, event.at + len(event.data)
    while start < end:
        stop = min(end, (start // SECTOR + 1) * SECTOR)
        piece = event.data[start - event.at : stop - event.at]
        yield Event("write", event.path, at=start, data=piece)
        start = stop
