"""Which versions of what this Galley runs on."""

from app.paths import ROOT


def versions() -> dict[str, str]:
    """Return the version of each part by its name, Galley first."""
    import platform  # all are slow to import, and whoever starts Galley may never ask
    import sqlite3
    import tomllib

    about = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return {
        "Galley": str(about["project"]["version"]),
        "SQLite": sqlite3.sqlite_version,
        "Python": platform.python_version(),
    }
