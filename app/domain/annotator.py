"""The people who annotate."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Annotator:
    """A person with a stable id; the name may change."""

    id: str
    name: str
