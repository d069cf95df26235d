"""What annotators are called on screen: by name, or by letters where names are to be hidden."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.agreement.study import Study


def letters(study: "Study") -> dict[str, str]:
    """Return a letter for each annotator, the one that a report without names gives them."""
    return dict(zip(study.annotators, study.without_names().annotators, strict=True))


def called(name: str, names: Mapping[str, str]) -> str:
    """Return what an annotator is called."""
    return names.get(name, name)
