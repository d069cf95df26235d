"""What goes with one annotator: labels, their articles, and the whole history of their work."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from app.store.revision import from_row
from app.store.tables.allotments import allotments
from app.store.tables.articles import articles
from app.store.tables.history import revisions
from app.store.tables.texts import texts
from app.store.union import Named, digest_of

_WORK = ("allotment", "assignment", "annotation", "sitting")
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

    The articles are those allotted to them and those in which they ever worked; all, as long as
    nothing is allotted to anybody.
    """
    if annotator is None:
        return EVERYTHING
    said = select(revisions.c.record, func.json_extract(revisions.c.body, "$.article")).where(
        revisions.c.kind.in_(_WORK),
        revisions.c.body != "null",
        func.json_extract(revisions.c.body, "$.annotator") == annotator,
    )
    records, own = {annotator}, set()
    for record, article in connection.execute(said):
        records.add(record)
        own.add(article)
    if connection.execute(select(allotments.c.id).limit(1)).first() is None:
        own |= set(connection.execute(select(articles.c.id)).scalars())
    return Layer(annotator, frozenset(records), frozenset(own))


def layer_revisions(connection: Connection, layer: Layer) -> Iterator[Named]:
    """Yield the revisions of a layer, by their ids, a page at a time."""
    last = ""
    while True:
        page = (
            connection.execute(
                select(revisions).where(revisions.c.id > last).order_by(revisions.c.id).limit(_PAGE)
            )
            .mappings()
            .all()
        )
        if not page:
            return
        last = page[-1]["id"]
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
