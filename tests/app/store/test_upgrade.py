"""An older project is brought up to date on a copy: it is the old one or the new, never between."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import CheckConstraint, create_engine
from sqlalchemy.exc import IntegrityError

from app.errors import FileTrouble
from app.paths import MIGRATIONS
from app.project import Project
from app.store import migrate
from app.store.engine import open_engine
from app.store.migrate import upgrade_file
from app.store.shelf import Why, shelf_of
from app.store.tables import metadata
from tests.marked import marked
from tests.projects import mark_up, sit_down

ARTICLE = marked("[Ada Ruiz|actor] said [rents rose|claim] in [Gora-Podol|location].")

NEXT = migrate.SCHEMA + 1
HEAD = f"""
import sqlalchemy as sa
from alembic import op

revision = "{NEXT:04}"
down_revision = "{NEXT - 1:04}"


def upgrade():
"""

REWRITE = """
    with op.batch_alter_table(
        "articles", recreate="always", table_kwargs={"sqlite_strict": True}
    ) as batch:
        batch.add_column(sa.Column("mood", sa.Text, nullable=False, server_default="calm"))
"""
ADD = """
    op.add_column("annotators", sa.Column("colour", sa.Text))
"""
NUMBER = f"""
    op.execute("PRAGMA user_version={NEXT}")
"""

Migrations = Callable[[str], Path]


@pytest.fixture
def file(project: Project) -> Path:
    """A closed project with one marked article."""
    sit_down(project)
    mark_up(project, ARTICLE)
    project.close()
    return project.path


@pytest.fixture
def migrations(tmp_path: Path) -> Migrations:
    """Make a folder of migrations with one more, whose upgrade has the given body."""

    def make(body: str) -> Path:
        folder = tmp_path / "migrations"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
        (folder / "versions" / f"{NEXT:04}_more.py").write_text(HEAD + body)
        return folder

    return make


def tables(path: Path) -> dict[str, list[object]]:
    with closing(sqlite3.connect(path)) as connection:
        names = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in names}


def backups_in(folder: Path) -> list[Path]:
    return sorted((folder / "backups").glob("*/*.galley"))


def identity_of(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("SELECT project FROM identity").fetchone()[0])


def only(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir() if one.is_file())


def test_a_rewritten_parent_table_keeps_its_children(
    file: Path, migrations: Migrations, tmp_path: Path
) -> None:
    before = tables(file)
    upgrade_file(file, tmp_path / "backups", migrations=migrations(REWRITE + ADD + NUMBER))
    after = tables(file)
    assert len(after["annotations"]) == 3
    assert after["annotations"] == before["annotations"]
    assert [row[:-1] for row in after["articles"]] == before["articles"]
    assert [row[-1] for row in after["articles"]] == ["calm"]
    assert [tables(one) for one in backups_in(tmp_path)] == [before]
    assert only(tmp_path) == [file.name]
    assert int.from_bytes(file.read_bytes()[60:64]) == NEXT
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        with pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT value"):
            connection.execute("UPDATE articles SET characters = 'many'")


@pytest.mark.parametrize("steps", range(4))
def test_a_migration_that_fails_leaves_the_project_as_it_was_and_can_be_run_again(
    file: Path, migrations: Migrations, tmp_path: Path, steps: int
) -> None:
    parts = [REWRITE, ADD, NUMBER]
    before = file.read_bytes()
    failing = "".join([*parts[:steps], '\n    raise ZeroDivisionError("a bug")\n', *parts[steps:]])
    with pytest.raises(ZeroDivisionError):
        upgrade_file(file, tmp_path / "backups", migrations=migrations(failing))
    assert file.read_bytes() == before
    assert only(tmp_path) == [file.name]
    upgrade_file(file, tmp_path / "backups", migrations=migrations("".join(parts)))
    assert len(tables(file)["annotations"]) == 3


def test_an_earlier_backup_is_never_written_over(
    file: Path, migrations: Migrations, tmp_path: Path
) -> None:
    shelf = shelf_of(tmp_path / "backups", identity_of(file))
    shelf.folder.mkdir(parents=True)
    taken = shelf.next_slot(Why.UPGRADE, datetime.now(UTC)).path
    taken.write_text("the only copy of something")
    before = tables(file)
    upgrade_file(file, tmp_path / "backups", migrations=migrations(ADD + NUMBER))
    assert taken.read_text() == "the only copy of something"
    (_, new) = backups_in(tmp_path)
    assert tables(new) == before


@pytest.mark.parametrize(
    ("loss", "sentence"),
    [
        ("DELETE FROM annotations", "would have lost data, so it was left as it is"),
        ("DELETE FROM revisions WHERE kind = 'annotation'", "would have lost data"),
        ("UPDATE texts SET sha256 = '0'", "its checks"),
        ("DELETE FROM articles", "its checks"),
    ],
)
def test_an_upgrade_that_would_lose_something_is_refused(
    file: Path, migrations: Migrations, tmp_path: Path, loss: str, sentence: str
) -> None:
    before = file.read_bytes()
    folder = migrations(f'\n    op.execute("{loss}")\n{NUMBER}')
    with pytest.raises(FileTrouble, match=sentence):
        upgrade_file(file, tmp_path / "backups", migrations=folder)
    assert file.read_bytes() == before
    assert only(tmp_path) == [file.name]


def test_with_foreign_keys_on_a_rewrite_would_take_the_children_along_and_changes_nothing(
    file: Path, migrations: Migrations, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_keys = partial(open_engine, foreign_keys=True)
    monkeypatch.setattr(migrate, "open_engine", lambda path, **_: with_keys(path))
    before = file.read_bytes()
    with pytest.raises(IntegrityError, match="FOREIGN KEY"):
        upgrade_file(file, tmp_path / "backups", migrations=migrations(REWRITE + NUMBER))
    assert file.read_bytes() == before
    assert only(tmp_path) == [file.name]


def test_every_check_has_a_name_lest_a_rewritten_table_lose_it() -> None:
    checks = [
        (table.name, check.name)
        for table in metadata.sorted_tables
        for part in (table, *table.columns)
        for check in part.constraints
        if isinstance(check, CheckConstraint)
    ]
    assert len(checks) == 7
    assert all(name for _, name in checks)


def test_the_tables_as_declared_are_the_tables_as_migrated(file: Path, tmp_path: Path) -> None:
    declared = create_engine("sqlite://")
    metadata.create_all(declared)
    with declared.connect() as connection:
        wanted = _declarations(connection.connection.driver_connection)
    with closing(sqlite3.connect(file)) as connection:
        found = _declarations(connection)
    found.pop("alembic_version")
    assert found == wanted
    declared.dispose()


def test_alembic_sees_no_difference_either(file: Path) -> None:
    engine = create_engine(f"sqlite:///{file}")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


def test_every_migration_gives_the_file_its_number(file: Path) -> None:
    newest = max(int(one.name[:4]) for one in (MIGRATIONS / "versions").glob("[0-9]*.py"))
    assert int.from_bytes(file.read_bytes()[60:64]) == newest == migrate.SCHEMA


def _declarations(connection: sqlite3.Connection) -> dict[str, str]:
    """Return each table's and index's declaration, without its spacing."""
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {name: " ".join(sql.split()).replace("( ", "(") for name, sql in rows}
