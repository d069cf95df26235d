"""What goes out: every article as each annotator sees it, ready for a format to write."""

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import Connection, select

from app.domain.annotation import Annotation, reading_order
from app.domain.annotator import Annotator
from app.domain.article import Article
from app.exchange.record import AnnotationRecord, ArticleRecord
from app.queries.label_set import label_set
from app.queries.people import people
from app.store.tables.annotations import ANNOTATION, annotations
from app.store.tables.articles import ARTICLE, articles
from app.store.tables.assignments import assignments
from app.store.tables.texts import texts

_PAGE = 100


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
        said = _annotations(connection, ids)
        finished = _finished(connection, ids)
        begun = said.keys() | finished
        for article, text in rows:
            present = [person for person in wanted if annotator or (article.id, person.id) in begun]
            if not present:
                yield _record(article, text, None, [], names, done=False)
            for person in present:
                key = (article.id, person.id)
                yield _record(article, text, person, said[key], names, done=key in finished)


def _annotations(
    connection: Connection, ids: list[str]
) -> defaultdict[tuple[str, str], list[Annotation]]:
    result: defaultdict[tuple[str, str], list[Annotation]] = defaultdict(list)
    query = select(annotations).where(annotations.c.article.in_(ids))
    for row in connection.execute(query).mappings():
        annotation = ANNOTATION.from_row(row)
        result[annotation.article, annotation.annotator].append(annotation)
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
    said: list[Annotation],
    names: dict[str, str],
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
        annotations=tuple(
            AnnotationRecord(
                label=names[one.label],
                spans=one.spans,
                quote=one.quote,
                id=one.id,
                unsure=one.unsure,
                note=one.note,
            )
            for one in sorted(said, key=reading_order)
        ),
    )
