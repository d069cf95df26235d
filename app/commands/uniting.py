"""The verb of making two annotators one, where the same person joined under two names."""

from dataclasses import replace
from typing import TYPE_CHECKING

from app.commands.giving_on import give_work
from app.domain.annotator import Annotator, Role
from app.errors import Refused

if TYPE_CHECKING:
    from app.store.transaction import Transaction


def unite(tx: "Transaction", *, annotator: str, into: str) -> Annotator:
    """Let all that `annotator` did, was allotted and spent be `into`'s, and the former go.

    What both marked alike is one annotation afterwards, with the notes and doubts of both. An
    article is done if each of the two who touched it had done it. Whoever is at work here stays.
    """
    gone, stays = tx.require(Annotator, annotator), tx.require(Annotator, into)
    if gone.id == stays.id:
        raise Refused(f"{gone.name} is one person already.")
    if tx.person is not None and tx.person.id == gone.id:
        raise Refused(
            f"{gone.name} is at work here. Annotate as {stays.name} first, or unite them the "
            "other way round."
        )
    tx.name_step(f"unite {gone.name} with {stays.name}")
    give_work(tx, "annotator", gone=gone.id, stays=stays.id)
    tx.remove(gone)
    if gone.role is Role.LEAD and stays.role is not Role.LEAD:
        return tx.change(replace(stays, role=Role.LEAD))
    return stays
