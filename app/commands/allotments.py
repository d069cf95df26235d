"""The verbs of who reads what: allot articles to people, take them back, put them into a round."""

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import TYPE_CHECKING

from app.domain.allotment import Allotment, allotment_id
from app.domain.allotting import Pair
from app.domain.annotator import Annotator
from app.domain.article import Article
from app.errors import Cancelled, Refused
from app.store.batches import batches
from app.wording import counted

if TYPE_CHECKING:
    from app.store.transaction import Transaction


AT_ONCE = 5_000
"""So many are written before anybody is asked whether to go on."""


def _never() -> bool:
    return False


def allot(
    tx: "Transaction",
    *,
    give: Iterable[Pair] = (),
    take: Iterable[Pair] = (),
    in_round: int = 1,
    stopped: Callable[[], bool] = _never,
) -> int:
    """Let people read articles, in a round of work, and others no longer; return how much changed.

    What somebody reads already is put into this round. Taking an article back leaves all that was
    marked in it as it is; what is both given and taken is given. Raises `Cancelled` once `stopped`
    says yes.
    """
    if in_round < 1:
        raise Refused("Rounds of work are counted from 1.")
    named = ((allotment_id(*pair), *pair) for pair in give)
    wanted = {name: Allotment(name, article, person, in_round) for name, article, person in named}
    gone = [allotment_id(*pair) for pair in take]
    known = {one.id: one for one in tx.find(Allotment, id=list({*wanted, *gone}))}
    new = sorted(  # in the order of their index, for they may be a hundred thousand
        (one for one in wanted.values() if one.id not in known), key=attrgetter("id")
    )
    moved = [one for one in wanted.values() if one.id in known and known[one.id] != one]
    taken = [known[name] for name in dict.fromkeys(gone) if name in known and name not in wanted]
    tx.name_step(_title(len(new), len(taken), len(moved)))
    _require_all_there(tx, new)
    for batch in _parts(new, stopped):
        tx.add_many(Allotment, batch, fresh=False)
    for batch in _parts(moved, stopped):
        tx.change_many(batch)
    for batch in _parts(taken, stopped):
        tx.remove_many(batch)
    return len(new) + len(moved) + len(taken)


def _parts(many: list[Allotment], stopped: Callable[[], bool]) -> Iterator[list[Allotment]]:
    for batch in batches(many, AT_ONCE):
        if stopped():
            raise Cancelled
        yield batch


def _require_all_there(tx: "Transaction", new: list[Allotment]) -> None:
    people = {one.id for one in tx.find(Annotator)}
    for one in new:
        if one.annotator not in people:
            tx.require(Annotator, one.annotator)
    wanted = {one.article for one in new}
    for article in wanted - {one.id for one in tx.find(Article, id=sorted(wanted))}:
        tx.require(Article, article)


def _title(new: int, taken: int, moved: int) -> str:
    if taken and not new:
        return f"take back {counted(taken, 'article')}"
    if moved and not new:
        return f"put {counted(moved, 'article')} into another round"
    return f"allot {counted(new, 'article')}"
