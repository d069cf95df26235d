"""The verbs of the label set: add, rename, re-key, restyle, reorder, retire, merge, explain."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.commands.relabelling import give_all
from app.default_guideline import default_guideline
from app.domain.annotation import Annotation
from app.domain.guideline_names import renamed_in_examples
from app.domain.label import (
    DEFAULT_LABELS,
    GUIDELINE_LIMIT,
    Hue,
    Label,
    Look,
    free_key,
    free_style,
    settled_key,
    settled_name,
)
from app.domain.storable import storable
from app.errors import Refused

if TYPE_CHECKING:
    from app.store.transaction import Transaction


def found_labels(tx: "Transaction") -> None:
    """Give a new project the default labels, each with its guideline."""
    tx.name_step("add the default labels")
    tx.add_many(
        Label,
        [
            Label(
                tx.new_id(),
                plan.name,
                plan.key,
                plan.look,
                plan.hue,
                position,
                guideline=default_guideline(plan.name),
            )
            for position, plan in enumerate(DEFAULT_LABELS)
        ],
    )


def add(tx: "Transaction", *, name: str) -> Label:
    """Add a label at the end, with a key, a look and a hue that are still free."""
    there = _all(tx)
    wanted = settled_name(name, [label.name for label in there])
    tx.name_step(f"add label {wanted}")
    living = _living(there)
    look, hue = free_style(living)
    position = max((label.position for label in there), default=-1) + 1
    return tx.add(Label(tx.new_id(), wanted, free_key(living), look, hue, position))


def rename(tx: "Transaction", *, label: str, name: str) -> Label:
    """Give a label another name; its annotations keep it, and examples in guidelines follow."""
    own = tx.require(Label, label)
    wanted = settled_name(name, [other.name for other in _all(tx) if other.id != label])
    tx.name_step(f"rename label {own.name} to {wanted}")
    _rename_in_guidelines(tx, own.name, wanted)
    return tx.change(replace(tx.require(Label, label), name=wanted))


def set_key(tx: "Transaction", *, label: str, key: str) -> Label:
    """Let another key mark with a label, "" for none; a retired label's is checked on return."""
    own = tx.require(Label, label)
    tx.name_step(f"change the key of {own.name}")
    return tx.change(replace(own, key=settled_key(key, _others(tx, label))))


def restyle(tx: "Transaction", *, label: str, look: Look, hue: Hue) -> Label:
    """Draw a label in another look or hue."""
    own = tx.require(Label, label)
    tx.name_step(f"change the look of {own.name}")
    return tx.change(replace(own, look=Look(look), hue=Hue(hue)))


def place(tx: "Transaction", *, label: str, position: int) -> None:
    """Put a label at a position among all labels, from 0; beyond an end means at that end."""
    own = tx.require(Label, label)
    tx.name_step(f"move label {own.name}")
    order = [other for other in _all(tx) if other.id != label]
    order.insert(max(0, position), own)
    tx.change_many(
        replace(one, position=number) for number, one in enumerate(order) if one.position != number
    )


def retire(tx: "Transaction", *, label: str) -> Label:
    """Offer a label no longer; what it marks stays as it is."""
    own = tx.require(Label, label)
    tx.name_step(f"retire label {own.name}")
    _refuse_last(tx, own)
    return tx.change(replace(own, retired=True))


def restore(tx: "Transaction", *, label: str) -> Label:
    """Offer a retired label again; without a key if another label has it by now."""
    own = tx.require(Label, label)
    tx.name_step(f"restore label {own.name}")
    key = "" if own.key in {other.key for other in _others(tx, label)} else own.key
    return tx.change(replace(own, retired=False, key=key))


def merge(tx: "Transaction", *, label: str, into: str) -> int:
    """Give all annotations of a label, whoever made them, another one, and remove the first.

    Returns how many there were. See `give_all` for what becomes of twins and of what is done.
    """
    own, other = tx.require(Label, label), tx.require(Label, into)
    tx.name_step(f"merge label {own.name} into {other.name}")
    if label == into:
        raise Refused("A label cannot be merged into itself.")
    if other.retired:
        raise Refused(f"The label {other.name} is retired; restore it first.")
    count = give_all(tx, label=label, into=into)
    _rename_in_guidelines(tx, own.name, other.name)
    tx.remove(own)
    return count


def delete(tx: "Transaction", *, label: str) -> None:
    """Remove a label that marks nothing."""
    own = tx.require(Label, label)
    tx.name_step(f"delete label {own.name}")
    if tx.count(Annotation, label=label):
        raise Refused(f"The label {own.name} has annotations; retire it, or merge it into another.")
    _refuse_last(tx, own)
    tx.remove(own)


def set_guideline(tx: "Transaction", *, label: str, guideline: str) -> Label:
    """Say, in Markdown, when to give a label; empty text says nothing."""
    own = tx.require(Label, label)
    tx.name_step(f"edit the guideline of {own.name}")
    if len(guideline) > GUIDELINE_LIMIT:
        raise Refused(
            f"A guideline may have {GUIDELINE_LIMIT:,} characters; this one has {len(guideline):,}."
        )
    return tx.change(replace(own, guideline=storable(guideline)))


def _rename_in_guidelines(tx: "Transaction", old: str, new: str) -> None:
    """Let the examples of all guidelines name a label anew, but where that gets too long."""
    for one in _all(tx):
        guideline = renamed_in_examples(one.guideline, old, new)
        if len(guideline) <= GUIDELINE_LIMIT:
            tx.change(replace(one, guideline=guideline))


def _all(tx: "Transaction") -> list[Label]:
    return sorted(tx.find(Label), key=lambda label: (label.position, label.id))


def _living(labels: Sequence[Label]) -> list[Label]:
    return [label for label in labels if not label.retired]


def _others(tx: "Transaction", label: str) -> list[Label]:
    return [other for other in _living(tx.find(Label)) if other.id != label]


def _refuse_last(tx: "Transaction", own: Label) -> None:
    if not own.retired and not _others(tx, own.id):
        raise Refused("A project needs at least one label to mark with.")
