"""Faults that are put into a process on purpose, at a seam, to show that a drill notices them."""

from collections.abc import Callable
from typing import Any


def put_in(name: str | None) -> None:
    """Put the fault of this name into this process, for good; None puts in nothing."""
    if name is not None:
        FAULTS[name]()


def _wal_normal() -> None:
    from app.store import engine

    engine._SETTINGS["journal_mode"] = ("WAL", "wal")
    engine._SETTINGS["synchronous"] = ("NORMAL", 1)


def _plain_begin() -> None:
    from app.store import engine

    true_engine = engine.create_engine

    def create(*facts: Any, **more: Any) -> Any:
        return true_engine(*facts, **more).execution_options(galley_begin="DEFERRED")

    engine.create_engine = create


def _foreign_keys_on() -> None:
    from app.store import migrate

    true_engine = migrate.open_engine
    migrate.open_engine = lambda path, **_: true_engine(path)


def _no_sync() -> None:
    """Nothing waits for the disk before a name is taken: neither Galley nor SQLite for it."""
    import os

    from app.store import engine

    os.fsync = lambda _handle: None
    engine._SETTINGS["synchronous"] = ("OFF", 0)


def _no_fingerprint() -> None:
    from app.queries import check

    check._texts = lambda *_: iter(())


def _auto_text() -> None:
    from PySide6.QtCore import Qt

    from ui.widgets import plain

    true_start = plain.PlainLabel.__init__

    def start(label: plain.PlainLabel, *facts: Any, **more: Any) -> None:
        true_start(label, *facts, **more)
        label.setTextFormat(Qt.TextFormat.AutoText)

    plain.PlainLabel.__init__ = start


WAL_NORMAL = "WAL with synchronous NORMAL"
PLAIN_BEGIN = "plain BEGIN"
FOREIGN_KEYS_ON = "foreign keys on during upgrade"
NO_SYNC = "no fsync before rename"
NO_FINGERPRINT = "fingerprint off"
AUTO_TEXT = "AutoText label"

FAULTS: dict[str, Callable[[], None]] = {
    WAL_NORMAL: _wal_normal,
    PLAIN_BEGIN: _plain_begin,
    FOREIGN_KEYS_ON: _foreign_keys_on,
    NO_SYNC: _no_sync,
    NO_FINGERPRINT: _no_fingerprint,
    AUTO_TEXT: _auto_text,
}
