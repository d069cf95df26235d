"""What do annotators have to compare, and what is it about?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from app.agreement.study import Study
from app.domain.annotator import Annotator
from app.domain.article_choice import ALL, ArticleChoice
from app.domain.label import Label
from app.domain.label_change import LabelChange
from app.queries.chosen_articles import Story, chosen_articles, stories
from app.queries.label_changes import label_changes
from app.queries.label_set import label_set
from app.queries.people import people
from app.queries.study import is_gold, study, told_apart
from app.store.bulk import fetch_rows
from app.store.tables.articles import articles
from app.store.tables.assignments import assignments


@dataclass(frozen=True, slots=True)
class Matter:
    """A study, and what it takes to speak about it.

    `called` says by ids what the study calls those whom it compares. `people` are all who finished
    something, `labels` all labels there are, `stories` those of several articles; one can choose
    among them. `titles` has every article's title by id, and `changes` what was changed about what
    labels mean.
    """

    study: Study
    called: Mapping[str, str]
    people: tuple[Annotator, ...]
    labels: tuple[Label, ...]
    stories: tuple[Story, ...]
    titles: Mapping[str, str]
    changes: tuple[LabelChange, ...]


def agreement_matter(
    connection: Connection,
    *,
    annotators: Sequence[str] | None = None,
    labels: Sequence[str] | None = None,
    articles_chosen: ArticleChoice = ALL,
) -> Matter:
    """Return what these annotators (ids) finished, of these labels (ids) and articles.

    Who or what is no longer there is left out; None stands for all.
    """
    finished = select(assignments.c.annotator).where(assignments.c.done).distinct()
    busy = {person for (person,) in connection.execute(finished)}
    there = tuple(person for person in people(connection) if person.id in busy)
    known = label_set(connection)
    chosen = _still(annotators, {person.id for person in there})
    compared = [one for one in there if (not is_gold(one) if chosen is None else one.id in chosen)]
    return Matter(
        study(
            connection,
            annotators=chosen,
            labels=_still(labels, {label.id for label in known}),
            only=chosen_articles(connection, articles_chosen),
        ),
        told_apart(compared),
        there,
        tuple(known),
        tuple(stories(connection)),
        dict(fetch_rows(connection, select(articles.c.id, articles.c.title))),
        tuple(label_changes(connection)),
    )


def _still(wanted: Sequence[str] | None, there: set[str]) -> list[str] | None:
    """Return those that are still there; all of them where none is."""
    return [one for one in wanted or () if one in there] or None
