"""Faults of merging that are put in on purpose, to show that its laws notice them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from app.store import merges, settling, union
from app.store.journal import Journal
from app.store.revision import Revision, heads
from app.store.tables import Kind
from app.store.union import Named

Put = Callable[[object, str, Any], object]
"""Puts something else where an attribute is, as `setattr` does."""


def _delete_wins(put: Put) -> None:
    def visible(history: Mapping[str, Revision]) -> str | None:
        newest = [history[name] for name in heads(history)]
        return None if any(one.deleted for one in newest) else true_visible(history)

    true_visible = settling.visible
    put(settling, "visible", visible)


def _order_of_arrival(put: Put) -> None:
    def visible(history: Mapping[str, Revision]) -> str | None:
        newest = set(heads(history))
        living = [name for name, one in history.items() if name in newest and not one.deleted]
        return living[-1] if living else None

    put(settling, "visible", visible)


def _tombstones_dropped(put: Put) -> None:
    def unite(connection: Any, shelf: Any, arriving: Iterable[Named], *, step: int) -> Any:
        kept = (one for one in arriving if not one.revision.deleted)
        return true_unite(connection, shelf, kept, step=step)

    true_unite = union.unite
    put(merges, "unite", unite)


def _hash_unchecked(put: Put) -> None:
    true_check = union._check

    def check(_name: str, revision: Revision, furthest: int) -> Any:
        return true_check(revision.id, revision, furthest)

    put(union, "_check", check)


def _decision_names_one_state(put: Put) -> None:
    def heads_of(journal: Journal, kind: Kind[Any], records: Sequence[str]) -> dict[str, Any]:
        known = true_heads_of(journal, kind, records)
        return {record: names[:1] for record, names in known.items()}

    true_heads_of = Journal.heads_of
    put(Journal, "heads_of", heads_of)


DELETE_WINS = "merging: a deletion beats a change"
ORDER_OF_ARRIVAL = "merging: the order of arrival decides"
TOMBSTONES_DROPPED = "merging: deletions are dropped"
HASH_UNCHECKED = "merging: a revision's name is not compared with what it says"
DECISION_NAMES_ONE_STATE = "merging: a decision follows upon one of the states only"

MERGING_FAULTS: dict[str, Callable[[Put], None]] = {
    DELETE_WINS: _delete_wins,
    ORDER_OF_ARRIVAL: _order_of_arrival,
    TOMBSTONES_DROPPED: _tombstones_dropped,
    HASH_UNCHECKED: _hash_unchecked,
    DECISION_NAMES_ONE_STATE: _decision_names_one_state,
}
