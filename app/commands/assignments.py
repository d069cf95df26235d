"""The verbs of saying how far one is: mark an article done, take that back."""

from typing import TYPE_CHECKING

from app.domain.annotation import Annotation
from app.domain.article import Article
from app.domain.assignment import Assignment, assignment_id

if TYPE_CHECKING:
    from app.store.transaction import Transaction


def finish(tx: "Transaction", *, article: str) -> Assignment:
    """Say that one's work on an article is done, as it stands now."""
    tx.name_step("mark the article done")
    person = tx.require_person()
    tx.require(Article, article)
    standing = sum(tx.fingerprints(Annotation, article=article, annotator=person.id))
    return settle(tx, article=article, annotator=person.id, done=True, done_as=standing)


def reopen(tx: "Transaction", *, article: str) -> Assignment:
    """Say that one's work on an article is not done after all."""
    tx.name_step("mark the article not done")
    person = tx.require_person()
    tx.require(Article, article)
    return settle(tx, article=article, annotator=person.id, done=False, done_as=0)


def settle(
    tx: "Transaction", *, article: str, annotator: str, done: bool, done_as: int
) -> Assignment:
    """Write how far an annotator is with an article, whether or not it has been said before."""
    record = assignment_id(article, annotator)
    assignment = Assignment(record, article, annotator, done, done_as)
    if tx.get(Assignment, record) is None:
        tx.add_many(Assignment, [assignment], fresh=False)
        return assignment
    return tx.change(assignment)
