"""A change of what labels mean, as it is shown beside the figures that it may have moved."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LabelChange:
    """What one step changed about what labels mean, a phrase for each change: "claim: guideline".

    `day` is the ISO date on which it was done in this file, or came into it.
    """

    day: str
    phrases: tuple[str, ...]
