"""The verbs of deciding what merging left open; a decision travels with the next bundle."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.commands.giving_on import give_work
from app.commands.relabelling import give_all, keep_done
from app.domain.allotment import Allotment
from app.domain.annotation import Annotation, folded_into
from app.domain.annotator import NAME_LIMIT, Annotator
from app.domain.article import Article
from app.domain.assignment import Assignment
from app.domain.label import Label
from app.domain.same_name import folded_name
from app.domain.sitting import Sitting
from app.errors import Refused
from app.store.heads import heads_of, is_apart, last_words
from app.store.placing import place_now

if TYPE_CHECKING:
    from app.store.transaction import Transaction

_VALUES: Mapping[str, type[Any]] = {
    "label": Label,
    "annotator": Annotator,
    "article": Article,
    "allotment": Allotment,
    "assignment": Assignment,
    "annotation": Annotation,
    "sitting": Sitting,
}

_DECIDED = "This was decided meanwhile; there is nothing left to choose from."


def keep_state(tx: "Transaction", *, kind: str, record: str, revision: str) -> None:
    """Let a record say what this one of its newest states says, whatever the others said."""
    tx.name_step("decide which state counts")
    _begin(tx)
    newest = tx.ask(heads_of, record=record)
    if revision not in newest or len(newest) < 2:
        raise Refused(_DECIDED)
    _decide(tx, kind, record, newest[revision])


def keep_used(tx: "Transaction", *, kind: str, record: str) -> None:
    """Let what was deleted, but is used, be there again; a label as a retired one."""
    tx.name_step(f"keep the {kind}")
    _begin(tx)
    body = _deleted_words(tx, record)
    _decide(tx, kind, record, {**body, "retired": True} if kind == "label" else body)


def relabel_used(tx: "Transaction", *, label: str, into: str) -> int:
    """Give the annotations of a deleted label another one, so that nobody uses it any more.

    Returns how many there were.
    """
    chosen = tx.require(Label, into)
    tx.name_step(f"relabel as {chosen.name}")
    _begin(tx)
    tx.require_lead()
    _deleted_words(tx, label)
    if chosen.retired or into == label:
        raise Refused("Choose a label that is in use.")
    return give_all(tx, label=label, into=into)


def drop(tx: "Transaction", *, kind: str, record: str) -> None:
    """Let a record that is kept apart be deleted."""
    tx.name_step(f"delete {_article_for(kind)} that was kept apart")
    _begin(tx)
    if not tx.ask(is_apart, record=record):
        raise Refused(_DECIDED)
    _decide(tx, kind, record, None)


def place_again(tx: "Transaction", *, annotation: str) -> None:
    """Let a misplaced annotation stand where its words stand in the article's text now."""
    tx.name_step("place the annotation again")
    _begin(tx)
    body = next((one for one in tx.ask(heads_of, record=annotation).values() if one), None)
    if body is None or tx.get(Annotation, annotation) is not None:
        raise Refused(_DECIDED)
    spans = tx.ask(place_now, body)
    if spans is None:
        raise Refused("It cannot be told where these words stand now; delete it and mark anew.")
    pieces = [[span.start, span.end] for span in spans]
    moved = {
        **body,
        "start": spans[0].start,
        "end": spans[-1].end,
        "fragments": pieces if len(pieces) > 1 else None,
    }
    _decide(tx, "annotation", annotation, moved)


def tell_apart(tx: "Transaction", *, annotator: str) -> Annotator:
    """Give a person whose name somebody else has, too, a number behind it."""
    tx.name_step("tell two people apart")
    _begin(tx)
    found = tx.require(Annotator, annotator)
    taken = {folded_name(one.name) for one in tx.find(Annotator) if one.id != annotator}
    if folded_name(found.name) not in taken:
        raise Refused(_DECIDED)
    number = 2
    while folded_name(_numbered(found.name, number)) in taken:
        number += 1
    return tx.change(replace(found, name=_numbered(found.name, number)))


def unite_labels(tx: "Transaction", *, label: str, into: str) -> int:
    """Give all annotations of one label another of the same name, and take the first away.

    Returns how many annotations there were.
    """
    going, staying = tx.require(Label, label), tx.require(Label, into)
    tx.name_step(f"make one label of two named {staying.name}")
    _begin(tx)
    if folded_name(going.name) != folded_name(staying.name) or label == into:
        raise Refused(_DECIDED)
    if staying.retired and not going.retired:
        tx.change(replace(staying, retired=False))
    number = give_all(tx, label=label, into=into)
    tx.remove(going)
    return number


def unite_twins(tx: "Transaction", *, annotation: str, into: str) -> Annotation:
    """Let one of two annotations by which a person says the same twice stay, and the other go.

    The one that stays takes over the note and the doubt of the other; what was done stays done.
    """
    going, staying = tx.require(Annotation, annotation), tx.require(Annotation, into)
    tx.name_step("make one annotation of two")
    _begin(tx)
    if annotation == into or replace(going, id=into) != replace(
        staying, note=going.note, unsure=going.unsure
    ):
        raise Refused(_DECIDED)
    before = tx.fingerprint_sums([staying.article], staying.annotator)
    both = tx.change(folded_into(staying, going))
    tx.remove(going)
    keep_done(tx, before)
    return both


def unite_articles(tx: "Transaction", *, pairs: Iterable[tuple[str, str]]) -> int:
    """Let one of two articles with the same text go, and all work in it be the other's.

    The first of each pair goes, and what only its particulars tell stays known. Work is done where
    it was done in both. Returns how many went.
    """
    tx.name_step("make one article of two")
    _begin(tx)
    number = 0
    for gone, stays in pairs:
        going, staying = tx.require(Article, gone), tx.require(Article, stays)
        if gone == stays or going.sha256 != staying.sha256:
            raise Refused(_DECIDED)
        give_work(tx, "article", gone=gone, stays=stays)
        tx.change(
            replace(
                staying,
                source=staying.source or going.source,
                url=staying.url or going.url,
                published=staying.published or going.published,
                language=staying.language or going.language,
            )
        )
        tx.remove(going)
        number += 1
    return number


def _begin(tx: "Transaction") -> None:
    tx.require_person()
    tx.undo_by_setting_aside()


def _decide(tx: "Transaction", kind: str, record: str, body: Mapping[str, Any] | None) -> None:
    tx.decide(_VALUES[kind], record, body)


def _deleted_words(tx: "Transaction", record: str) -> Mapping[str, Any]:
    """Return what a deleted record said last; refuse where it is not deleted."""
    if any(body is not None for body in tx.ask(heads_of, record=record).values()):
        raise Refused(_DECIDED)
    body = tx.ask(last_words, record=record)
    if body is None:
        raise Refused(_DECIDED)
    return body


def _numbered(name: str, number: int) -> str:
    ending = f" ({number})"
    return name[: NAME_LIMIT - len(ending)] + ending


def _article_for(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
