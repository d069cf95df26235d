"""The verb of keeping how long somebody was at work."""

from typing import TYPE_CHECKING

from app.domain.article import Article
from app.domain.sitting import Sitting
from app.errors import Refused

if TYPE_CHECKING:
    from app.store.transaction import Transaction


def keep(tx: "Transaction", *, article: str, seconds: int, day: str) -> Sitting:
    """Keep that one was at work on an article for so many seconds, begun on that day (ISO date).

    Nobody does this on purpose, so undo passes over it.
    """
    tx.keep_only()
    tx.name_step("keep the time at work")
    person = tx.require_person()
    tx.require(Article, article)
    if seconds < 1:
        raise Refused("A sitting takes a second at least.")
    return tx.add(Sitting(tx.new_id(), article, person.id, day, seconds))
