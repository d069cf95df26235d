"""The verbs of saying how far one is: mark an article done, take that back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.domain.article import Article
from app.domain.assignment import Assignment, assignment_id

if TYPE_CHECKING:
    from app.store.transaction import Transaction


def finish(tx: "Transaction", *, article: str) -> Assignment:
    """Say that one's work on an article is done, as it stands now."""
    tx.name_step("mark the article done")
    person = tx.require_person().id
    tx.require(Article, article)
    standing = tx.fingerprint_sums([article], person).get((article, person), 0)
    return settle(
        tx,
        [Assignment(assignment_id(article, person), article, person, done=True, done_as=standing)],
    )


def reopen(tx: "Transaction", *, article: str) -> Assignment:
    """Say that one's work on an article is not done after all."""
    tx.name_step("mark the article not done")
    person = tx.require_person().id
    tx.require(Article, article)
    return settle(tx, [Assignment(assignment_id(article, person), article, person)])


def settle(tx: "Transaction", assignments: Sequence[Assignment]) -> Assignment:
    """Write how far annotators are, whether or not it was said before; return the last one."""
    said = {one.id for one in tx.find(Assignment, id=[one.id for one in assignments])}
    tx.add_many(Assignment, [one for one in assignments if one.id not in said], fresh=False)
    for one in assignments:
        if one.id in said:
            tx.change(one)
    return assignments[-1]
