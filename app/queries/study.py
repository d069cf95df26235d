"""What did annotators finish, to be compared?"""

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import Connection, Text, select, type_coerce

from app.agreement.study import GOLD, RESAMPLES, SEED, Studied, Study, Work, study_of
from app.alignment.statement import Statement
from app.domain.annotator import Annotator
from app.queries.changed_since import changed_since_done
from app.queries.done_when import done_when, rounds_of
from app.queries.label_set import label_set
from app.queries.people import people
from app.store.bulk import fetch_rows
from app.store.tables.annotations import annotations, spans_of
from app.store.tables.articles import articles
from app.store.tables.assignments import assignments


def study(
    connection: Connection,
    *,
    annotators: Sequence[str] | None = None,
    labels: Sequence[str] | None = None,
    only: Collection[str] | None = None,
    seed: int = SEED,
    resamples: int = RESAMPLES,
) -> Study:
    """Return the study of these annotators (ids), labels (ids) and articles, None for all.

    Of all annotators, those who finished something are in it, by name; not gold, which is made of
    their work. Only what an annotator said to be done counts, also where they changed it since. In
    the study annotators and labels go by their names, gold first, and articles by their ids.
    """
    everybody = {person.id: person for person in people(connection)}
    done = done_when(connection)
    rounds, changed = rounds_of(connection), changed_since_done(connection)
    if annotators is None:
        busy = {person for _, person in done}
        wanted = sorted(
            (one for one in everybody.values() if one.id in busy and not is_gold(one)),
            key=lambda person: (person.name.casefold(), person.id),
        )
    else:
        wanted = sorted((everybody[name] for name in annotators), key=lambda one: not is_gold(one))
    names = told_apart(wanted)
    known = {label.id: label.name for label in label_set(connection)}
    said = _said(connection, names, known)
    found = connection.execute(select(articles.c.id, articles.c.characters).order_by(articles.c.id))
    studied = [
        Studied(
            article,
            characters,
            {
                name: Work(
                    tuple(said[article, person]),
                    day=done[article, person],
                    round=rounds.get((article, person), 0),
                    changed=(article, person) in changed,
                )
                for person, name in names.items()
                if (article, person) in done
            },
        )
        for article, characters in found
        if only is None or article in only
    ]
    chosen = known if labels is None else labels
    used = {label for own in said.values() for label in {one.label for one in own}}
    return study_of(
        studied,
        annotators=list(names.values()),
        labels=[known[label] for label in chosen if labels is not None or known[label] in used],
        seed=seed,
        resamples=resamples,
    )


def told_apart(persons: Sequence[Annotator]) -> dict[str, str]:
    """Return everybody's name by id; of two with the same, as merging may bring, with the id."""
    names = [person.name for person in persons]
    return {
        person.id: f"{person.name} ({person.id[-8:]})"
        if names.count(person.name) > 1
        else person.name
        for person in persons
    }


def is_gold(person: Annotator) -> bool:
    """Tell whether this is the reserved annotator of what was settled."""
    return person.name.casefold() == GOLD


def _said(
    connection: Connection, names: dict[str, str], labels: dict[str, str]
) -> defaultdict[tuple[str, str], list[Statement]]:
    """Return what is said in work that counts, by article and annotator."""
    table = annotations.c
    query = (
        select(
            table.article,
            table.annotator,
            table.start,
            table.end,
            type_coerce(table.fragments, Text),
            table.label,
            table.id,
        )
        .join(
            assignments,
            (assignments.c.article == table.article)
            & (assignments.c.annotator == table.annotator)
            & assignments.c.done,
        )
        .where(table.annotator.in_(list(names)))
    )
    found: defaultdict[tuple[str, str], list[Statement]] = defaultdict(list)
    for article, person, start, end, fragments, label, name in fetch_rows(connection, query):
        pieces = spans_of(start, end, fragments)
        found[article, person].append(Statement(pieces, labels[label], name))
    return found
