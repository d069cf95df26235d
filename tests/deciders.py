"""Deciding what merging left open as somebody who looks at the page of conflicts may decide it."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from random import Random

from app.commands import deciding
from app.commands.uniting import unite
from app.domain.conflict import Conflict, Why
from app.domain.label import offered
from app.errors import Refused
from app.project import Project
from app.queries.conflicts import conflicts
from app.queries.label_set import label_set

Decide = Callable[[], object]
ENOUGH = 300
"""No history of a few dozen moves leaves as much to decide."""


def ways_to_decide(project: Project, one: Conflict) -> list[Decide]:
    """Return every way in which a conflict can be decided."""
    do = partial(partial, project.perform)
    record, kind = one.record, one.kind
    match one.why:
        case Why.CHANGED_TWICE | Why.CHANGED_AND_DELETED:
            return [
                do(deciding.keep_state, kind=kind, record=record, revision=side.name)
                for side in one.sides
            ]
        case Why.USED_THOUGH_DELETED:
            others = offered(project.ask(label_set)) if kind == "label" else []
            return [
                do(deciding.keep_used, kind=kind, record=record),
                *(
                    do(deciding.relabel_used, label=record, into=label.id)
                    for label in others
                    if label.id != record
                ),
            ]
        case Why.MISPLACED | Why.HOMELESS:
            again = do(deciding.place_again, annotation=record)
            return [
                do(deciding.drop, kind=kind, record=record),
                *([again] if one.moved is not None else []),
            ]
    first, second = (side.name for side in one.sides)
    pairs = ((first, second), (second, first))
    match one.why:
        case Why.SAME_LABEL:
            return [do(deciding.unite_labels, label=goes, into=into) for goes, into in pairs]
        case Why.SAME_PERSON:
            return [do(unite, annotator=goes, into=into) for goes, into in pairs]
        case Why.SAME_TEXT:
            return [do(deciding.unite_articles, pairs=[pair]) for pair in pairs]
        case Why.TWINS:
            return [do(deciding.unite_twins, annotation=goes, into=into) for goes, into in pairs]


def decide_one(project: Project, chance: Random) -> None:
    """Decide one conflict in one way, if there is any, and a rule does not forbid it."""
    found = project.ask(conflicts)
    if found:
        with suppress(Refused):
            chance.choice(ways_to_decide(project, chance.choice(found)))()


def decide_all(project: Project, chance: Random) -> None:
    """Decide one conflict after the other until there is none; each is gone once it was decided."""
    for _ in range(ENOUGH):
        found = project.ask(conflicts)
        if not found:
            return
        one = chance.choice(found)
        chance.choice(ways_to_decide(project, one))()
        left = {_question(other) for other in project.ask(conflicts)}
        assert _question(one) not in left, f"{one.why} was decided and is asked again"
    raise AssertionError("deciding comes to no end")


def _question(one: Conflict) -> tuple[object, ...]:
    """Return what is asked: about one record whatever its states are, or about two."""
    if one.why in (Why.CHANGED_TWICE, Why.CHANGED_AND_DELETED):
        return ("contested", one.record)
    if one.why in (Why.SAME_LABEL, Why.SAME_PERSON, Why.SAME_TEXT, Why.TWINS):
        return (one.why, *(side.name for side in one.sides))
    return (one.why, one.record)
