"""Ways to damage a project file, and hostile ones that were made to do harm."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from time import monotonic

PAGE = 4096

Damage = Callable[[bytearray, Random], object]


def flip_bits(content: bytearray, chance: Random) -> None:
    for _ in range(chance.choice((1, 1, 8, 64))):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def edit_header(content: bytearray, chance: Random) -> None:
    """Change bytes of the file's header, which say how all the rest is to be read."""
    for _ in range(chance.randint(1, 4)):
        content[chance.randrange(100)] = chance.choice((0, 1, 0x7F, 0xFF, chance.randrange(256)))


def cut_off(content: bytearray, chance: Random) -> None:
    del content[chance.randrange(len(content)) :]


def cut_out(content: bytearray, chance: Random) -> None:
    start = chance.randrange(len(content))
    del content[start : start + chance.randint(1, 3 * PAGE)]


def zero_page(content: bytearray, chance: Random) -> None:
    start = _page(content, chance)
    content[start : start + PAGE] = bytes(PAGE)


def swap_pages(content: bytearray, chance: Random) -> None:
    one, other = _page(content, chance), _page(content, chance)
    kept = bytes(content[one : one + PAGE])
    content[one : one + PAGE] = content[other : other + PAGE]
    content[other : other + PAGE] = kept


def old_page(content: bytearray, chance: Random) -> None:
    """Put a page of random bytes, or another page's beginning, where one stands."""
    start = _page(content, chance)
    if chance.random() < 0.5:
        content[start : start + PAGE] = chance.randbytes(PAGE)
    else:
        half = _page(content, chance)
        content[start : start + 512] = content[half : half + 512]


def edit_tree(content: bytearray, chance: Random) -> None:
    """Change what a page of a b-tree says of itself: its kind, its cells, its children."""
    start = _page(content, chance)
    header = start + (100 if start == 0 else 0)
    for _ in range(chance.randint(1, 4)):
        at = header + chance.randrange(40)
        content[at] = chance.choice((0, 2, 5, 10, 13, 0xFF, chance.randrange(256)))


def repeat_page(content: bytearray, chance: Random) -> None:
    """Let a pointer to a child, or to what runs over, lead back to a page above."""
    start = _page(content, chance)
    at = start + 4 * chance.randrange(PAGE // 4)
    content[at : at + 4] = chance.randrange(1, len(content) // PAGE + 2).to_bytes(4)


def edit_text(content: bytearray, chance: Random) -> None:
    """Write letters, and bytes that are no UTF-8, over some of what is there."""
    at = chance.randrange(len(content))
    patch = chance.choice(
        (b"\xff\xfe\x00", b"\xed\xa0\x80", b"{}", b"null", b"[[9,1]]", b"\x00" * 9)
    )
    content[at : at + len(patch)] = patch


DAMAGES: tuple[Damage, ...] = (
    *(flip_bits, flip_bits, edit_header, cut_off, cut_out),
    *(zero_page, swap_pages, old_page, edit_tree, edit_tree, repeat_page, edit_text),
)

_ENDLESS = "WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM r)"
_LARGE = "length(hex(zeroblob(400000000)))"

HOSTILE: tuple[tuple[str, ...], ...] = (
    ("CREATE TRIGGER t AFTER INSERT ON annotations BEGIN DELETE FROM articles; END",),
    ("CREATE TRIGGER t AFTER INSERT ON revisions BEGIN UPDATE annotations SET note='x'; END",),
    (
        f"CREATE TRIGGER t AFTER INSERT ON annotations BEGIN INSERT INTO texts {_ENDLESS} "
        "SELECT x, x FROM r; END",
    ),
    ("CREATE TRIGGER t BEFORE INSERT ON steps BEGIN SELECT raise(ABORT, 'no'); END",),
    ("CREATE VIEW v AS SELECT * FROM v",),
    ("ALTER TABLE texts RENAME TO hidden", "CREATE VIEW texts AS SELECT * FROM hidden"),
    (
        "ALTER TABLE articles RENAME TO hidden",
        f"CREATE VIEW articles AS {_ENDLESS} SELECT hidden.* FROM hidden, r",
    ),
    (f"CREATE VIEW labels_too AS {_ENDLESS} SELECT x FROM r",),
    (f"ALTER TABLE texts ADD COLUMN big INTEGER AS ({_LARGE})",),
    (f"ALTER TABLE articles ADD COLUMN big INTEGER AS ({_LARGE}) VIRTUAL",),
    (
        "PRAGMA writable_schema=ON",
        "UPDATE sqlite_master SET sql=replace(sql, 'seq INTEGER NOT NULL', 'seq INTEGER NOT NULL "
        f"CHECK ({_LARGE} > 0)') WHERE name='steps'",
    ),
    ("CREATE TABLE more (x)", f"INSERT INTO more {_ENDLESS} SELECT x FROM r LIMIT 100000"),
    ("CREATE INDEX i ON texts (length(text) + abs(random()))",),
    ("CREATE INDEX i ON annotations (abs(start)) WHERE start > 0",),
    ("CREATE VIRTUAL TABLE f USING fts5(x)",),
    ("CREATE VIRTUAL TABLE f USING rtree(x, a, b)",),
    ("DROP TABLE annotations",),
    ("ALTER TABLE annotations DROP COLUMN note",),
    ("PRAGMA user_version=99",),
    ("PRAGMA user_version=0",),
    ("PRAGMA user_version=1",),
    ("PRAGMA application_id=1",),
    ('UPDATE annotations SET start=0, "end"=9223372036854775807',),
    ("UPDATE annotations SET fragments='[[' || replace(hex(zeroblob(50000)), '00', '[') ",),
    ("UPDATE revisions SET body=replace(hex(zeroblob(100000)), '00', '[')",),
    ("UPDATE steps SET seq=9223372036854775807, number=number+9223372036854770000",),
    ("UPDATE identity SET project=replace(hex(zeroblob(1000)), '00', char(8238))",),
    ("INSERT INTO identity VALUES ('another')",),
    ("DELETE FROM identity",),
    ("UPDATE articles SET title=replace(hex(zeroblob(3000)), '00', '<table><tr><td>')",),
    ("UPDATE labels SET hue='beige', look='flashing', key='12'",),
)
"""Statements that make a hostile project of a good one; what SQLite refuses changes nothing."""


def make_hostile(path: Path, chance: Random) -> str:
    """Make a project hostile in one or two ways, and return which."""
    chosen = [
        statement for _ in range(chance.randint(1, 2)) for statement in chance.choice(HOSTILE)
    ]
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("PRAGMA synchronous=OFF")
        until = monotonic() + 1
        connection.set_progress_handler(lambda: monotonic() > until, 1000)
        for statement in chosen:
            try:
                connection.execute(statement)
            except sqlite3.Error:
                continue
    return "; ".join(chosen)


def flip_in_text(content: bytearray, texts: list[bytes], chance: Random) -> bool:
    """Flip one bit of an article's text where it lies in the file; False where it is not found."""
    text = chance.choice(texts)
    at = chance.randrange(len(text) - 24)
    found = content.find(text[at : at + 24])
    if found < 0:
        return False
    content[found + chance.randrange(24)] ^= 1 << chance.randrange(8)
    return True


def _page(content: bytearray, chance: Random) -> int:
    return chance.randrange(max(1, len(content) // PAGE)) * PAGE
