"""How much is each label used, and what would merging one into another affect?"""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from app.store.tables.annotations import annotations


@dataclass(frozen=True, slots=True)
class LabelUse:
    """How many annotations carry a label, in how many articles, by how many annotators.

    `twins` of them stand on words that their annotator has marked with the other label too, so
    that a merge makes one of each two.
    """

    annotations: int = 0
    articles: int = 0
    annotators: int = 0
    twins: int = 0


def label_use(connection: Connection) -> dict[str, LabelUse]:
    """Return how each label is used, by its id; a label that marks nothing is left out."""
    here = annotations.c
    query = select(
        here.label,
        func.count(),
        func.count(here.article.distinct()),
        func.count(here.annotator.distinct()),
    ).group_by(here.label)
    return {label: LabelUse(*counts) for label, *counts in connection.execute(query)}


def merge_effect(connection: Connection, *, label: str, into: str) -> LabelUse:
    """Return what merging a label into another affects."""
    here, there = annotations.c, annotations.alias().c
    counts = select(
        func.count(), func.count(here.article.distinct()), func.count(here.annotator.distinct())
    ).where(here.label == label)
    twins = (
        select(func.count())
        .select_from(annotations)
        .where(
            here.label == label,
            select(there.id)
            .where(
                there.label == into,
                there.article == here.article,
                there.annotator == here.annotator,
                there.start == here.start,
                there.end == here.end,
                there.fragments.is_not_distinct_from(here.fragments),
            )
            .exists(),
        )
    )
    found, articles, people = connection.execute(counts).one()
    return LabelUse(found, articles, people, connection.execute(twins).scalar_one())
