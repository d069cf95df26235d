"""The verbs of the people who annotate: join, be named anew, lead."""

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.annotator import Annotator, Role, settled_name
from app.domain.same_name import folded_name
from app.errors import Refused
from app.wording import listed

if TYPE_CHECKING:
    from app.store.transaction import Transaction

GOLD = "gold"
EVERYBODY = "all"
RESERVED = {GOLD: "what is settled later", EVERYBODY: "everybody's annotations"}


def join(tx: "Transaction", *, name: str, here: dict[str, Annotator] | None = None) -> Annotator:
    """Return the annotator of this name, who becomes one of the project's if they are not yet.

    The first to sit down at a project leads it. `here` is who is there, as `everybody` gives it,
    for whom many join because files name them: it is kept up to date, and none of them leads. In a
    copy that was handed out only its annotator sits down.
    """
    wanted = clean_name(name)
    known = everybody(tx) if here is None else here
    folded = folded_name(wanted)
    if folded not in known:
        tx.require_lead()
        tx.name_step(f"add {wanted}")
        role = Role.ANNOTATOR if known or here is not None else Role.LEAD
        known[folded] = tx.add(Annotator(tx.new_id(), wanted, role))
    tx.require_seat(known[folded].id)
    return known[folded]


def add(tx: "Transaction", *, name: str) -> Annotator:
    """Add an annotator, under an id of their own that stays; refuse a name that somebody has."""
    wanted = _free_name(tx, name)
    tx.name_step(f"add {wanted}")
    return tx.add(Annotator(tx.new_id(), wanted))


def rename(tx: "Transaction", *, annotator: str, name: str) -> Annotator:
    """Give an annotator another name; all they did stays theirs."""
    one = tx.require(Annotator, annotator)
    wanted = _free_name(tx, name, but_for=annotator)
    tx.name_step(f"rename {one.name}")
    return tx.change(replace(one, name=wanted))


def appoint(tx: "Transaction", *, annotator: str, role: Role) -> Annotator:
    """Let an annotator lead the project, or lead it no longer; refuse to leave it without a lead.

    Where there is a lead, only a lead appoints.
    """
    one = tx.require(Annotator, annotator)
    leads = tx.find(Annotator, role=Role.LEAD.value)
    if leads and tx.person is not None and tx.person.id not in {lead.id for lead in leads}:
        names = listed([lead.name for lead in leads])
        raise Refused(f"Who leads is for {names} to say: annotate as one of those who lead.")
    if role is not Role.LEAD and [lead.id for lead in leads] == [annotator]:
        raise Refused(f"{one.name} is the only lead. Appoint somebody else first.")
    tx.name_step(f"let {one.name} {'lead' if role is Role.LEAD else 'annotate'}")
    return tx.change(replace(one, role=role))


def _free_name(tx: "Transaction", name: str, *, but_for: str = "") -> str:
    wanted = clean_name(name)
    holder = everybody(tx, but_for=but_for).get(folded_name(wanted))
    if holder is not None:
        raise Refused(f"There is somebody of the name {holder.name} already; choose another name.")
    return wanted


def everybody(tx: "Transaction", *, but_for: str = "") -> dict[str, Annotator]:
    """Return the project's annotators by what makes two names the same; the first one counts.

    One of them (an id) may be left out.
    """
    result: dict[str, Annotator] = {}
    for annotator in tx.find(Annotator):
        if annotator.id != but_for:
            result.setdefault(folded_name(annotator.name), annotator)
    return result


def clean_name(name: str) -> str:
    """Return a person's name without outer space; refuse one that could mislead or is reserved."""
    wanted = settled_name(name)
    if kept := RESERVED.get(wanted.casefold()):
        raise Refused(f"The name {wanted.casefold()} is kept for {kept}; choose another name.")
    return wanted
