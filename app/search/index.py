"""The index of one project's texts: a file of its own that holds nothing that cannot be made again.

Each text is kept once under the SHA-256 by which the project knows it, as folded words and their
order. A file that is damaged, of another make or another project's is replaced by an empty one.
"""

import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any, TypeVar

from app.domain.folding import VERSION, folded
from app.domain.sought import Sought, Term
from app.store.engine import trouble_of

if TYPE_CHECKING:
    from app.errors import FileTrouble

Answer = TypeVar("Answer")

MARK = 0x47_4C_59_53
"""Written into the file's header, so that no other program's file is taken for an index."""

SHAPE = 1
BUSY_SECONDS = 10

_TABLES = """
CREATE TABLE about (project TEXT NOT NULL, folding TEXT NOT NULL);
CREATE TABLE texts (number INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE);
CREATE VIRTUAL TABLE words USING fts5(text, content='', columnsize=0, tokenize='ascii');
"""
# The words come folded, so all that the tokenizer has to do is to part them at spaces: "ascii"
# takes whatever is not ASCII for a letter.

_SETTINGS = (
    "journal_mode=TRUNCATE",
    "synchronous=FULL",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "temp_store=MEMORY",
    "cache_size=-32000",
    "cache_spill=OFF",  # until it commits, who writes does not keep others from reading
)

_MENDABLE = ("SQLITE_BUSY", "SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN")


class Lost(Exception):  # noqa: N818 - it names what happened
    """The index cannot be used any more; one has to begin a new one."""


class Index:
    """An open index; any thread may use it, one at a time. Other windows may have it open too."""

    def __init__(self, path: Path, project: str) -> None:
        self.path = path
        self._lock = RLock()
        self._driver = sqlite3.connect(
            path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        try:
            self._guarded(lambda: self._settle(project))
        except BaseException:
            self._driver.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._driver.close()

    def lacks(self, hashes: Iterable[str]) -> list[str]:
        """Return those of the hashes under which nothing is kept, in order."""
        known = {name for (name,) in self._ask("SELECT sha256 FROM texts")}
        return [name for name in hashes if name not in known]

    def add(self, texts: Iterable[tuple[str, str]]) -> None:
        """Keep these hashes with their texts, all or none; what is there stays as it is."""
        prepared = [(name, folded(text)) for name, text in texts]
        self._guarded(lambda: self._write(prepared))

    def matching(self, sought: Sought, *, after: int, most: int) -> list[tuple[int, str]]:
        """Return the next texts that may have all that is sought: their numbers and hashes.

        At most `most`, by number, the first beyond `after`. There must be something sought.
        """
        rows = self._ask(
            "SELECT number, sha256 FROM words CROSS JOIN texts ON number = words.rowid"
            " WHERE words MATCH ? AND words.rowid > ? ORDER BY words.rowid LIMIT ?",
            (expression(sought), after, most),
        )
        return [(number, name) for number, name in rows]

    def all_matching(self, sought: Sought) -> set[str]:
        """Return the hashes of all texts that may have all that is sought."""
        rows = self._ask(
            "SELECT sha256 FROM words CROSS JOIN texts ON number = words.rowid WHERE words MATCH ?",
            (expression(sought),),
        )
        return {name for (name,) in rows}

    def _ask(self, question: str, values: tuple[object, ...] = ()) -> list[Any]:
        return self._guarded(lambda: self._driver.execute(question, values).fetchall())

    def _settle(self, project: str) -> None:
        for setting in _SETTINGS:
            self._driver.execute(f"PRAGMA {setting}").fetchall()
        self._driver.execute("BEGIN IMMEDIATE")
        if not self._driver.execute("SELECT 1 FROM sqlite_master").fetchall():
            self._found(project)
        self._driver.execute("COMMIT")
        (mark,) = self._driver.execute("PRAGMA application_id").fetchone()
        (shape,) = self._driver.execute("PRAGMA user_version").fetchone()
        about = self._driver.execute("SELECT project, folding FROM about").fetchall()
        if (mark, shape, about) != (MARK, SHAPE, [(project, VERSION)]):
            raise Lost
        self._driver.execute("SELECT count(*) FROM words WHERE words MATCH '\"a\"'").fetchall()

    def _found(self, project: str) -> None:
        for table in _TABLES.strip().splitlines():
            self._driver.execute(table)
        self._driver.execute("INSERT INTO about VALUES (?, ?)", (project, VERSION))
        self._driver.execute(f"PRAGMA application_id={MARK}")
        self._driver.execute(f"PRAGMA user_version={SHAPE}")

    def _write(self, prepared: Iterable[tuple[str, str]]) -> None:
        self._driver.execute("BEGIN IMMEDIATE")
        for name, words in prepared:
            added = self._driver.execute("INSERT OR IGNORE INTO texts (sha256) VALUES (?)", (name,))
            if added.rowcount:  # another window may have been here meanwhile
                self._driver.execute(
                    "INSERT INTO words (rowid, text) VALUES (?, ?)", (added.lastrowid, words)
                )
        self._driver.execute("COMMIT")

    def _guarded(self, act: Callable[[], Answer]) -> Answer:
        """Do something; what a person can mend is told, everything else costs the index."""
        with self._lock:
            try:
                return act()
            except (sqlite3.Error, UnicodeDecodeError) as error:
                self._give_up()
                raise self._judged(error) from error

    def _give_up(self) -> None:
        try:
            if self._driver.in_transaction:
                self._driver.execute("ROLLBACK")
        except sqlite3.Error:
            self._driver.close()

    def _judged(self, error: Exception) -> Exception:
        name = getattr(error, "sqlite_errorname", None) or ""
        if isinstance(error, sqlite3.Error) and name.startswith(_MENDABLE):
            trouble: FileTrouble | None = trouble_of(self.path, error)
            return trouble or Lost()
        return Lost()


def expression(sought: Sought) -> str:
    """Return what is sought in the language of FTS5, made of nothing but quoted words."""
    wanted = " AND ".join(map(_quoted, sought.terms))
    without = " OR ".join(map(_quoted, sought.without))
    if not wanted:
        return without
    return f"({wanted}) NOT ({without})" if without else wanted


def _quoted(term: Term) -> str:
    return f'"{" ".join(term.words)}"' + ("*" if term.is_beginning else "")
