"""The guideline that Galley brings along: one page of Markdown for each of the default labels."""

from app.domain.label import DEFAULT_LABELS
from app.domain.same_name import folded_name
from app.paths import RESOURCES

FOLDER = RESOURCES / "guideline"


def default_guideline(name: str) -> str:
    """Return the page for a label of this name, "" where Galley brings none."""
    for plan in DEFAULT_LABELS:
        if folded_name(plan.name) == folded_name(name):
            return (FOLDER / f"{plan.name}.md").read_text("utf-8")
    return ""
