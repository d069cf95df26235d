"""Article texts by their hash, the last few kept in memory: they never change."""

from collections import OrderedDict
from collections.abc import Mapping

from sqlalchemy import Connection, bindparam, select

from app.store.bulk import insert_rows
from app.store.tables.texts import texts

_KEPT = 4
_WITH_HASH = select(texts.c.text).where(texts.c.sha256 == bindparam("sha256"))


class TextShelf:
    """Reads and writes texts; remembers the last few read."""

    def __init__(self) -> None:
        self._read: OrderedDict[str, str] = OrderedDict()

    def text(self, connection: Connection, sha256: str) -> str:
        """Return the text with this hash."""
        text = self._read.get(sha256)
        if text is None:
            text = connection.execute(_WITH_HASH, {"sha256": sha256}).scalar_one()
            self._read[sha256] = text
            if len(self._read) > _KEPT:
                self._read.popitem(last=False)
        self._read.move_to_end(sha256)
        return text

    def keep(self, connection: Connection, by_hash: Mapping[str, str]) -> None:
        """Store those of the texts that are not there yet."""
        known = connection.execute(select(texts.c.sha256).where(texts.c.sha256.in_(by_hash)))
        new = by_hash.keys() - set(known.scalars())
        if new:
            insert_rows(
                connection,
                texts,
                [{"sha256": name, "text": by_hash[name]} for name in sorted(new)],
            )
