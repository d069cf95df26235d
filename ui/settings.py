"""What Galley remembers for a person between sessions, all in one file of its own."""

import os
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from app.paths import backups_root
from ui.theme.appearance import Choice

ELSEWHERE = "GALLEY_SETTINGS"
"""The environment variable that names another settings file, so that a person's is not touched."""

MOST_RECENT = 12
_DIGITS = 7


@dataclass(frozen=True, slots=True)
class RecentProject:
    """A project that was open not long ago; `when` is in UTC.

    So many of its articles were `done` when it was closed; of none where that is not known.
    """

    path: Path
    when: datetime | None
    done: int = 0
    articles: int = 0

    @property
    def is_there(self) -> bool:
        """Whether its file still lies where it was."""
        return self.path.is_file()


class Settings:
    """Reads and writes the settings file.

    Whatever stands in the file that Galley did not write is taken as if it were not there.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._elsewhere = file or _named_by_environment()
        self.file = self._elsewhere or _folder(_Place.AppConfigLocation) / "galley.ini"
        self._kept = QSettings(str(self.file), QSettings.Format.IniFormat)

    @property
    def data_folder(self) -> Path:
        """Where Galley's own files go, such as its log; beside settings that lie elsewhere."""
        if self._elsewhere is not None:
            return self._elsewhere.parent
        return _folder(_Place.AppDataLocation)

    @property
    def search_folder(self) -> Path:
        """Where the indexes lie by which projects are searched; they can always be made again."""
        if self._elsewhere is not None:
            return self._elsewhere.parent / "search"
        return _folder(_Place.CacheLocation) / "search"

    @property
    def backups_folder(self) -> Path:
        """Where the backups of all projects lie, apart from the projects."""
        if self._elsewhere is not None:
            return self._elsewhere.parent / "backups"
        return backups_root()

    @property
    def projects_folder(self) -> Path:
        """Where a new project is suggested to lie: the person's documents, or else their home."""
        if self._elsewhere is not None:
            return self._elsewhere.parent
        documents = _folder(_Place.DocumentsLocation)
        return documents if documents.is_dir() else Path.home()

    @property
    def theme(self) -> Choice:
        """The theme that the person asked for."""
        said = self._text("theme")
        return Choice(said) if said in set(Choice) else Choice.SYSTEM

    @theme.setter
    def theme(self, choice: Choice) -> None:
        self._kept.setValue("theme", choice.value)

    def recent(self) -> list[RecentProject]:
        """The projects that were open, the last one first."""
        found = []
        for number in range(self._kept.beginReadArray("recent")):
            self._kept.setArrayIndex(number)
            if path := self._text("path"):
                done, articles = self._number("done") or 0, self._number("articles") or 0
                when = _moment(self._text("when"))
                found.append(RecentProject(Path(path), when, min(done, articles), articles))
        self._kept.endArray()
        return found

    def remember_project(self, path: Path, *, when: datetime | None = None) -> None:
        """Put a project first among the recent ones."""
        known = {one.path: one for one in self.recent()}
        before = known.pop(path, RecentProject(path, None))
        opened = replace(before, when=when or datetime.now(UTC))
        self._keep_recent([opened, *known.values()][:MOST_RECENT])

    def remember_how_far(self, path: Path, *, done: int, articles: int) -> None:
        """Remember of a recent project how many of its articles are done."""
        far = [
            replace(one, done=done, articles=articles) if one.path == path else one
            for one in self.recent()
        ]
        self._keep_recent(far)

    def forget_project(self, path: Path) -> None:
        """Take a project from the recent ones; its file stays."""
        self._keep_recent([one for one in self.recent() if one.path != path])

    def person_in(self, project: Path) -> str | None:
        """The id of the annotator who sat last at the project in this file.

        A project and its copies are one project, at which different people sit.
        """
        return self._text(f"people/{_file(project)}") or None

    def remember_person(self, project: Path, annotator: str) -> None:
        """Remember who sits at the project in this file."""
        self._kept.setValue(f"people/{_file(project)}", annotator)

    def spot(self, project: Path, annotator: str) -> str:
        """Where an annotator was in a project's file when they left, as `ui.places` tells it."""
        return self._text(f"spots/{_file(project)}-{annotator}")

    def remember_spot(self, project: Path, annotator: str, spot: str) -> None:
        """Remember where an annotator is in the project in this file."""
        self._kept.setValue(f"spots/{_file(project)}-{annotator}", spot)

    def take_along(self, annotator: str, project: Path, copy: Path) -> None:
        """Let an annotator sit in a copy from now on, where they are in the project."""
        self.remember_person(copy, annotator)
        self.remember_spot(copy, annotator, self.spot(project, annotator))

    def folder(self, purpose: str) -> Path:
        """The folder used last for a purpose, as long as it is there; else the documents."""
        said = self._text(f"folders/{purpose}")
        return Path(said) if said and Path(said).is_dir() else self.projects_folder

    def remember_folder(self, purpose: str, folder: Path) -> None:
        """Remember the folder used for a purpose."""
        self._kept.setValue(f"folders/{purpose}", str(folder))

    def shape(self, name: str) -> QByteArray:
        """The geometry of a window or the parting of a splitter, as Qt saved it; or empty."""
        value = self._kept.value(f"shapes/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def remember_shape(self, name: str, shape: QByteArray) -> None:
        """Remember a geometry or a parting."""
        self._kept.setValue(f"shapes/{name}", shape)

    def size(self, name: str) -> int | None:
        """A size that the person set, such as the zoom; None where they set none."""
        return self._number(f"sizes/{name}")

    def remember_size(self, name: str, size: int) -> None:
        """Remember a size, which is not negative."""
        self._kept.setValue(f"sizes/{name}", str(size))

    def is_on(self, name: str) -> bool:
        """Whether something that can be shown or hidden was shown."""
        return self._text(f"shown/{name}") == "yes"

    def remember_on(self, name: str, *, on: bool) -> None:
        """Remember whether something is shown."""
        self._kept.setValue(f"shown/{name}", "yes" if on else "no")

    def was_told(self, about: str) -> bool:
        """Whether the person was told of something that is explained once, such as a folder."""
        return self._text(f"told/{_key(about)}") == "yes"

    def remember_told(self, about: str) -> None:
        """Remember that the person was told."""
        self._kept.setValue(f"told/{_key(about)}", "yes")

    def save(self) -> None:
        """Write to the disk now what is to be remembered."""
        self._kept.sync()

    def _keep_recent(self, projects: list[RecentProject]) -> None:
        self._kept.remove("recent")
        self._kept.beginWriteArray("recent", len(projects))
        for number, project in enumerate(projects):
            self._kept.setArrayIndex(number)
            self._kept.setValue("path", str(project.path))
            self._kept.setValue("when", project.when.isoformat() if project.when else "")
            self._kept.setValue("done", str(project.done))
            self._kept.setValue("articles", str(project.articles))
        self._kept.endArray()

    def _number(self, key: str) -> int | None:
        said = self._text(key)
        return int(said) if said.isascii() and said.isdigit() and len(said) < _DIGITS else None

    def _text(self, key: str) -> str:
        value = self._kept.value(key)
        return value if isinstance(value, str) else ""


_Place = QStandardPaths.StandardLocation


def _named_by_environment() -> Path | None:
    named = os.environ.get(ELSEWHERE)
    return Path(named) if named else None


def _folder(place: QStandardPaths.StandardLocation) -> Path:
    return Path(QStandardPaths.writableLocation(place))


def _file(project: Path) -> str:
    return _key(str(project.resolve()))


def _key(words: str) -> str:
    """A short name for words that may hold what means something in a settings file."""
    from hashlib import sha256

    return sha256(words.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except ValueError:
        return None
