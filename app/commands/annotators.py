"""The verbs of the people who annotate."""

import unicodedata
from typing import TYPE_CHECKING

from app.domain.annotator import Annotator
from app.domain.characters import is_hidden
from app.errors import Refused

if TYPE_CHECKING:
    from app.store.transaction import Transaction

NAME_LIMIT = 100
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
    wanted = unicodedata.normalize("NFC", name).strip()
    if not wanted:
        raise Refused("An annotator needs a name.")
    if len(wanted) > NAME_LIMIT:
        raise Refused(f"A name may have {NAME_LIMIT} characters; this one has {len(wanted)}.")
    if any(map(is_hidden, wanted)):
        raise Refused("A name may not contain invisible characters.")
    if kept := RESERVED.get(wanted.casefold()):
        raise Refused(f"The name {wanted.casefold()} is kept for {kept}; choose another name.")
    return wanted
