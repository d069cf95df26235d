"""What a conflict is about, said in words."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.conflict import Conflict, Origin, Side, Why
from app.domain.seal import code_of
from ui.widgets.plain import one_line


def _say(words: str) -> str:
    return QCoreApplication.translate("Conflicts", words)


def title_of(conflict: Conflict) -> str:
    """Say in a few words what happened."""
    what = {
        "annotation": _say("An annotation"),
        "label": _say("A label"),
        "annotator": _say("A person"),
        "article": _say("An article"),
        "allotment": _say("Who reads an article"),
        "assignment": _say("What is done"),
        "sitting": _say("Time at work"),
    }[conflict.kind]
    told = {
        Why.CHANGED_TWICE: _say("{what} differs in two copies"),
        Why.CHANGED_AND_DELETED: _say("{what} was changed here and deleted there"),
        Why.USED_THOUGH_DELETED: _say("{what} was deleted, but is in use"),
        Why.MISPLACED: _say("{what} does not fit the text"),
        Why.HOMELESS: _say("{what} refers to what is not here"),
        Why.SAME_LABEL: _say("Two labels have the same name"),
        Why.SAME_PERSON: _say("Two people have the same name"),
        Why.SAME_TEXT: _say("Two articles have the same text"),
        Why.TWINS: _say("The same was said twice by one person"),
    }[conflict.why]
    return told.format(what=what)


def advice_on(conflict: Conflict) -> str:
    """Say what is shown meanwhile, and what can be done."""
    if conflict.why is Why.MISPLACED:
        if conflict.moved is None:
            return _say(
                "The article has another text now, and it cannot be told where these words stand "
                "in it. The annotation is kept and not shown."
            )
        return _say(
            "The article has another text now. These words stand in it once with the same "
            "surroundings, so the annotation can be placed there again."
        )
    return {
        Why.CHANGED_TWICE: _say(
            "Two copies changed it without knowing of each other. Until you decide, the first is "
            "shown: it is further along in its copy."
        ),
        Why.CHANGED_AND_DELETED: _say(
            "Neither copy knew of the other. A change beats a deletion until you decide, so it is "
            "still shown."
        ),
        Why.USED_THOUGH_DELETED: _say(
            "It was deleted in one copy while another went on using it. It is shown again, so "
            "that no work is lost."
        ),
        Why.HOMELESS: _say("What it is about never came here. It is kept and not shown."),
        Why.SAME_LABEL: _say(
            "They were added in different copies. All annotations of one can become the other's."
        ),
        Why.SAME_PERSON: _say(
            "They joined in different copies, so nobody can tell whether they are one person."
        ),
        Why.SAME_TEXT: _say(
            "They may be two all the same: then leave them. Or one goes, and all work in it "
            "becomes the other's."
        ),
        Why.TWINS: _say(
            "Both are kept, on the same words, as long as nobody decides. Or one goes, and its "
            "note and doubt become the other's."
        ),
    }[conflict.why]


def subject_of(conflict: Conflict) -> str:
    """Name the record, by its words, title or name."""
    for side in conflict.sides:
        if side.words is not None:
            return one_line(side.words.excerpt.words)
        if side.body is not None:
            return one_line(str(side.body.get("title") or side.body.get("name") or ""))
    return ""


def state_words(conflict: Conflict, side: Side) -> str:
    """Say what a state says, where no sentence shows it."""
    body = side.body
    if body is None:
        return _say("Deleted")
    if side.words is not None:
        parts = [_say("unsure") if side.words.unsure else ""]
        parts += (
            [_say("note: {note}").format(note=one_line(side.words.note))] if body["note"] else []
        )
        return " · ".join(part for part in parts if part)
    return "\n".join(_facts(conflict.kind, body, side))


def _facts(kind: str, body: Mapping[str, Any], side: Side) -> list[str]:
    if kind == "label":
        told = [str(body["name"]), _say("key {key}").format(key=body["key"] or "–")]
        told += [_say("retired")] if body["retired"] else []
        told += [one_line(str(body["guideline"])[:300])] if body["guideline"] else []
        if side.uses:
            told.append(_say("{number} annotations").format(number=f"{side.uses:,}"))
        return told
    if kind == "assignment":
        return [_say("done") if body["done"] else _say("not done")]
    if kind == "allotment":
        return [_say("round {number}").format(number=body["round"])]
    if kind == "annotator":
        told = [str(body["name"])]
        if side.uses:
            told.append(_say("{number} annotations").format(number=f"{side.uses:,}"))
        return told
    if kind == "article":
        wanted = ("title", "source", "url", "published", "language")
        told = [str(body[name]) for name in wanted if body[name]]
        if side.uses:
            told.append(_say("{number} annotations").format(number=f"{side.uses:,}"))
        return told
    return [_say("{number} seconds").format(number=body["seconds"])]


def origin_words(origin: Origin) -> str:
    """Say who made a state, and whether it was made here or came with a file."""
    person = one_line(origin.person) or _say("made with the project")
    day = origin.at[:16].replace("T", " ")
    if origin.bundle is None:
        return _say("{person} · in this file, {day} UTC").format(person=person, day=day)
    return _say("{person} · received {day} UTC with {code}").format(
        person=person, day=day, code=code_of(origin.bundle)
    )
