"""The verbs of the people who annotate."""

from typing import TYPE_CHECKING

from app.domain.annotator import Annotator, settled_name
from app.domain.same_name import folded_name
from app.errors import Refused

if TYPE_CHECKING:
    from app.store.transaction import Transaction

GOLD = "gold"
EVERYBODY = "all"
RESERVED = {GOLD: "what is settled later", EVERYBODY: "everybody's annotations"}


def join(tx: "Transaction", *, name: str, here: dict[str, Annotator] | None = None) -> Annotator:
    """Return the annotator of this name, who becomes one of the project's if they are not yet.

    `here` is who is there, as `everybody` gives it, for whom many join: it is kept up to date.
    """
    wanted = clean_name(name)
    known = everybody(tx) if here is None else here
    folded = folded_name(wanted)
    if folded not in known:
        tx.name_step(f"add {wanted}")
        known[folded] = tx.add(Annotator(tx.new_id(), wanted))
    return known[folded]


def everybody(tx: "Transaction") -> dict[str, Annotator]:
    """Return the project's annotators by what makes two names the same; the first one counts."""
    result: dict[str, Annotator] = {}
    for annotator in tx.find(Annotator):
        result.setdefault(folded_name(annotator.name), annotator)
    return result


def clean_name(name: str) -> str:
    """Return a person's name without outer space; refuse one that could mislead or is reserved."""
    wanted = settled_name(name)
    if kept := RESERVED.get(wanted.casefold()):
        raise Refused(f"The name {wanted.casefold()} is kept for {kept}; choose another name.")
    return wanted
