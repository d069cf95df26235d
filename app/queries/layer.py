"""What goes with one annotator: labels, their articles, and the whole history of their work."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, func, select, tuple_

from app.queries.reading_list import WORK, reads_all
from app.store.revision import from_row, heads, last_living, parse_body
from app.store.settling import histories_of
from app.store.tables.allotments import allotments
from app.store.tables.articles import articles
from app.store.tables.history import revisions
from app.store.tables.texts import texts
from app.store.union import Named, digest_of

_PAGE = 1000


@dataclass(frozen=True, slots=True)
class Layer:
    """The records that go with one annotator, or all there are for `annotator` None."""

    annotator: str | None
    records: frozenset[str]
    articles: frozenset[str]

    def holds(self, kind: str, record: str) -> bool:
        """Tell whether a record goes along: nobody else's work does, nor who they are."""
        if self.annotator is None or kind == "label":
            return True
        return record in (self.articles if kind == "article" else self.records)


EVERYTHING = Layer(None, frozenset(), frozenset())


def layer_of(connection: Connection, *, annotator: str | None) -> Layer:
    """Return what goes with an annotator (an id): blind, so nobody else's work.

    Whose a record is, its newest states tell: what was theirs once and is somebody else's now stays
    here. The articles are those allotted to them and those in which they ever worked; all, where
    they read all.
    """
    if annotator is None:
        return EVERYTHING
    names = func.json_extract(revisions.c.body, "$.annotator")
    said = (revisions.c.kind.in_(WORK), revisions.c.body != "null")
    ever = select(revisions.c.record).where(*said, names == annotator)
    article = func.json_extract(revisions.c.body, "$.article")
    rows = connection.execute(
        select(revisions.c.record, revisions.c.kind, article).where(*said, names == annotator)
    ).all()
    shared = select(revisions.c.record).where(
        *said, names != annotator, revisions.c.record.in_(ever)
    )
    lost = _of_others(connection, set(connection.execute(shared).scalars()), annotator)
    records, own = {annotator}, set()
    for record, kind, where in rows:
        if record not in lost:
            records.add(record)
            if kind != "allotment":
                own.add(where)
    if reads_all(connection, annotator=annotator):
        own |= set(connection.execute(select(articles.c.id)).scalars())
    else:
        allotted = select(allotments.c.article).filter_by(annotator=annotator)
        own |= set(connection.execute(allotted).scalars())
    return Layer(annotator, frozenset(records), frozenset(own))


def _of_others(connection: Connection, records: set[str], annotator: str) -> set[str]:
    """Return those of the records of which no newest state is the annotator's.

    Where all of them are deletions, what it said last tells.
    """
    others = set()
    for record, history in histories_of(connection, sorted(records)).items():
        living = [name for name in heads(history) if not history[name].deleted]
        last = last_living(history)
        telling = living or [name for name in (last,) if name is not None]
        if all(parse_body(history[name].body).get("annotator") != annotator for name in telling):
            others.add(record)
    return others


def layer_revisions(connection: Connection, layer: Layer) -> Iterator[Named]:
    """Yield the revisions of a layer, by their records, a page at a time."""
    place = tuple_(revisions.c.record, revisions.c.id)
    last = ("", "")
    while True:
        query = select(revisions).where(place > last).order_by(*place).limit(_PAGE)
        page = connection.execute(query).mappings().all()
        if not page:
            return
        last = page[-1]["record"], page[-1]["id"]
        for row in page:
            if layer.holds(row["kind"], row["record"]):
                yield Named(row["id"], from_row(row))


def layer_texts(connection: Connection, layer: Layer) -> Iterator[tuple[str, str]]:
    """Yield the texts that the layer's articles ever had, with their hashes, in order."""
    named = select(revisions.c.record, func.json_extract(revisions.c.body, "$.sha256")).where(
        revisions.c.kind == "article", revisions.c.body != "null"
    )
    wanted = {
        sha256 for record, sha256 in connection.execute(named) if layer.holds("article", record)
    }
    for sha256 in sorted(wanted):
        yield sha256, connection.execute(select(texts.c.text).filter_by(sha256=sha256)).scalar_one()


def layer_digest(connection: Connection, layer: Layer) -> str:
    """Return what stands for all a layer says: the hash over the names of its revisions."""
    columns = (revisions.c.id, revisions.c.kind, revisions.c.record)
    rows = connection.execute(
        select(*columns).order_by(revisions.c.id).execution_options(yield_per=_PAGE)
    )
    return digest_of(name for name, kind, record in rows if layer.holds(kind, record))


def layer_size(connection: Connection, layer: Layer) -> int:
    """Count the revisions of a layer."""
    rows = connection.execute(
        select(revisions.c.kind, revisions.c.record).execution_options(yield_per=_PAGE)
    )
    return sum(layer.holds(kind, record) for kind, record in rows)
