"""What goes out: every article as each annotator sees it, ready for a format to write."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, Integer, Text, select, type_coerce

from app.domain.annotator import Annotator
from app.domain.article import Article
from app.domain.span import Span
from app.exchange.record import AnnotationRecord, ArticleRecord
from app.queries.label_set import label_set
from app.queries.people import people
from app.store.bulk import fetch_rows
from app.store.tables.annotations import annotations, spans_of
from app.store.tables.articles import ARTICLE, articles
from app.store.tables.assignments import assignments
from app.store.tables.texts import texts

_PAGE = 40


def export_records(connection: Connection, *, annotator: str | None) -> Iterator[ArticleRecord]:
    """Yield one record for each article and annotator, by the article's id, then by the name.

    `annotator` is an id, for that person's view of every article, marked or not; None for
    everybody's: then an article that nobody has begun comes once, without an annotator.
    To be used up within one question, so that all of it is from one moment.
    """
    everybody = {person.id: person for person in people(connection)}
    names = {label.id: label.name for label in label_set(connection)}
    # ids of people differ from project to project, so their names give the order
    by_name = sorted(everybody.values(), key=lambda person: person.name.casefold())
    wanted = [everybody[annotator]] if annotator else by_name
    last = ""
    while True:
        page = connection.execute(
            select(articles, texts.c.text)
            .join(texts, texts.c.sha256 == articles.c.sha256)
            .where(articles.c.id > last)
            .order_by(articles.c.id)
            .limit(_PAGE)
        ).mappings()
        rows = [(ARTICLE.from_row(row), str(row["text"])) for row in page]
        if not rows:
            return
        last = rows[-1][0].id
        ids = [article.id for article, _ in rows]
        said = _annotations(connection, ids, names)
        finished = _finished(connection, ids)
        begun = said.keys() | finished
        for article, text in rows:
            present = [person for person in wanted if annotator or (article.id, person.id) in begun]
            if not present:
                yield _record(article, text, None, [], done=False)
            for person in present:
                key = (article.id, person.id)
                yield _record(article, text, person, said[key], done=key in finished)


def _annotations(
    connection: Connection, ids: Sequence[str], names: Mapping[str, str]
) -> defaultdict[tuple[str, str], list[AnnotationRecord]]:
    """Return what is said of the articles, by article and annotator, each in reading order.

    Rows become records without a value of the domain in between, since nothing else of an export
    is done as often. By start they lie in the file already; what is left to sort is done here.
    """
    table = annotations.c
    query = (
        select(
            table.article,
            table.annotator,
            table.start,
            -table.end,
            table.id,
            table.label,
            type_coerce(table.fragments, Text),
            table.quote,
            type_coerce(table.unsure, Integer),
            table.note,
        )
        .where(table.article.in_(ids))
        .order_by(table.article, table.annotator, table.start)
    )
    result: defaultdict[tuple[str, str], list[AnnotationRecord]] = defaultdict(list)
    rows = sorted(fetch_rows(connection, query))
    for article, annotator, start, end, name, label, fragments, quote, unsure, note in rows:
        spans = (Span(start, -end),) if fragments is None else spans_of(start, -end, fragments)
        result[article, annotator].append(
            AnnotationRecord(names[label], spans, quote, name, unsure == 1, note)
        )
    return result


def _finished(connection: Connection, ids: list[str]) -> set[tuple[str, str]]:
    """Return which annotator said of which of these articles that it is done."""
    query = select(assignments.c.article, assignments.c.annotator).where(
        assignments.c.article.in_(ids), assignments.c.done
    )
    return {(article, person) for article, person in connection.execute(query)}


def _record(
    article: Article,
    text: str,
    person: Annotator | None,
    said: Sequence[AnnotationRecord],
    *,
    done: bool,
) -> ArticleRecord:
    return ArticleRecord(
        text=text,
        id=article.id,
        title=article.title,
        source=article.source,
        url=article.url,
        published=article.published,
        language=article.language,
        sha256=article.sha256,
        annotator=person.name if person else "",
        done=done,
        annotations=tuple(said),
    )
