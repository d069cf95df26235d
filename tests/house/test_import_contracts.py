"""Who may import whom: the contracts of pyproject.toml hold here and break where they should."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.reading import ROOT

LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]


def checked(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [LINT_IMPORTS, "--no-logo", "--no-cache", "--config", ROOT / "pyproject.toml"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def rooms_named() -> set[str]:
    """Return every module of ours that some contract speaks of."""
    lists = [
        *(layer.split("|") for c in CONTRACTS["contracts"] for layer in c.get("layers", [])),
        *(
            c.get(key, [])
            for c in CONTRACTS["contracts"]
            for key in ("source_modules", "forbidden_modules")
        ),
    ]
    names = {name.strip(" ()") for names in lists for name in names}
    return {name for name in names if name.split(".")[0] in CONTRACTS["root_packages"]}


@pytest.fixture
def empty_house(tmp_path: Path) -> Path:
    """A house with all its rooms and nothing in them."""
    for room in rooms_named():
        folder = tmp_path / room.replace(".", "/")
        folder.mkdir(parents=True, exist_ok=True)
    for folder in [path for path in tmp_path.rglob("*") if path.is_dir()]:
        (folder / "__init__.py").write_text("", "utf-8")
    return tmp_path


def test_every_import_goes_down_the_house() -> None:
    result = checked(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


def test_an_empty_house_keeps_the_contracts(empty_house: Path) -> None:
    result = checked(empty_house)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("room", "imported"),
    [
        ("app.project", "PySide6.QtCore"),
        ("app.domain", "app.store"),
        ("app.domain", "sqlalchemy"),
        ("app.exchange", "sqlite3"),
        ("app.agreement", "app.store"),
        ("app.alignment", "app.agreement"),
        ("app.agreement", "sklearn"),
        ("app.commands", "sqlalchemy"),
        ("app.store", "app.project"),
        ("app.commands", "app.queries"),
        ("app.files", "app.cli"),
        ("app.cli", "ui"),
        ("ui", "app.store"),
        ("ui", "sqlalchemy"),
        ("ui.widgets", "app.project"),
        ("ui.theme", "app.queries"),
    ],
)
def test_an_import_up_the_house_is_caught(empty_house: Path, room: str, imported: str) -> None:
    init = empty_house / room.replace(".", "/") / "__init__.py"
    init.write_text(f"import {imported}\n", "utf-8")
    result = checked(empty_house)
    assert result.returncode == 1, result.stdout + result.stderr
    assert f"{room} -> " in result.stdout or f"{room} is not allowed to import" in result.stdout
