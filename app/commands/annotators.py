"""The verbs of the people who annotate."""

from typing import TYPE_CHECKING

from app.domain.annotator import Annotator, settled_name
from app.errors import Refused

if TYPE_CHECKING:
    from app.store.transaction import Transaction

GOLD = "gold"
EVERYBODY = "all"
RESERVED = {GOLD: "what is settled later", EVERYBODY: "everybody's annotations"}


def join(tx: "Transaction", *, name: str) -> Annotator:
    """Return the annotator of this name, who becomes one of the project's if they are not yet."""
    wanted = clean_name(name)
    for annotator in tx.find(Annotator):
        if annotator.name.casefold() == wanted.casefold():
            return annotator
    tx.name_step(f"add {wanted}")
    return tx.add(Annotator(tx.new_id(), wanted))


def clean_name(name: str) -> str:
    """Return a person's name without outer space; refuse one that could mislead or is reserved."""
    wanted = settled_name(name)
    if kept := RESERVED.get(wanted.casefold()):
        raise Refused(f"The name {wanted.casefold()} is kept for {kept}; choose another name.")
    return wanted
