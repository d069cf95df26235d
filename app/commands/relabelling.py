"""Giving all annotations of one label another, as when two labels become one."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.annotation import Annotation, folded_into
from app.domain.assignment import Assignment
from app.domain.span import Span

if TYPE_CHECKING:
    from app.store.transaction import Transaction

_Saying = tuple[str, str, tuple[Span, ...]]


def give_all(tx: "Transaction", *, label: str, into: str) -> int:
    """Give every annotation of `label` the label `into`; return how many there were.

    Where its annotator has marked exactly these words with `into` already, that annotation stays
    and takes over the note and the doubt of the other, which goes. What was done stays done: the
    word was changed, not the work.
    """
    moving = tx.find(Annotation, label=label)
    articles = sorted({one.article for one in moving})
    before = tx.fingerprint_sums(articles)
    _write(tx, moving, into)
    keep_done(tx, before)
    return len(moving)


def keep_done(tx: "Transaction", before: Mapping[tuple[str, str], int]) -> None:
    """Let what was done stay done, though other words stand there now than `before`."""
    articles = sorted({article for article, _ in before})
    after = tx.fingerprint_sums(articles)
    tx.change_many(
        replace(one, done_as=after[one.article, one.annotator])
        for one in tx.find(Assignment, article=articles)
        if one.done
        and one.done_as == before.get((one.article, one.annotator))
        and one.done_as != after[one.article, one.annotator]
    )


def _write(tx: "Transaction", moving: list[Annotation], into: str) -> None:
    standing = {_saying(one): one for one in tx.find(Annotation, label=into)}
    changed: dict[str, Annotation] = {}
    twins: list[Annotation] = []
    for one in moving:
        twin = standing.get(_saying(one))
        if twin is None:
            both = replace(one, label=into)
        else:
            twins.append(one)
            both = folded_into(twin, one)
        standing[_saying(one)] = both
        if both is not twin:
            changed[both.id] = both
    tx.change_many(changed.values())
    tx.remove_many(twins)


def _saying(one: Annotation) -> _Saying:
    return (one.article, one.annotator, one.spans)
