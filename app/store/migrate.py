"""Making project files and bringing older ones up to date, always on a copy."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import uuid_utils
from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, insert
from sqlalchemy.exc import DatabaseError

from app.errors import FileTrouble, Kind
from app.paths import MIGRATIONS
from app.store.backup import back_up, discard, sync_file, sync_folder
from app.store.engine import close_engine, open_engine, trouble_of
from app.store.schema import APPLICATION_ID, DAMAGED, SCHEMA, companions
from app.store.shape import refuse_what_runs_by_itself
from app.store.shelf import Why, keep_closed
from app.store.tables.history import identity


def create_file(path: Path, *, project: str = "") -> None:
    """Make an empty project at `path`, which must not exist; it is there whole or not at all.

    `project` is its id where it is to be a copy of one that there is.
    """
    if path.exists():
        raise FileTrouble(path, "there is a file of this name already.", "Choose another name.")
    if not path.parent.is_dir():
        raise FileTrouble(path, "its folder does not exist.", "Make the folder first.")
    for left in companions(path):  # SQLite would play it back into the new file
        raise FileTrouble(left, "it belongs to a file that is gone.", "Choose another name.")
    part = path.with_name(path.name + ".part")
    with _in_words(path, part):
        discard(part)
        _migrate(part, MIGRATIONS, then=lambda connection: _give_identity(connection, project))
        sync_file(part)
        part.replace(path)
        sync_folder(path.parent)


def upgrade_file(path: Path, backups: Path, *, migrations: Path = MIGRATIONS) -> None:
    """Bring an older project up to date: backup, copy, migrate the copy, check it, swap it in.

    Whatever happens, `path` is either the old project or the new one. The backup goes on the
    project's shelf in the folder `backups`.
    """
    part = path.with_name(path.name + ".upgrade")
    with _in_words(path, part), closing(sqlite3.connect(path)) as connection:
        refuse_what_runs_by_itself(path, lambda sql: connection.execute(sql).fetchall())
    backup = keep_closed(path, backups, Why.UPGRADE).path
    with _in_words(path, part):
        discard(part)
        back_up(path, part)
        before = _invariants(part)
        _migrate(part, migrations)
        if _invariants(part) != before:
            raise FileTrouble(
                path,
                "bringing it up to date would have lost data, so it was left as it is.",
                f"A backup lies at {backup}.",
            )
        sync_file(part)
        part.replace(path)
        sync_folder(path.parent)


def upgrade_copy(path: Path) -> None:
    """Bring a private copy of an older project, found in order, up to date in its place."""
    with _in_words(path, path.with_name(path.name + ".upgrade")):
        _migrate(path, MIGRATIONS)


def make_empty(path: Path, *, schema: int) -> None:
    """Make a file as the migrations up to a schema leave it, to compare others with."""
    _migrate(path, MIGRATIONS, to=f"{schema:04}")


@contextmanager
def _in_words(path: Path, part: Path) -> Iterator[None]:
    """Say what the system says against writing in words about `path`, and leave no `part` of it."""
    try:
        yield
    except OSError as error:
        raise FileTrouble(path, f"it cannot be written ({error.strerror}).") from error
    except (CommandError, UnicodeDecodeError) as error:
        raise FileTrouble(path, *DAMAGED, kind=Kind.DAMAGED) from error
    except (DatabaseError, sqlite3.Error) as error:
        trouble: FileTrouble | None = trouble_of(path, error)
        raise trouble or error from error
    finally:
        with suppress(OSError):  # the trouble that was met first is the one to tell
            discard(part)


def _migrate(
    path: Path,
    migrations: Path,
    *,
    then: Callable[[Connection], None] | None = None,
    to: str = "head",
) -> None:
    """Run every migration that the file lacks, in one transaction, and check the result."""
    engine = open_engine(path, foreign_keys=False)
    try:
        with engine.begin() as connection:
            config = Config()
            config.set_main_option("script_location", str(migrations).replace("%", "%%"))
            config.attributes["connection"] = connection
            command.upgrade(config, to)
            if then is not None:
                then(connection)
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            (answer,) = connection.exec_driver_sql("PRAGMA integrity_check(1)").one()
            if broken or answer != "ok":
                raise FileTrouble(path, "bringing it up to date failed its checks.")
    finally:
        close_engine(engine)


def _give_identity(connection: Connection, project: str) -> None:
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute(insert(identity).values(project=project or str(uuid_utils.uuid7())))


def _invariants(path: Path) -> list[object]:
    """Return what no upgrade may change: how many records there are, and every text's hash."""
    with closing(sqlite3.connect(path)) as connection:
        counts: list[object] = [
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
            for table in ("articles", "annotations", "annotators", "revisions", "steps")
        ]
        return counts + connection.execute("SELECT sha256 FROM texts ORDER BY sha256").fetchall()


__all__ = ["SCHEMA", "create_file", "upgrade_file"]
