"""The verb of making two annotators one, where the same person joined under two names."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.allotment import Allotment, allotment_id
from app.domain.annotation import Annotation, folded_into
from app.domain.annotator import Annotator, Role
from app.domain.assignment import Assignment, assignment_id
from app.domain.sitting import Sitting
from app.domain.span import Span
from app.errors import Refused

if TYPE_CHECKING:
    from app.store.transaction import Transaction

_Saying = tuple[str, str, tuple[Span, ...]]


def unite(tx: "Transaction", *, annotator: str, into: str) -> Annotator:
    """Let all that `annotator` did, was allotted and spent be `into`'s, and the former go.

    What both marked alike is one annotation afterwards, with the notes and doubts of both. An
    article is done if each of the two who touched it had done it. Whoever is at work here stays.
    """
    gone, stays = tx.require(Annotator, annotator), tx.require(Annotator, into)
    if gone.id == stays.id:
        raise Refused(f"{gone.name} is one person already.")
    if tx.person is not None and tx.person.id == gone.id:
        raise Refused(
            f"{gone.name} is at work here. Annotate as {stays.name} first, or unite them the "
            "other way round."
        )
    tx.name_step(f"unite {gone.name} with {stays.name}")
    said = _Said(tx, gone.id, stays.id)
    _give_annotations(tx, gone.id, stays.id)
    said.settle()
    _give_allotments(tx, gone.id, stays.id)
    tx.change_many(replace(one, annotator=stays.id) for one in tx.find(Sitting, annotator=gone.id))
    tx.remove(gone)
    if gone.role is Role.LEAD and stays.role is not Role.LEAD:
        return tx.change(replace(stays, role=Role.LEAD))
    return stays


def _give_annotations(tx: "Transaction", gone: str, stays: str) -> None:
    moving = tx.find(Annotation, annotator=gone)
    articles = sorted({one.article for one in moving})
    standing = {
        _saying(one): one for one in tx.find(Annotation, article=articles) if one.annotator == stays
    }
    changed: dict[str, Annotation] = {}
    twins: list[Annotation] = []
    for one in moving:
        twin = standing.get(_saying(one))
        if twin is None:
            both = replace(one, annotator=stays)
        else:
            twins.append(one)
            both = folded_into(twin, one)
        standing[_saying(one)] = both
        if both is not twin:
            changed[both.id] = both
    tx.change_many(changed.values())
    tx.remove_many(twins)


def _saying(one: Annotation) -> _Saying:
    return (one.article, one.label, one.spans)


class _Said:
    """How far the two are, asked before their annotations change and settled afterwards."""

    def __init__(self, tx: "Transaction", gone: str, stays: str) -> None:
        self._tx, self._gone, self._stays = tx, gone, stays
        self._moving = {one.article: one for one in tx.find(Assignment, annotator=gone)}
        self._staying = {one.article: one for one in tx.find(Assignment, annotator=stays)}
        touched = {one.article for one in tx.find(Annotation, annotator=gone)} | self._moving.keys()
        self._touched = sorted(touched)
        self._before = tx.fingerprint_sums(self._touched)

    def settle(self) -> None:
        """Say how far the one who stays is with every article that the other touched."""
        after = self._tx.fingerprint_sums(self._touched, self._stays)
        said = [
            self._together(article, after.get((article, self._stays), 0))
            for article in self._touched
            if article in self._moving or article in self._staying
        ]
        self._tx.remove_many(self._moving.values())
        new = [one for one in said if one.article not in self._staying]
        self._tx.add_many(Assignment, new, fresh=False)
        self._tx.change_many(
            one
            for one in said
            if one.article in self._staying and one != self._staying[one.article]
        )

    def _together(self, article: str, standing: int) -> Assignment:
        named = assignment_id(article, self._stays)
        there = [
            (one, self._before.get((article, person), 0))
            for person, one in (
                (self._gone, self._moving.get(article)),
                (self._stays, self._staying.get(article)),
            )
            if (one is not None and one.done) or (article, person) in self._before
        ]
        if not there or not all(one is not None and one.done for one, _ in there):
            return Assignment(named, article, self._stays)
        as_it_stood = all(one is not None and one.done_as == sum_ for one, sum_ in there)
        # what was changed since stays changed since: no sum of one half is that of the whole
        done_as = standing if as_it_stood else _another(standing, [one for one, _ in there])
        return Assignment(named, article, self._stays, done=True, done_as=done_as)


def _another(standing: int, said: Sequence[Assignment | None]) -> int:
    """Return what an article was done as that stands otherwise now."""
    earlier = [one.done_as for one in said if one is not None and one.done_as != standing]
    return earlier[0] if earlier else standing + 1


def _give_allotments(tx: "Transaction", gone: str, stays: str) -> None:
    moving = tx.find(Allotment, annotator=gone)
    there = {one.article for one in tx.find(Allotment, annotator=stays)}
    new = [
        replace(one, id=allotment_id(one.article, stays), annotator=stays)
        for one in moving
        if one.article not in there
    ]
    tx.remove_many(moving)
    tx.add_many(Allotment, new, fresh=False)
