"""Giving all that one person did to another, or all that was done in one article to another."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, TypeVar

from app.domain.allotment import Allotment, allotment_id
from app.domain.annotation import Annotation, folded_into
from app.domain.assignment import Assignment, assignment_id
from app.domain.sitting import Sitting
from app.domain.span import Span

if TYPE_CHECKING:
    from app.store.transaction import Transaction

Whose = Literal["annotator", "article"]
"""Whether one person's work becomes another's, or that in one article another's."""

Work = TypeVar("Work", Annotation, Allotment, Sitting)
_Saying = tuple[str, str, str, tuple[Span, ...]]


def give_work(tx: "Transaction", whose: Whose, *, gone: str, stays: str) -> None:
    """Let all annotations, allotments, sittings and what is done be those of `stays` (ids).

    What both said alike is one annotation afterwards, with the notes and doubts of both. Work is
    done if it was done on each of the two sides on which there was any.
    """
    said = _Said(tx, whose, gone, stays)
    _give_annotations(tx, whose, gone, stays)
    said.settle()
    _give_allotments(tx, whose, gone, stays)
    tx.change_many(_given(one, whose, stays) for one in tx.find(Sitting, **{whose: gone}))


def _given(one: Work, whose: Whose, stays: str) -> Work:
    return replace(one, annotator=stays) if whose == "annotator" else replace(one, article=stays)


def _where(whose: Whose, stays: str, other: str) -> tuple[str, str]:
    """Return article and annotator."""
    return (other, stays) if whose == "annotator" else (stays, other)


def _other(one: Annotation | Allotment | Assignment, whose: Whose) -> str:
    """Return the article of a person's work, or who worked in an article."""
    return one.article if whose == "annotator" else one.annotator


def _give_annotations(tx: "Transaction", whose: Whose, gone: str, stays: str) -> None:
    moving = tx.find(Annotation, **{whose: gone})
    articles = sorted({_given(one, whose, stays).article for one in moving})
    standing = {_saying(one): one for one in tx.find(Annotation, article=articles)}
    changed: dict[str, Annotation] = {}
    twins: list[Annotation] = []
    for one in moving:
        both = _given(one, whose, stays)
        twin = standing.get(_saying(both))
        if twin is not None:
            twins.append(one)
            both = folded_into(twin, one)
        standing[_saying(both)] = both
        if both is not twin:
            changed[both.id] = both
    tx.change_many(changed.values())
    tx.remove_many(twins)


def _saying(one: Annotation) -> _Saying:
    return (one.article, one.annotator, one.label, one.spans)


class _Said:
    """How far the two are, asked before their annotations change and settled afterwards."""

    def __init__(self, tx: "Transaction", whose: Whose, gone: str, stays: str) -> None:
        self._tx, self._whose, self._gone, self._stays = tx, whose, gone, stays
        self._moving = self._said_by(gone)
        self._staying = self._said_by(stays)
        marked = {_other(one, whose) for one in tx.find(Annotation, **{whose: gone})}
        self._touched = sorted(marked | self._moving.keys())
        self._before = self._standing()

    def settle(self) -> None:
        """Say how far the one that stays is with everything that the other touched."""
        after = self._standing()
        said = {
            other: self._together(other, after.get(_where(self._whose, self._stays, other), 0))
            for other in self._touched
            if other in self._moving or other in self._staying
        }
        self._tx.remove_many(self._moving.values())
        new = [one for other, one in said.items() if other not in self._staying]
        self._tx.add_many(Assignment, new, fresh=False)
        self._tx.change_many(
            one
            for other, one in said.items()
            if other in self._staying and one != self._staying[other]
        )

    def _said_by(self, name: str) -> dict[str, Assignment]:
        found = self._tx.find(Assignment, **{self._whose: name})
        return {_other(one, self._whose): one for one in found}

    def _standing(self) -> dict[tuple[str, str], int]:
        by_person = self._whose == "annotator"
        return self._tx.fingerprint_sums(
            self._touched if by_person else sorted({self._gone, self._stays})
        )

    def _together(self, other: str, standing: int) -> Assignment:
        article, annotator = _where(self._whose, self._stays, other)
        not_done = Assignment(assignment_id(article, annotator), article, annotator)
        there = [
            (one, self._before.get(_where(self._whose, name, other), 0))
            for name, one in (
                (self._gone, self._moving.get(other)),
                (self._stays, self._staying.get(other)),
            )
            if (one is not None and one.done) or _where(self._whose, name, other) in self._before
        ]
        if not there or not all(one is not None and one.done for one, _ in there):
            return not_done
        as_it_stood = all(one is not None and one.done_as == sum_ for one, sum_ in there)
        # what was changed since stays changed since: no sum of one half is that of the whole
        done_as = standing if as_it_stood else _another(standing, [one for one, _ in there])
        return replace(not_done, done=True, done_as=done_as)


def _another(standing: int, said: Sequence[Assignment | None]) -> int:
    """Return what an article was done as that stands otherwise now."""
    earlier = [one.done_as for one in said if one is not None and one.done_as != standing]
    return earlier[0] if earlier else standing + 1


def _give_allotments(tx: "Transaction", whose: Whose, gone: str, stays: str) -> None:
    moving = tx.find(Allotment, **{whose: gone})
    there = {_other(one, whose) for one in tx.find(Allotment, **{whose: stays})}
    new = [
        replace(
            _given(one, whose, stays), id=allotment_id(*_where(whose, stays, _other(one, whose)))
        )
        for one in moving
        if _other(one, whose) not in there
    ]
    tx.remove_many(moving)
    tx.add_many(Allotment, new, fresh=False)
