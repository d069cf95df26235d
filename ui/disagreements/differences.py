"""How two annotators differ in a case, said in words."""

from PySide6.QtCore import QCoreApplication

from app.agreement.cases import Case
from app.alignment.disagreements import Kind
from app.alignment.statement import Statement
from ui.disagreements.words import Name
from ui.reading.edge_words import edges_told
from ui.widgets.plain import one_line, set_apart


def _say(words: str) -> str:
    return QCoreApplication.translate("Disagreements", words)


def said_words(case: Case, name: Name) -> str:
    """Say in a sentence how a case's two differ."""
    one, other = (set_apart(name(each)) for each in case.pair)
    if case.kind is None:
        return _say("{one} and {other} say the same.").format(one=one, other=other)
    if case.kind is Kind.MISSING:
        who, whom = (one, other) if case.left else (other, one)
        return _say("{one} marks this, and {other} does not.").format(one=who, other=whom)
    return _say("{other} {differs}.").format(other=other, differs=remark(case, one))


def silence() -> str:
    """Say of somebody that they mark none of the words."""
    return _say("says nothing here")


def remark(case: Case, anchor: str, *, is_reversed: bool = False) -> str:
    """Say what the second says other than the first (`anchor` as it is shown), or the reverse."""
    ours, theirs = (case.right, case.left) if is_reversed else (case.left, case.right)
    if case.kind is None:
        return _say("says the same")
    if not theirs:
        return _say("does not mark this")
    if not ours:
        return _say("marks this alone")
    if case.kind is Kind.SPLIT:
        return _split_words(len(ours), len(theirs), anchor)
    told = []
    if ours[0].label != theirs[0].label:
        label = _say("says {label} where {anchor} says {other}")
        told.append(
            label.format(
                label=one_line(theirs[0].label), anchor=anchor, other=one_line(ours[0].label)
            )
        )
    told += _moved(ours[0], theirs[0])
    if len(told) == 1:
        return told[0]
    return _say("{these} and {last}").format(these=", ".join(told[:-1]), last=told[-1])


def _split_words(ours: int, theirs: int, anchor: str) -> str:
    if ours == 1:
        told = _say("says in {theirs} pieces what {anchor} says in one")
    elif theirs == 1:
        told = _say("says in one what {anchor} says in {ours} pieces")
    else:
        told = _say("says in {theirs} pieces what {anchor} says in {ours}")
    return told.format(anchor=anchor, ours=f"{ours:,}", theirs=f"{theirs:,}")


def _moved(ours: Statement, theirs: Statement) -> list[str]:
    """Say of two statements in about the same place where the second begins and ends."""
    told = edges_told(ours.span, theirs.span)
    if not told and ours.pieces != theirs.pieces:
        return [_between(len(ours.pieces), len(theirs.pieces))]
    return told


def _between(ours: int, theirs: int) -> str:
    if ours == 1:
        return _say("leaves out words in between")
    if theirs == 1:
        return _say("takes in the words in between")
    return _say("leaves out other words in between")
