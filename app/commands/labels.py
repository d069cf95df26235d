"""The verbs of the label set."""

from typing import TYPE_CHECKING

from app.domain.label import DEFAULT_LABELS, Label

if TYPE_CHECKING:
    from app.store.transaction import Transaction


def found_labels(tx: "Transaction") -> None:
    """Give a new project the default labels."""
    tx.name_step("add the default labels")
    tx.add_many(
        Label,
        [
            Label(tx.new_id(), plan.name, plan.key, plan.look, plan.hue, position)
            for position, plan in enumerate(DEFAULT_LABELS)
        ],
    )
