"""Notes that could not be saved in their project: written aside until it is open again."""

from collections.abc import Mapping
from pathlib import Path

from app.errors import FileTrouble


class Drafts:
    """Keeps, for each project, what a person typed by the annotation that it is about."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def of(self, project: str) -> dict[str, str]:
        """Return what waits for this project; nothing where that cannot be read."""
        import json

        try:
            said = json.loads(self._file(project).read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        if not isinstance(said, dict):
            return {}
        return {name: note for name, note in said.items() if isinstance(note, str)}

    def keep(self, project: str, drafts: Mapping[str, str]) -> None:
        """Let this be all that waits for this project; raises `FileTrouble`."""
        import json

        file = self._file(project)
        try:
            if not drafts:
                file.unlink(missing_ok=True)
                return
            self._folder.mkdir(parents=True, exist_ok=True)
            part = file.with_name(file.name + ".part")
            part.write_text(json.dumps(dict(drafts), indent=1), "utf-8")
            part.replace(file)
        except OSError as error:
            raise FileTrouble(
                file, f"a note that was too long cannot be kept there ({error.strerror})."
            ) from error

    def _file(self, project: str) -> Path:
        from hashlib import sha256

        name = sha256(project.encode("utf-8", "surrogatepass")).hexdigest()  # ids come from files
        return self._folder / f"{name[:32]}.json"
