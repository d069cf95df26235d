"""What annotators are called on screen: by name, or by letters where names are to be hidden."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.agreement.study import Study
    from app.queries.agreement_matter import Matter


def letters(study: "Study") -> dict[str, str]:
    """Return a letter for each annotator, the one that a report without names gives them."""
    return study.letters()


def offered(matter: "Matter", *, hidden: bool) -> list[tuple[str, str]]:
    """Return the ids of those who can be compared, each with what they are called.

    Where names are hidden, those who are left out of the study have the letters after its own.
    """
    from app.agreement.study import GOLD, letters_from
    from app.queries.study import told_apart

    if not hidden:
        return list(told_apart(matter.people).items())
    own = matter.study.letters()
    further = letters_from(sum(name != GOLD for name in own))
    return [
        (one.id, own[matter.called[one.id]] if one.id in matter.called else next(further))
        for one in matter.people
    ]


def called(name: str, names: Mapping[str, str]) -> str:
    """Return what an annotator is called."""
    return names.get(name, name)
