"""Where the parts of Galley that are not code lie, and where it keeps what belongs to a person."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RESOURCES = ROOT / "resources"
MIGRATIONS = ROOT / "migrations"

BACKUPS_ELSEWHERE = "GALLEY_BACKUPS"
"""The environment variable that names another folder for backups."""

SETTINGS_ELSEWHERE = "GALLEY_SETTINGS"
"""The environment variable that names another settings file; backups then lie beside it."""

_OWN = Path("Galley", "Galley", "backups")


def backups_root() -> Path:
    """Return the folder for all backups, the person's own and apart from their projects.

    On Windows it is the one that does not travel with the person: backups are large.
    """
    if named := os.environ.get(BACKUPS_ELSEWHERE):
        return Path(named)
    if named := os.environ.get(SETTINGS_ELSEWHERE):
        return Path(named).parent / "backups"
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / _OWN
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / _OWN
    data = os.environ.get("XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local" / "share") / _OWN
